// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/mainwindow.h"

#include "timing/zone.h"
#include "ui/alerts/alertspanel.h"
#include "ui/checklist/checklistspage.h"
#include "ui/document/postmortemdocument.h"
#include "ui/duties/dutiesview.h"
#include "ui/health/healthpane.h"
#include "ui/history/historyview.h"
#include "ui/importing/importdialog.h"
#include "ui/marks/changesdialog.h"
#include "ui/outbox/outboxview.h"
#include "ui/postmortem/placedialog.h"
#include "ui/settings/settingsview.h"
#include "ui/shell/commandpalette.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/wall/wallview.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/elidedlabel.h"
#include "ui/widget/navbutton.h"
#include "ui/widget/statebadge.h"
#include "wording/clockwords.h"
#include "workflow/publishing.h"
#include "workflow/review.h"

#include <QAction>
#include <QButtonGroup>
#include <QCloseEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

enum Page { NowPage, WallPage, MaintenancePage, DutiesPage, HistoryPage, OutboxPage, SettingsPage };
constexpr int railWidth = 64;
constexpr int footHeight = 26;
constexpr QSize smallestWindow(1100, 640);
constexpr QSize usualWindow(1366, 768);

} // namespace

MainWindow::MainWindow(ShellParts parts, QWidget *parent)
    : QMainWindow(parent)
    , m_desk(parts.console.desk)
    , m_watch(parts.console.watch)
    , m_compose(parts.console.compose)
    , m_publishing(parts.publishing)
    , m_archiveImport(parts.archiveImport)
    , m_marks(parts.marks)
    , m_metrics(parts.metrics)
    , m_logins(parts.logins)
    , m_upstreams(parts.upstreams)
    , m_siteUpkeep(parts.siteUpkeep)
    , m_reminders(m_desk)
    , m_remedies(m_desk)
    , m_updates(m_desk)
    , m_arrivals(m_desk)
    , m_siteTarget(parts.console.targets.front().name)
{
    setWindowTitle(u"Watchkeeper"_s);
    setMinimumSize(smallestWindow);
    resize(usualWindow);
    m_pages = new QStackedWidget;
    m_console = new ConsoleView(parts.console);
    m_alerts = new AlertsPanel(m_watch, parts.upstreams, parts.acknowledgements);
    m_console->healthPane().setAlerts(m_alerts);
    m_console->setMarks(m_marks);
    planPages(parts);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(buildRail());
    // Without a button in the rail: the post, the checklist, the settings and the palette lead
    // there.
    m_pages->addWidget(m_templates);
    m_pages->addWidget(m_checklists);
    m_pages->addWidget(m_providers);
    auto *place = new QVBoxLayout;
    place->setSpacing(0);
    place->addWidget(m_pages, 1);
    place->addWidget(buildNotice());
    middle->addLayout(place, 1);
    auto *central = new QWidget;
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(&m_console->strip());
    layout->addLayout(middle, 1);
    layout->addWidget(buildFoot());
    setCentralWidget(central);

    connect(m_console, &ConsoleView::addMonitorRequested, this, [this] {
        showSettings();
        (*m_settings)->focusAddress();
    });
    connect(m_console, &ConsoleView::addChartRequested, this, &MainWindow::addChart);
    connect(m_console, &ConsoleView::similarChosen, this, [this](const QString &id) {
        showPage(HistoryPage);
        (*m_history)->select(id);
    });
    connect(m_console, &ConsoleView::checklistsWanted, this, &MainWindow::showChecklists);
    connect(&m_console->composePane(), &ComposePane::templateWanted, this,
            &MainWindow::showTemplates);
    connect(m_console, &ConsoleView::dutiesRequested, this, &MainWindow::showDuties);
    m_console->setReminders(m_reminders);
    m_console->setRemedies(m_remedies);
    // By then the console may show it by itself.
    connect(&m_arrivals, &workflow::Arrivals::arrived, m_console, &ConsoleView::tellArrival,
            Qt::QueuedConnection);
    m_remedies.follow(m_watch);
    m_remedies.watch();
    connect(&m_watch, &workflow::Watch::networkChanged, this, &MainWindow::tellNetwork);
    connectPublishing();
    connectProviders(parts.upstreams);
    buildActions();
    connect(&m_second, &QTimer::timeout, this, &MainWindow::showFoot);
    m_second.start(1s);
    showFoot();
    restoreGeometry(m_desk.settings().get(settings::windowGeometry));
    m_console->restoreSplitter(m_desk.settings().get(settings::consoleSplitter));
    showNow();
}

QWidget *MainWindow::buildRail()
{
    auto *rail = new QFrame;
    setStyleProperty(rail, "ground", u"panel"_s);
    setStyleProperty(rail, "edge", u"right"_s);
    rail->setFixedWidth(railWidth);
    m_rail = new QButtonGroup(this);
    auto *layout = new QVBoxLayout(rail);
    layout->setContentsMargins(space::xs, space::s, space::xs, space::s);
    layout->setSpacing(space::xs);
    addPage(layout, new NavButton(Icon::Now, tr("Now")), m_console);
    addPage(layout, new NavButton(Icon::Wall, tr("Wall")), m_wall);
    addPage(layout, new NavButton(Icon::Maintenance, tr("Planned")), m_maintenance);
    addPage(layout, new NavButton(Icon::Owed, tr("Owed")), m_duties);
    addPage(layout, new NavButton(Icon::History, tr("History")), m_history);
    addPage(layout, new NavButton(Icon::Outbox, tr("Outbox")), m_outboxView);
    layout->addStretch(1);
    addPage(layout, new NavButton(Icon::Settings, tr("Settings")), m_settings);
    connect(m_rail, &QButtonGroup::idClicked, this, &MainWindow::showPage);
    return rail;
}

void MainWindow::addPage(QVBoxLayout *rail, NavButton *button, QWidget *page)
{
    m_rail->addButton(button, m_pages->addWidget(page));
    rail->addWidget(button);
}

QWidget *MainWindow::buildFoot()
{
    auto *foot = new QFrame;
    setStyleProperty(foot, "ground", u"panel"_s);
    setStyleProperty(foot, "edge", u"top"_s);
    foot->setFixedHeight(footHeight);
    m_sources = new StateBadge;
    m_sources->setBadgeSize(StateBadge::Size::Bare);
    m_outbox = new ActionButton(ActionButton::Kind::Quiet, {});
    setTextRole(m_outbox, TextRole::Faint);
    m_outbox->setToolTip(tr("What waits to be published, and what it waits for"));
    connect(m_outbox, &QPushButton::clicked, this, &MainWindow::showOutbox);
    m_waitsFor = new ElidedLabel({}, TextRole::Faint);
    m_promises = makeLabel({}, TextRole::Faint);
    m_clock = makeLabel({}, TextRole::Faint);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(space::m, 0, space::m, 0);
    layout->setSpacing(space::l);
    layout->addWidget(m_sources);
    layout->addWidget(m_outbox);
    layout->addWidget(m_waitsFor, 1);
    layout->addWidget(m_promises);
    layout->addWidget(makeLabel(tr("Ctrl+K everything · ? keys"), TextRole::Faint));
    layout->addWidget(m_clock);
    return foot;
}

void MainWindow::connectPublishing()
{
    connect(&m_publishing, &workflow::Publishing::changed, this, &MainWindow::showFoot);
    connect(&m_publishing, &workflow::Publishing::delivered, this,
            [this](const QString &sentence) { m_console->composePane().setDelivery(sentence); });
    connect(&m_publishing, &workflow::Publishing::failed, this, &MainWindow::tellError);
    connect(&m_console->composePane(), &ComposePane::published, &m_publishing,
            &workflow::Publishing::flush);
}

/// One notice, however many monitors there are.
void MainWindow::tellNetwork(bool works)
{
    const QString sentence =
        works
            ? tr("The network is back: measuring goes on.")
            : tr("This machine has no network. Nothing is measured, and alerts stay as they are.");
    tell({works ? Notice::Level::Info : Notice::Level::Warning, sentence, {}, {}});
}

void MainWindow::addAction(const QString &title, const QKeySequence &key, std::function<void()> run)
{
    auto *action = new QAction(title, this);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, run);
    QMainWindow::addAction(action);
    m_actions.append({title, key, std::move(run)});
}

void MainWindow::showPage(int index)
{
    showPlace(m_pages->widget(index));
    if (QAbstractButton *button = m_rail->button(index))
        button->setChecked(true);
}

void MainWindow::showPlace(QWidget *place)
{
    if (auto *late = dynamic_cast<LatePlace *>(place))
        late->make();
    m_pages->setCurrentWidget(place);
    m_notice->parentWidget()->hide();
}

void MainWindow::showNow()
{
    showPage(NowPage);
}

void MainWindow::showWall()
{
    showPage(WallPage);
    (*m_wall)->focusFirst();
}

void MainWindow::showMaintenance()
{
    showPage(MaintenancePage);
}

void MainWindow::showHistory()
{
    showPage(HistoryPage);
    (*m_history)->select(m_console->incidentId());
}

void MainWindow::showDuties()
{
    showPage(DutiesPage);
    (*m_duties)->focusList();
}

void MainWindow::showOutbox()
{
    showPage(OutboxPage);
    (*m_outboxView)->focusFirst();
}

void MainWindow::showSettings()
{
    showPage(SettingsPage);
}

void MainWindow::openPalette()
{
    CommandPalette(m_actions, this).exec();
}

void MainWindow::importPosts()
{
    ImportDialog dialog(m_desk, m_archiveImport, m_siteTarget, this);
    connect(&dialog, &ImportDialog::siteChanged, this, &MainWindow::siteChanged);
    dialog.exec();
}

void MainWindow::showChanges()
{
    auto *dialog = new ChangesDialog(m_marks, m_desk, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showFoot()
{
    int blind = 0;
    const QStringList monitors = m_watch.monitors();
    for (const QString &monitor : monitors) {
        const auto status = m_watch.status(monitor);
        if (!status || status->condition == workflow::Condition::NotMeasured)
            ++blind;
    }
    if (monitors.isEmpty())
        m_sources->setState(State::NotMeasured, tr("Nothing is watched"));
    else if (m_watch.isOffline())
        m_sources->setState(State::NotMeasured, tr("No network"));
    else if (blind > 0)
        m_sources->setState(State::NotMeasured, tr("%n not measured", nullptr, blind));
    else
        m_sources->setState(State::Up, tr("All sources measured"));
    m_outbox->setTitle(m_publishing.summary());
    m_waitsFor->setText(m_publishing.summarySentence());
    m_promises->setText(m_publishing.promiseSummary());
    const QDateTime now = timing::toLocal(m_desk.clock().now(), m_desk.zone());
    m_clock->setText(QLocale().toString(now, u"ddd d MMM HH:mm:ss "_s) +
                     QString::fromUtf8(m_desk.zone().id()));
}

void MainWindow::chooseExport(const QString &incidentId, const QString &format)
{
    const auto incident = m_desk.load(incidentId);
    const auto wanted = workflow::formatNamed(format);
    if (!incident || !wanted)
        return;
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export the postmortem"), workflow::suggestedFileName(*incident, *wanted));
    if (path.isEmpty())
        return;
    const base::Done done =
        workflow::exportPostmortem(m_desk, incidentId, *wanted, path, postmortemPdf);
    if (done)
        tell({Notice::Level::Info, tr("The postmortem is in"), path, {}});
    else
        tellError(done.error());
}

/// The draft is shown before anything is sent.
void MainWindow::publishPostmortem(const QString &incidentId)
{
    const auto incident = m_desk.load(incidentId);
    const base::Result<workflow::PostmortemPost> post =
        incident ? workflow::postOf(*incident) : base::passOn(incident);
    if (!post)
        return tellError(post.error());
    const auto draft = [this, incidentId, post = *post] {
        showNow();
        m_console->showIncident(incidentId);
        m_compose.setText(post.title, post.body);
        m_console->focusCompose();
    };
    const auto places = workflow::postmortemPlaces(m_publishing, *incident);
    if (places.empty())
        return draft();
    auto *dialog = new PlaceDialog(m_desk, m_publishing, *incident, post->body, places, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PlaceDialog::postWanted, this, draft);
    dialog->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_checklists->isMade() && !(*m_checklists)->mayLeave()) {
        event->ignore();
        return;
    }
    // Losing the size of the window is not worth a question.
    std::ignore = m_desk.settings().set(settings::windowGeometry, saveGeometry());
    std::ignore = m_desk.settings().set(settings::consoleSplitter, m_console->splitterState());
    QMainWindow::closeEvent(event);
}

} // namespace ui
