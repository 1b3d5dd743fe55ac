// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/rehearsal/rehearsal.h"
#include "timing/zone.h"
#include "wording/timewords.h"
#include "workflow/review.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// The steps of the rehearsal: what is done, and how it is known.
namespace app {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using base::Done;
using incident::Milestone;
using incident::PublicStatus;

namespace {

/// Instants are kept in whole seconds, and a probe takes its time.
constexpr base::Span slack = 2s;

bool holds(const timing::RoughInstant &at, base::Instant moment)
{
    const bool notTooLate = !at.lo() || *at.lo() <= moment + slack;
    const bool notTooEarly = !at.hi() || *at.hi() >= moment - slack;
    return at.isKnown() && notTooLate && notTooEarly;
}

QJsonArray publicIncidents(const QString &siteFolder)
{
    QFile file(siteFolder + u"/api/v2/incidents.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object().value("incidents"_L1).toArray();
}

} // namespace

void Rehearsal::addWatchSteps()
{
    m_steps.push_back({tr("The practice shop answers well"),
                       tr("The practice shop is being watched. It will break in a moment."),
                       {},
                       [this]() -> Outcome {
                           if (condition() != workflow::Condition::Up)
                               return std::nullopt;
                           return m_place.watch().status(m_monitor)->sentence;
                       }});
    m_steps.push_back({tr("It breaks"),
                       {},
                       [this] {
                           m_brokenAt = m_place.clock().now();
                           return m_service.setBreakage(m_options.scenario);
                       },
                       [this]() -> Outcome {
                           const auto now = condition();
                           const bool broken =
                               now == workflow::Condition::Down || now == workflow::Condition::Slow;
                           return broken ? Outcome(m_place.watch().status(m_monitor)->sentence)
                                         : std::nullopt;
                       },
                       true});
    m_steps.push_back({tr("An alert proposes an incident"),
                       tr("Something is failing. Wait for the alert."),
                       {},
                       [this]() -> Outcome {
                           const auto open = m_place.desk().openIncidents();
                           if (open.empty())
                               return std::nullopt;
                           m_incident = open.front().id;
                           const Outcome right = startIsRight();
                           if (right)
                               takeScreenshot(u"1-alert"_s);
                           return right;
                       }});
}

void Rehearsal::addFightSteps()
{
    m_steps.push_back({tr("Noticed"), tr("Press N: you have noticed it."),
                       [this] { return press(ui::StripKey::Noticed); },
                       [this] {
                           return stamped(Milestone::Detected);
                       }});
    m_steps.push_back({tr("Acknowledged"), tr("Press A: it is yours."),
                       [this] { return press(ui::StripKey::Acknowledged); },
                       [this] {
                           return stamped(Milestone::Acknowledged);
                       }});
    m_steps.push_back({tr("What users feel, and how bad"),
                       tr("Write what users feel, and set the severity, in the post pane."),
                       [this] {
                           const auto known = incident();
                           const auto windows = known.actualWindows();
                           if (windows.empty())
                               return Done(base::fail(base::ErrorKind::Internal, tr("no window")));
                           incident::Window window = windows.front();
                           window.felt = tr("the shop does not open");
                           if (const Done put = run(incident::PutWindow{window, {}}); !put)
                               return put;
                           return run(incident::SetSeverity{2});
                       },
                       [this]() -> Outcome {
                           const auto known = incident();
                           const bool said = !known.felt().isEmpty() && known.severity > 0;
                           return said ? Outcome(known.felt()) : std::nullopt;
                       }});
    m_steps.push_back({tr("First post"), tr("Read the post and publish it: Ctrl+Enter."),
                       [this] { return publish(); },
                       [this]() -> Outcome {
                           const auto known = incident();
                           const auto *post = known.lastPublished();
                           if (!post || post->status == PublicStatus::Resolved)
                               return std::nullopt;
                           const Outcome seen = published(post->status);
                           if (seen)
                               takeScreenshot(u"2-first-post"_s);
                           return seen;
                       }});
    m_steps.push_back({tr("Fixed"), tr("Press F: the fix goes in."),
                       [this] { return press(ui::StripKey::Fixed); },
                       [this] {
                           return stamped(Milestone::Fixed);
                       }});
    m_steps.push_back({tr("It answers well again"),
                       tr("The fix is in. Wait until the shop answers well again."),
                       [this] {
                           m_mendedAt = m_place.clock().now();
                           return m_service.setBreakage(Breakage::None);
                       },
                       [this]() -> Outcome {
                           const auto ended = workflow::endOfAlerts(incident());
                           if (condition() != workflow::Condition::Up || !ended.isKnown())
                               return std::nullopt;
                           return m_place.watch().status(m_monitor)->sentence;
                       },
                       true});
    m_steps.push_back({tr("Back to normal"), tr("Press B: users see it healthy."),
                       [this] { return press(ui::StripKey::BackToNormal); },
                       [this] {
                           return stamped(Milestone::BackToNormal) ? endIsRight() : std::nullopt;
                       }});
}

void Rehearsal::addAfterSteps()
{
    m_steps.push_back({tr("All-clear"), tr("Publish the all-clear: Ctrl+Enter."),
                       [this] { return publish(); },
                       [this]() -> Outcome {
                           const Outcome seen = published(PublicStatus::Resolved);
                           if (seen)
                               takeScreenshot(u"3-all-clear"_s);
                           return seen;
                       }});
    m_steps.push_back(
        {tr("Cause"), tr("Write the cause in the post pane, and set it to confirmed."),
         [this] {
             incident::Cause cause;
             cause.status = incident::CauseStatus::Confirmed;
             cause.attribution = incident::Attribution::Own;
             cause.text = tr("the rehearsal broke it on purpose");
             cause.trigger = u"change.operator"_s;
             return run(incident::StateCause{cause, {}});
         },
         [this]() -> Outcome {
             const auto known = incident();
             const bool stated = known.cause.status == incident::CauseStatus::Confirmed;
             return stated ? Outcome(known.cause.text) : std::nullopt;
         }});
    m_steps.push_back({tr("Watched"),
                       tr("The checklist watches the shop until its time is over."),
                       {},
                       [this]() -> Outcome {
                           const auto known = incident();
                           for (const auto &status :
                                incident::evaluate(known, m_place.watch().surroundings(known))) {
                               if (status.step.done == incident::DoneWhen::Watched &&
                                   status.state == incident::StepState::Done)
                                   return status.evidence;
                           }
                           return std::nullopt;
                       }});
    m_steps.push_back(
        {tr("Postmortem"),
         {},
         [this] {
             return workflow::exportPostmortem(m_place.desk(), m_incident,
                                               workflow::PostmortemFormat::Html, postmortemPath(),
                                               {});
         },
         [this]() -> Outcome {
             QFile file(postmortemPath());
             const auto known = incident();
             if (known.exports.empty() || !file.open(QIODevice::ReadOnly))
                 return std::nullopt;
             const auto hash = QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
             const bool same = QString::fromLatin1(hash.toHex()) == known.exports.back().hash;
             return same ? Outcome(QDir::toNativeSeparators(file.fileName())) : std::nullopt;
         },
         true});
    m_steps.push_back({tr("Ledger"), {}, {}, [this]() -> Outcome {
                           m_window.window().showHistory();
                           takeScreenshot(u"4-history"_s);
                           const auto report = m_place.ledger().check();
                           if (!report || !report->isSound())
                               return std::nullopt;
                           return tr("%1 events, all in order").arg(report->events);
                       }});
}

Rehearsal::Outcome Rehearsal::stamped(Milestone milestone) const
{
    const auto at = incident().milestone(milestone);
    if (!at.isKnown())
        return std::nullopt;
    const wording::Reader reader{m_place.desk().zone(), m_place.clock().now()};
    return wording::timeWords(at, reader);
}

/// Seen, and in the file that programs read.
Rehearsal::Outcome Rehearsal::published(PublicStatus status) const
{
    const auto known = incident();
    const auto *post = known.lastPublished();
    if (!post || post->status != status)
        return std::nullopt;
    const QJsonArray incidents = publicIncidents(m_place.siteFolder());
    if (incidents.isEmpty() ||
        incidents.first().toObject().value("status"_L1).toString() != base::toName(status))
        return std::nullopt;
    return post->seen.front().url;
}

Rehearsal::Outcome Rehearsal::startIsRight() const
{
    const auto started = incident().milestone(Milestone::Started);
    if (!holds(started, m_brokenAt) && m_options.scenario != Breakage::Intermittent)
        return std::nullopt;
    return stamped(Milestone::Started);
}

Rehearsal::Outcome Rehearsal::endIsRight() const
{
    const auto known = incident();
    if (known.hasOpenWindow() || known.state != incident::State::Restored)
        return std::nullopt;
    const auto normal = known.milestone(Milestone::BackToNormal);
    if (!holds(normal, m_mendedAt) && m_options.scenario != Breakage::Intermittent)
        return std::nullopt;
    return stamped(Milestone::BackToNormal);
}

} // namespace app
