// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/rehearsal/rehearsal.h"

#include "incident/builtinchecklists.h"
#include "source/address.h"

#include <QDir>
#include <QLocale>
#include <QSaveFile>

namespace app {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using base::Done;

namespace {

constexpr auto lookInterval = 100ms;
constexpr qint64 stepDeadlineMs = 90'000;
constexpr auto fastWatch = 3s;
constexpr auto practiceWatch = 30s;

} // namespace

Rehearsal::Rehearsal(Window &window, RehearsalOptions options, Printer print)
    : m_window(window)
    , m_place(window.place())
    , m_options(options)
    , m_print(std::move(print))
{
    connect(&m_look, &QTimer::timeout, this, &Rehearsal::advance);
    addWatchSteps();
    addFightSteps();
    addAfterSteps();
}

/// The practice checklist is the real one with a shorter watch.
Done Rehearsal::prepare(const QString &dataDir, const RehearsalOptions &options)
{
    incident::Checklist list = incident::builtinChecklist(u"unplanned"_s, QLocale());
    for (incident::ChecklistStep &step : list.steps) {
        if (step.done == incident::DoneWhen::Watched)
            step.time = options.fast ? fastWatch : practiceWatch;
    }
    const QDir folder(QDir(dataDir).filePath(u"checklists"_s));
    QSaveFile file(folder.filePath(u"unplanned.json"_s));
    if (!folder.mkpath(u"."_s) || !file.open(QIODevice::WriteOnly) ||
        file.write(incident::toJson(list)) < 0 || !file.commit()) {
        return base::fail(base::ErrorKind::Storage,
                          tr("The rehearsal cannot write to %1. Choose another folder with --data.")
                              .arg(QDir::toNativeSeparators(dataDir)));
    }
    return {};
}

void Rehearsal::start()
{
    m_total.start();
    if (const Done started = m_service.start(); !started) {
        finish(started.error().text);
        return;
    }
    auto spec = source::specFromAddress(m_service.address());
    if (!spec) {
        finish(spec.error().text);
        return;
    }
    spec->id = m_monitor = m_place.desk().newId();
    spec->name = tr("practice shop");
    spec->component = tr("shop");
    spec->interval = m_options.fast ? 1s : 3s;
    spec->timeout = 900ms;
    spec->bodyContains = PracticeService::greeting;
    spec->slowMs = 300;
    if (const Done added = m_place.watch().add(*spec); !added) {
        finish(added.error().text);
        return;
    }
    enter();
    m_look.start(lookInterval);
}

void Rehearsal::enter()
{
    m_inStep.start();
    const Step &step = m_steps[m_current];
    if (!m_options.alone && !step.hint.isEmpty())
        m_window.window().console().showNotice({ui::Notice::Level::Info, step.hint, {}, {}});
    if (!step.act || (!m_options.alone && !step.always))
        return;
    if (const Done acted = step.act(); !acted)
        finish(step.title + u": "_s + acted.error().text);
}

void Rehearsal::advance()
{
    if (m_current >= m_steps.size())
        return;
    const Step &step = m_steps[m_current];
    const Outcome outcome = step.outcome();
    if (!outcome) {
        if (m_options.alone && m_inStep.hasExpired(stepDeadlineMs))
            finish(tr("“%1” was not seen in time.").arg(step.title));
        return;
    }
    m_print(step.title, double(m_total.elapsed()) / 1000, *outcome);
    ++m_current;
    if (m_current == m_steps.size())
        finish({});
    else
        enter();
}

void Rehearsal::finish(const QString &trouble)
{
    m_look.stop();
    m_current = m_steps.size();
    emit done(trouble);
}

void Rehearsal::takeScreenshot(const QString &name)
{
    const QDir folder(QDir(m_place.desk().dataDir()).filePath(u"screenshots"_s));
    folder.mkpath(u"."_s);
    const QString path = folder.filePath(name + u".png"_s);
    if (m_window.window().grab().save(path))
        m_screenshots << path;
}

incident::Incident Rehearsal::incident() const
{
    return m_incident.isEmpty() ? incident::Incident()
                                : m_place.desk().load(m_incident).value_or(incident::Incident());
}

workflow::Condition Rehearsal::condition() const
{
    const auto status = m_place.watch().status(m_monitor);
    return status ? status->condition : workflow::Condition::NotMeasured;
}

Done Rehearsal::press(ui::StripKey key)
{
    m_window.window().console().press(key);
    return {};
}

Done Rehearsal::publish()
{
    m_window.window().console().composePane().publish();
    return {};
}

Done Rehearsal::run(const incident::Command &command)
{
    const auto changed = m_place.desk().run(m_incident, command);
    return changed ? Done() : Done(base::passOn(changed));
}

QString Rehearsal::postmortemPath() const
{
    return QDir(m_place.desk().dataDir()).filePath(u"postmortem.html"_s);
}

} // namespace app
