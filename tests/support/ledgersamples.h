// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/ledgerfolder.h"

namespace support {

/// A window of these facts, with the rest as it comes.
[[nodiscard]] inline incident::Window window(int seq, bool planned, timing::RoughInstant start,
                                             timing::RoughInstant end, QStringList components)
{
    incident::Window window;
    window.seq = seq;
    window.planned = planned;
    window.start = start;
    window.end = end;
    window.components = std::move(components);
    window.felt = QStringLiteral("Images did not load; “naïve” résumé 🔥");
    window.evidence = QStringLiteral("chart");
    return window;
}

/// Events of every kind that leaves a trace in a projection, in three changes.
inline void writeRichIncident(ledger::Ledger &ledger, const QString &id, const QString &ref)
{
    using namespace incident;
    using namespace Qt::StringLiterals;
    const auto start =
        timing::RoughInstant::between(utc("2026-11-22T15:40:00Z"), utc("2026-11-22T15:41:00Z"));
    const auto end = timing::RoughInstant::exact(utc("2026-11-22T16:02:00Z"));
    PostRevision first;
    first.id = id + u"-r1"_s;
    first.number = 1;
    first.title = u"Images do not load"_s;
    first.body = u"We are looking into it.\nSorry!"_s;
    first.targets = {u"site"_s, u"blog"_s};
    first.estimate = timing::RoughDuration::about(std::chrono::minutes(10));
    first.nextUpdate = timing::RoughInstant::exact(utc("2026-11-22T16:30:00Z"));
    first.facts = "{\"felt\":\"images\"}";
    Promise promise;
    promise.id = id + u"-p1"_s;
    promise.quote = u"I'll update here"_s;
    promise.due = first.nextUpdate;
    AlertEvidence alert;
    alert.alert = u"a"_s;
    Cause cause;
    cause.status = CauseStatus::Confirmed;
    cause.text = u"A full disk"_s;
    cause.attribution = Attribution::Own;
    cause.trigger = u"load.capacity"_s;
    cause.factors = {{u"provider.infra"_s, FactorRole::Latent}};
    const auto changed = [&](const ledger::Decide &decide) {
        const auto result = ledger.change(id, u"sam"_s, decide);
        if (!result)
            qFatal("%s", qPrintable(result.error().text + result.error().detail));
    };
    changed(happens(opened(ref, u"Images slow"_s), TitleChanged{u"Images down"_s},
                    SeverityChanged{2},
                    WindowSet{window(1, false, start, {}, {u"images"_s, u"thumbnails"_s}), {}},
                    MilestoneSet{Milestone::Started, 1, start, Source::Alert, {}},
                    MilestoneSet{Milestone::Detected, 1, end, Source::Manual, u"pager"_s},
                    MilestoneSet{Milestone::Detected, 1, {}, Source::Manual, u"taken back"_s},
                    Noted{u"Disk of the image cache was full"_s}, AlertLinked{alert}));
    changed(happens(
        PostRevised{first}, PostSeen{first.id, u"site"_s, u"17"_s, u"https://example.org/17"_s},
        PromiseMade{promise}, PromiseSettled{promise.id, PromiseStatus::Kept, u"done"_s},
        CauseStated{cause, {}}, ChecklistStarted{"{}"},
        StepMarked{u"U1"_s, 1, StepState::Done, u"seen"_s}));
    changed(happens(WindowSet{window(1, false, start, end, {u"images"_s}), u"ended"_s},
                    MilestoneSet{Milestone::BackToNormal, 1, end, Source::Manual, {}},
                    StateChanged{State::Restored, {}}, Reopened{u"It is back again"_s},
                    SectionWritten{u"lessons"_s, u"Watch the disk"_s},
                    PostmortemExported{u"md"_s, u"00"_s}));
}

} // namespace support
