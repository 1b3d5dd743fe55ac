// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/window.h"

#include "app/platform/singleinstance.h"
#include "base/whenfinished.h"
#include "workflow/going.h"
#include "workflow/marks.h"
#include "workflow/networkroute.h"
#include "workflow/siteupkeep.h"
#include "workflow/upstreams.h"

#include <QApplication>
#include <QMessageBox>
#include <QScreen>

namespace app {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr auto followInterval = 1s;
constexpr int frameRoom = 40;
/// The page shows days: it is written anew when one begins.
constexpr auto siteInterval = 1h;

ui::SchemeChoice schemeNamed(const QString &theme)
{
    if (theme == u"light")
        return ui::SchemeChoice::Light;
    return theme == u"dark" ? ui::SchemeChoice::Dark : ui::SchemeChoice::System;
}

/// The embedded site first.
std::vector<ui::TargetLabel> targetLabels(Workplace &place)
{
    std::vector<ui::TargetLabel> labels;
    for (const auto &[name, page] : place.publishing().pages()) {
        ui::TargetLabel label{name, page->label(), page->whoIsNotified(),
                              page->capabilities().notifies};
        label.unsaid = [page = page, &place] {
            return workflow::unsaidAt(*page, place.compose());
        };
        label.preview = [page = page, &place] {
            return workflow::previewAt(*page, place.compose());
        };
        if (name == siteTarget) {
            label.writePreview = [page = page, &place](const QString &folder) {
                return workflow::writePreviewAt(*page, place.compose(), folder);
            };
        }
        labels.insert(name == siteTarget ? labels.begin() : labels.end(), label);
    }
    return labels;
}

int fail(const base::Error &error)
{
    qWarning("%s", qUtf8Printable(error.text));
    QMessageBox box(QMessageBox::Critical, QApplication::translate("app", "Watchkeeper"),
                    error.text);
    box.setTextFormat(Qt::PlainText);
    box.exec();
    return 1;
}

} // namespace

Window::Window(std::unique_ptr<Workplace> place, QApplication &application)
    : m_place(std::move(place))
    , m_appearance(application)
{
    choose(m_place->settings().get(settings::theme));
    application.installEventFilter(&m_wheel);
    auto &publishing = m_place->publishing();
    m_window = std::make_unique<ui::MainWindow>(ui::ShellParts{
        {m_place->desk(), m_place->watch(), m_place->compose(), targetLabels(*m_place)},
        publishing,
        m_place->targets(),
        m_place->archiveImport(),
        m_place->upstreams(),
        m_place->acknowledgements(),
        m_place->marks(),
        m_place->metricBrowser(),
        m_place->logins(),
        m_place->siteUpkeep(),
        m_place->networkRoute(),
        m_place->defaultSiteFolder()});
    m_window->setNotifier(m_notifier);
    connect(m_window.get(), &ui::MainWindow::forwardWanted, this, &Window::comeForward);
    connect(m_window.get(), &ui::MainWindow::themeChosen, this, &Window::choose);
    connect(m_window.get(), &ui::MainWindow::siteChanged, this, [this] {
        m_place->renewSite();
        m_place->siteUpkeep().write();
    });
    connect(&m_place->targets(), &workflow::Targets::changed, this,
            [this] { m_window->console().composePane().setTargets(targetLabels(*m_place)); });
    connect(&m_place->upstreams(), &workflow::Upstreams::failed, &m_window->console(),
            &ui::ConsoleView::showError);
    connect(&m_place->marks(), &workflow::Marks::failed, &m_window->console(),
            &ui::ConsoleView::showError);
    connect(&m_follow, &QTimer::timeout, this, [this] { m_place->desk().followOthers(); });
    connect(&m_midnight, &QTimer::timeout, this, [this] { m_place->siteUpkeep().write(); });
    connect(&m_place->siteUpkeep(), &workflow::SiteUpkeep::failed, &m_window->console(),
            &ui::ConsoleView::showError);
}

Window::~Window() = default;

void Window::show()
{
    // On a small screen the frame would push the foot of the window out of sight.
    const QSize room = m_window->screen()->availableSize();
    const bool small = room.height() - m_window->height() < frameRoom;
    if (m_place->settings().get(settings::windowGeometry).isEmpty() && small)
        m_window->showMaximized();
    else
        m_window->show();
    base::whenFinished(this, m_place->ledger().verdict(), [this](const base::Done &verdict) {
        const base::Done done = verdict ? m_place->ledger().beginWriting() : verdict;
        if (done)
            beginWork();
        else
            emit unusable(done.error());
    });
}

void Window::beginWork()
{
    m_follow.start(followInterval);
    m_midnight.start(siteInterval);
    const QStringList unusable = m_place->startWatching();
    const auto warn = [this](const QString &text) {
        m_window->console().showNotice({ui::Notice::Level::Warning, text, {}, {}});
    };
    if (!unusable.isEmpty())
        warn(unusable.join(u' '));
    if (const base::Done trusted = m_place->networkRoute().trustAuthorities(); !trusted)
        warn(trusted.error().text);
    const auto *recorder = m_place->recorder();
    connect(recorder, &workflow::Recorder::noticed, this, warn);
    connect(recorder, &workflow::Recorder::failed, this,
            [warn](const base::Error &error) { warn(error.text); });
    m_place->startPublishing();
}

void Window::comeForward()
{
    m_window->showNormal();
    m_window->raise();
    m_window->activateWindow();
}

void Window::choose(const QString &theme)
{
    m_appearance.setChoice(schemeNamed(theme));
}

int runWindow(QApplication &application, const QString &dataDir)
{
    SingleInstance instance(dataDir);
    if (!instance.claim())
        return 0;
    auto place = Workplace::open(dataDir, ledger::OpenMode::CheckedBeside);
    if (!place) {
        ui::Appearance(application).apply();
        return fail(place.error());
    }
    Window window(std::move(*place), application);
    QObject::connect(&window, &Window::unusable, &window, [&](const base::Error &error) {
        window.window().setEnabled(false);
        application.exit(fail(error));
    });
    QObject::connect(&instance, &SingleInstance::summoned, &window, &Window::comeForward);
    window.show();
    return application.exec();
}

} // namespace app
