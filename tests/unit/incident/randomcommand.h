// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/statemachine.h"
#include "support/story.h"

#include <map>
#include <QRandomGenerator>

/// Commands as nobody would give them: half of them sensible for the incident at hand, half not.
class RandomCommand
{
public:
    explicit RandomCommand(quint32 seed)
        : m_random(seed)
    {}

    int number(int below) { return int(m_random.bounded(below)); }
    bool oneIn(int many) { return number(many) == 0; }

    incident::OpenIncident opening(incident::Instant now)
    {
        using namespace incident;
        OpenIncident command = support::liveOutage({});
        command.kind = word<Kind>();
        const bool work = command.kind == Kind::Maintenance;
        command.entry = work ? (oneIn(4) ? EntryMode::Retrospective : EntryMode::Planned)
                             : (oneIn(3) ? EntryMode::Retrospective : EntryMode::Live);
        const State states[][2] = {{State::Suspected, State::Active},
                                   {State::Monitoring, State::Restored},
                                   {State::Draft, State::Scheduled}};
        command.state = work && command.entry == EntryMode::Retrospective
                            ? State::Completed
                            : states[int(command.entry)][number(2)];
        command.windows.clear();
        const bool planned = command.entry == EntryMode::Planned;
        for (int i = number(3); i > 0; --i)
            command.windows.push_back(window(now, planned));
        command.severity = number(6);
        command.reason = reason();
        if (oneIn(3))
            command.detected = instant(now);
        if (oneIn(4))
            command.backToNormal = instant(now);
        if (oneIn(4))
            command.alert = alert(now);
        command.checklist = checklist(checklistNameFor(command.kind, command.entry));
        return command;
    }

    /// History from posts that were there before.
    incident::ImportIncident importing(incident::Instant now)
    {
        using namespace incident;
        ImportIncident command;
        command.id = QStringLiteral("incident-1");
        command.kind = word<Kind>();
        const bool work = command.kind == Kind::Maintenance;
        command.entry = work && oneIn(2) ? EntryMode::Planned : EntryMode::Retrospective;
        command.state = oneIn(4) ? word<State>() : State::Closed;
        command.title = QStringLiteral("title");
        command.origin.identity = oneIn(9) ? QString() : QStringLiteral("post-1");
        ImportedPost told{post({}, now), now - Span(number(4'000)), {}};
        told.revision.nextUpdate = {};
        command.posts = {told};
        for (int i = number(3); i > 0; --i)
            command.windows.push_back({window(now, work && oneIn(2)), told.posted, oneIn(3)});
        if (oneIn(2))
            command.milestones = {{word<Milestone>(), instant(now)}};
        return command;
    }

    /// What an incident begins with.
    incident::Command first(incident::Instant now)
    {
        return oneIn(6) ? incident::Command(importing(now)) : incident::Command(opening(now));
    }

    incident::Command next(const incident::Incident &incident, incident::Instant now)
    {
        using namespace incident;
        if (oneIn(40)) {
            return oneIn(2) ? Command(importing(now))
                            : Command(ShowImport{oneIn(2) ? QStringList() : QStringList{target()}});
        }
        if (oneIn(40))
            return RetractPosts{oneIn(2) ? QStringLiteral("x1") : QStringLiteral("x2"),
                                {target()},
                                oneIn(4) ? QString() : QStringLiteral("It named a customer.")};
        if (oneIn(3))
            return later(incident, now);
        switch (number(26)) {
        case 0:
        case 1:
        case 2:
        case 3:
            return Stamp{word<Milestone>(), instant(now), word<Source>(), reason()};
        case 4:
            return Unstamp{word<Milestone>(), reason()};
        case 5:
            return Retitle{oneIn(4) ? QString() : QStringLiteral("title %1").arg(number(3))};
        case 6:
            return SetSeverity{number(6)};
        case 7:
            return StateCause{cause(), reason()};
        case 8:
        case 9:
            return PutWindow{known(incident, now), reason()};
        case 10:
            return WithdrawWindow{number(4), reason()};
        case 11:
            return AddNote{reason(), instant(now)};
        case 12:
            return LinkAlert{alert(now)};
        case 13:
            return RevisePost{post(incident, now)};
        case 14:
            return RecordSeen{QStringLiteral("r%1").arg(number(m_posts + 1)),
                              target(),
                              {},
                              {},
                              QStringLiteral("p%1").arg(number(9))};
        case 15:
            return MakePromise{promise(now)};
        case 16:
            return SettlePromise{promiseId(incident), word<PromiseStatus>(), reason()};
        case 17:
            return MarkStep{stepId(incident), word<StepState>(), reason(), oneIn(2)};
        case 18:
        case 23:
        case 24:
            return Advance{word<State>(), reason()};
        case 19:
            return Reopen{window(now, oneIn(5)), reason()};
        case 20:
            return StartMaintenance{instant(now)};
        case 21:
            return FinishMaintenance{instant(now), reason()};
        case 22:
            return Replan{window(now, true), reason()};
        default:
            return oneIn(2) ? Command(WriteSection{reason(), reason()})
                            : Command(RecordExport{reason(), reason()});
        }
    }

    /// Phases, obligations, providers, remedies, and what joins and parts incidents.
    incident::Command later(const incident::Incident &incident, incident::Instant now)
    {
        using namespace incident;
        const QString other = QStringLiteral("incident-%1").arg(1 + number(3));
        const QString ref = QStringLiteral("2026-11-22-9");
        switch (number(16)) {
        case 0:
            return EndPhase{instant(now), reason()};
        case 1:
            return AbortMaintenance{instant(now), reason()};
        case 2:
            return SetAbortRule{{instant(now + std::chrono::hours(1)), reason()}};
        case 3:
            return MuteAlerts{{oneIn(4) ? QStringList() : QStringList{QStringLiteral("images")},
                               now + Span(number(4'000) - 900), reason()}};
        case 4:
            return DatePromise{promiseId(incident), instant(now), reason(), reason()};
        case 5:
            return PutFollowUp{{QStringLiteral("f%1").arg(number(4)),
                                reason(),
                                word<FollowUpKind>(),
                                instant(now),
                                reason(),
                                oneIn(3) ? promiseId(incident) : QString(),
                                {},
                                {},
                                word<FollowUpStatus>(),
                                reason()}};
        case 6:
            return SettleFollowUp{QStringLiteral("f%1").arg(number(5)), word<FollowUpStatus>(),
                                  reason()};
        case 7: {
            ProviderContact contact;
            contact.id = QStringLiteral("c%1").arg(number(5));
            contact.provider = oneIn(2) ? QStringLiteral("host") : QString();
            contact.channel = word<Channel>();
            contact.said = reason();
            contact.reference = reason();
            contact.at = instant(now);
            contact.chaseAt = instant(now + std::chrono::hours(1));
            return LogContact{contact};
        }
        case 8:
            return LogAnswer{QStringLiteral("c%1").arg(number(6)), reason()};
        case 9: {
            RemedyRun run;
            run.id = QStringLiteral("run%1").arg(number(30));
            run.name = QStringLiteral("restart");
            run.command = oneIn(9) ? QStringList() : QStringList{QStringLiteral("/bin/true")};
            run.dryRun = oneIn(3);
            return StartRemedy{run, number(4)};
        }
        case 10:
            return EndRemedy{QStringLiteral("run%1").arg(number(30)), number(3), oneIn(5),
                             reason()};
        case 11:
            return Reclassify{word<Kind>(), reason()};
        case 12:
            return LinkIncident{{word<Relation>(), other, ref, reason()}};
        case 13:
            return SplitOff{other, ref, oneIn(2) ? std::vector<int>{number(4)} : std::vector<int>(),
                            oneIn(2) ? QStringList{QStringLiteral("images")} : QStringList(),
                            reason()};
        case 14:
            if (!oneIn(4))
                return AddNote{reason(), instant(now)};
            return MergeInto{other, ref, reason()};
        default:
            return TakeOver{oneIn(5) ? incident.id : other,
                            ref,
                            {window(now, false)},
                            {alert(now)},
                            {promise(now)},
                            reason()};
        }
    }

    /// What brings an incident on, whatever state it is in.
    incident::Command onwards(const incident::Incident &incident, incident::Instant now)
    {
        using namespace incident;
        const auto at = RoughInstant::exact(now);
        const QString why = QStringLiteral("because it is so");
        switch (number(9)) {
        case 0:
            return Stamp{Milestone::BackToNormal, at, Source::Manual, why};
        case 1:
            return oneIn(2)   ? Command(StartMaintenance{at})
                   : oneIn(2) ? Command(FinishMaintenance{at, why})
                   : oneIn(3) ? Command(AbortMaintenance{at, why})
                              : Command(EndPhase{at, why});
        case 2:
        case 3: {
            const auto next = nextStates(incident.state, incident.kind);
            return Advance{next.empty() ? State::Active : next[number(int(next.size()))], why};
        }
        case 4:
            return SettlePromise{promiseId(incident), PromiseStatus::Kept, why};
        case 5:
            return SetSeverity{1 + number(4)};
        case 6:
            for (const StepStatus &status : evaluate(incident, {now, {}})) {
                if (status.state == StepState::Todo && status.step.required)
                    return MarkStep{status.step.id, StepState::Done, why, false};
            }
            [[fallthrough]];
        default:
            return MarkStep{stepId(incident), StepState::Done, why, false};
        }
    }

    incident::Span pause() { return incident::Span(number(oneIn(5) ? 7200 : 300)); }

private:
    template <class E>
    E word()
    {
        return base::EnumNames<E>::table[number(std::size(base::EnumNames<E>::table))].value;
    }

    QString reason()
    {
        return oneIn(3) ? QString() : QStringLiteral("because of %1").arg(number(3));
    }

    QString target() { return oneIn(2) ? QStringLiteral("site") : QStringLiteral("blog"); }

    incident::RoughInstant instant(incident::Instant now)
    {
        using incident::RoughInstant;
        const incident::Instant when = now - incident::Span(number(oneIn(3) ? 90'000 : 4'000)) +
                                       incident::Span(oneIn(6) ? 4'000 : 0);
        switch (number(9)) {
        case 0:
            return {};
        case 1:
            return RoughInstant::notApplicable();
        case 2:
            return RoughInstant::about(when, incident::Span(60 + number(600)));
        case 3:
            return RoughInstant::between(when, when - incident::Span(number(1'000)));
        case 4:
            return oneIn(2) ? RoughInstant::notBefore(when) : RoughInstant::notAfter(when);
        default:
            return RoughInstant::exact(when);
        }
    }

    incident::RoughDuration length()
    {
        using incident::RoughDuration;
        const incident::Span span(number(5'000) - 100);
        switch (number(6)) {
        case 0:
            return RoughDuration::exact(span);
        case 1:
            return RoughDuration::about(incident::Span(number(5'000)));
        case 2:
            return RoughDuration::atMost(incident::Span(number(5'000)));
        case 3:
            return RoughDuration::atLeast(span);
        default:
            return {};
        }
    }

    incident::Window window(incident::Instant now, bool planned)
    {
        incident::Window window;
        window.planned = planned;
        window.effect = word<incident::Effect>();
        window.start = instant(planned ? now + std::chrono::hours(2) : now);
        if (oneIn(2))
            window.end = instant(planned ? now + std::chrono::hours(3) : now);
        window.duration =
            planned && !oneIn(3) ? incident::RoughDuration::atMost(incident::Span(600)) : length();
        window.inside = oneIn(5);
        window.several = oneIn(9);
        window.count = number(4);
        if (oneIn(2))
            window.components = {QStringLiteral("images")};
        if (oneIn(2))
            window.felt = QStringLiteral("nothing loads");
        return window;
    }

    /// A window that is there, with something changed; or a new one.
    incident::Window known(const incident::Incident &incident, incident::Instant now)
    {
        if (incident.windows.empty() || oneIn(3)) {
            incident::Window fresh = window(now, incident.isMaintenance() && oneIn(2));
            fresh.seq = oneIn(6) ? 1 + number(4) : 0;
            return fresh;
        }
        incident::Window changed = incident.windows[number(int(incident.windows.size()))];
        const incident::Window other = window(now, changed.planned != oneIn(9));
        switch (number(5)) {
        case 0:
            changed.start = other.start;
            break;
        case 1:
            changed.end = other.end;
            break;
        case 2:
            changed.duration = other.duration;
            break;
        case 3:
            changed.inside = other.inside;
            changed.several = other.several;
            changed.count = other.count;
            changed.planned = other.planned;
            break;
        default:
            changed.felt = other.felt;
        }
        return changed;
    }

    incident::Cause cause()
    {
        return {word<incident::CauseStatus>(), oneIn(2) ? QStringLiteral("a full disk") : QString(),
                word<incident::Attribution>(), oneIn(2) ? QStringLiteral("host") : QString(),
                oneIn(2) ? QStringLiteral("change.operator") : QString()};
    }

    incident::AlertEvidence alert(incident::Instant now)
    {
        incident::AlertEvidence alert;
        alert.alert = oneIn(9) ? QString() : QStringLiteral("a%1").arg(number(4));
        alert.started = instant(now);
        alert.detected = now - incident::Span(number(600)) + incident::Span(oneIn(9) ? 900 : 0);
        if (oneIn(2))
            alert.ended = instant(now);
        alert.failingSamples = number(4);
        return alert;
    }

    incident::PostRevision post(const incident::Incident &incident, incident::Instant now)
    {
        incident::PostRevision revision;
        revision.id = oneIn(9) ? QString() : QStringLiteral("r%1").arg(m_posts++);
        revision.status = word<incident::PublicStatus>();
        if (!incident.posts.empty() && oneIn(4))
            revision.replaces = oneIn(4) ? QStringLiteral("r?") : incident.posts.back().id;
        revision.title = reason();
        revision.body = reason();
        if (!oneIn(9))
            revision.targets = {target()};
        if (oneIn(3))
            revision.nextUpdate = instant(now + std::chrono::hours(1));
        return revision;
    }

    incident::Promise promise(incident::Instant now)
    {
        incident::Promise promise;
        promise.id = QStringLiteral("p%1").arg(number(9));
        promise.kind = word<incident::PromiseKind>();
        promise.quote = reason();
        promise.due = instant(now + std::chrono::hours(1));
        promise.trigger = reason();
        return promise;
    }

    QString promiseId(const incident::Incident &incident)
    {
        if (incident.promises.empty() || oneIn(6))
            return QStringLiteral("p?");
        return incident.promises[number(int(incident.promises.size()))].id;
    }

    /// Kept, for reading it is what takes time.
    const QByteArray &checklist(const QString &name)
    {
        QByteArray &json = m_checklists[name];
        if (json.isEmpty())
            json = toJson(incident::builtinChecklist(name, QLocale::c()));
        return json;
    }

    QString stepId(const incident::Incident &incident)
    {
        const char letters[] = {incident.isMaintenance() ? 'M' : 'U', 'J', 'X'};
        const char letter = letters[oneIn(4) ? number(3) : 0];
        return QLatin1Char(letter) + QString::number(1 + number(12));
    }

    QRandomGenerator m_random;
    std::map<QString, QByteArray> m_checklists;
    int m_posts = 0;
};
