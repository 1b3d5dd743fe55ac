// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storywords.h"

namespace tenstories {

Story quarterOfAnHour()
{
    const QString watching = u"we keep an eye on it this evening"_s;
    const QString rerun = u"the job runs again in the small hours"_s;
    Story story{"2 a quarter of an hour, told afterwards", {}, {}};
    story.steps = {
        {"15:00", Tell{u"around 15 min just now, fixed after about 10, normal +5, watching"_s,
                       u"The shop was down"_s, u"no page opened"_s, u"key server"_s}},
        {"15:01", Blame{CauseStatus::Confirmed,
                        u"a background update took more than the server had"_s,
                        Attribution::Own,
                        {},
                        u"change.maintenance_job"_s,
                        u"contributing:load.capacity"_s,
                        {}}},
        {"15:02", Severity{3}},
        {"15:03", Undertake{PromiseKind::Monitor, watching, u"this evening"_s, {}}},
        {"15:04", Undertake{PromiseKind::Reschedule, rerun, u"tomorrow early hours"_s, {}}},
        {"15:05", Leave{FollowUpKind::Corrective, u"Run the update at a quiet time"_s,
                        u"tomorrow early hours"_s, true}},
        {"15:06", Publish{PublicStatus::Monitoring}},
        {"15:07", Tick{u"J2"_s, u"the chart says the same"_s}},
        {"23:05", Settle{watching, PromiseStatus::Kept, u"quiet all evening"_s}},
        {"23:06", Tick{u"J6"_s, u"looked at by hand until eleven"_s}},
        {"23:07", Advance{State::Restored}},
        {"29:10", Settle{rerun, PromiseStatus::Kept, u"it ran at five, and took a minute"_s}},
        {"29:11", Close{}},
    };
    Outcome &end = story.outcome;
    end.entry = EntryMode::Retrospective;
    end.windows = {
        {false, Effect::Down, from("14:27", "14:48"), from("14:45", "15:00"), minutes(12, 18)}};
    end.milestones = {{Milestone::Started, from("14:27", "14:48")},
                      {Milestone::FirstPost, sharp("15:06")},
                      {Milestone::Fixed, from("14:35", "15:00")},
                      {Milestone::BackToNormal, from("14:45", "15:00")}};
    end.metrics.restore = minutes(12, 18);
    end.metrics.downtime = minutes(12, 18);
    end.cause = {CauseStatus::Confirmed,
                 u"a background update took more than the server had"_s,
                 Attribution::Own,
                 {},
                 u"change.maintenance_job"_s};
    end.cause.factors = {{u"load.capacity"_s, FactorRole::Contributing}};
    end.posts = {{PublicStatus::Monitoring, {u"15 minutes"_s, u"sorry"_s}}};
    end.promises = {{PromiseKind::Monitor, from("18:00", "23:00", Precision::Daypart), {}},
                    {PromiseKind::Reschedule, from("24:00", "29:00", Precision::Daypart), {}}};
    return story;
}

Story fiveMinutesByADeploy()
{
    const QString promised = u"the real fault is being mended"_s;
    Story story{"4 five minutes, the repair still running", {}, {}};
    story.steps = {
        {"11:20", Tell{u"5m just now, fixed by 11:20, watching"_s, u"The shop was down"_s,
                       u"every page was an error"_s, u"production code"_s}},
        {"11:21", Blame{CauseStatus::Confirmed,
                        u"a bad merge reached the deployment"_s,
                        Attribution::Own,
                        {},
                        u"change.deploy"_s,
                        u"latent:change.operator"_s,
                        {}}},
        {"11:22", Severity{3}},
        {"11:23", Undertake{PromiseKind::FixForward, promised, u"today"_s, {}}},
        {"11:24", Publish{PublicStatus::Monitoring}},
        {"11:25", Tick{u"J2"_s, u"the chart says the same"_s}},
        {"11:50", Tick{u"J6"_s, u"watched by hand"_s}},
        {"16:00", Settle{promised, PromiseStatus::Kept, u"the mended merge is live"_s}},
        {"16:01", Advance{State::Restored}},
        {"16:02", Close{}},
    };
    Outcome &end = story.outcome;
    end.entry = EntryMode::Retrospective;
    end.windows = {
        {false, Effect::Down, from("11:00", "11:15"), from("11:05", "11:20"), minutes(5, 5)}};
    end.milestones = {{Milestone::Started, from("11:00", "11:15")},
                      {Milestone::FirstPost, sharp("11:24")},
                      {Milestone::Fixed, RoughInstant::notAfter(clock("11:20"))},
                      {Milestone::BackToNormal, from("11:05", "11:20")}};
    end.metrics.restore = minutes(5, 5);
    end.metrics.downtime = minutes(5, 5);
    end.cause = {CauseStatus::Confirmed,
                 u"a bad merge reached the deployment"_s,
                 Attribution::Own,
                 {},
                 u"change.deploy"_s};
    end.cause.factors = {{u"change.operator"_s, FactorRole::Latent}};
    end.posts = {{PublicStatus::Monitoring, {u"5 minutes"_s, u"sorry"_s}}};
    end.promises = {{PromiseKind::FixForward, from("11:23", "23:59", Precision::Daypart), {}}};
    return story;
}

Story severalInOneAfternoon()
{
    const QString watching = u"somebody looks at it all evening"_s;
    const QString script = u"a script will find and mend it"_s;
    Story story{"5 several in one afternoon", {}, {}};
    story.steps = {
        {"17:40", Tell{u"several outages, shortest 5m, longest 40m, this afternoon, watching"_s,
                       u"The shop was down several times"_s, u"pages did not open"_s,
                       u"site, search index"_s}},
        {"17:41", Blame{CauseStatus::Suspected,
                        u"the index of the search loses its data"_s,
                        Attribution::Own,
                        {},
                        u"fault.data_index"_s,
                        {},
                        {}}},
        {"17:42", Severity{2}},
        {"17:43", Undertake{PromiseKind::Monitor, watching, u"this evening"_s, {}}},
        {"17:44", Undertake{PromiseKind::Prevent, script, u"tomorrow morning"_s, {}}},
        {"17:45", Leave{FollowUpKind::Detective, u"A script that finds a broken index"_s,
                        u"tomorrow morning"_s, false}},
        {"17:46", Publish{PublicStatus::Monitoring}},
        {"17:47", Tick{u"J2"_s, u"the chart shows five to forty minutes"_s}},
        {"23:01", Settle{watching, PromiseStatus::Kept, u"it did not come back"_s}},
        {"23:02", Tick{u"J6"_s, u"watched all evening"_s}},
        {"23:03", Advance{State::Restored}},
        {"33:30", Settle{script, PromiseStatus::Kept, u"it runs every minute"_s}},
        {"33:31", Write{u"summary"_s, u"The index broke several times in one afternoon."_s}},
        {"33:32", Export{}},
        {"33:33", Close{}},
    };
    Outcome &end = story.outcome;
    end.entry = EntryMode::Retrospective;
    // All of them lie between noon and the telling.
    end.windows = {
        {false, Effect::Down, sharp("12:00"), sharp("17:40"), minutes(5, 40, Precision::Between)}};
    end.milestones = {{Milestone::Started, from("12:00", "17:35", Precision::Between)},
                      {Milestone::FirstPost, sharp("17:46")},
                      {Milestone::BackToNormal, from("12:05", "17:40", Precision::Between)}};
    end.metrics.restore = minutes(0, 340);
    end.metrics.downtime = RoughDuration::atLeast(45min);
    end.cause = {CauseStatus::Suspected,
                 u"the index of the search loses its data"_s,
                 Attribution::Own,
                 {},
                 u"fault.data_index"_s};
    end.posts = {{PublicStatus::Monitoring, {u"several outages"_s, u"40 minutes"_s}}};
    end.promises = {{PromiseKind::Monitor, from("18:00", "23:00", Precision::Daypart), {}},
                    {PromiseKind::Prevent, from("24:00", "36:00", Precision::Daypart), {}}};
    return story;
}

Story halfAnHourByOwnMistake()
{
    const QString fence = u"the risky areas get a fence"_s;
    Story story{"8 half an hour by an own mistake", {}, {}};
    story.steps = {
        {"14:35", Tell{u"around 13:45, 30-40 min, back just now"_s, u"Item pages were down"_s,
                       u"item pages and other key areas did not open"_s, u"load balancer"_s}},
        {"14:36", Blame{CauseStatus::Confirmed,
                        u"a change meant for the images met the load balancer"_s,
                        Attribution::Own,
                        {},
                        u"change.operator"_s,
                        u"latent:change.config"_s,
                        {}}},
        {"14:37", Severity{2}},
        {"14:38", Undertake{PromiseKind::Prevent, fence, {}, u"before the next change there"_s}},
        {"14:39", Publish{PublicStatus::Resolved}},
        {"14:40", Tick{u"J2"_s, u"the chart says the same"_s}},
        {"15:10", Tick{u"J6"_s, u"watched by hand"_s}},
        {"15:11", Write{u"summary"_s, u"A change was made on the wrong machine."_s}},
        {"15:12", Export{}},
        {"15:13", Settle{fence, PromiseStatus::Kept, u"the balancer asks for its name now"_s}},
        {"15:14", Close{}},
    };
    Outcome &end = story.outcome;
    end.entry = EntryMode::Retrospective;
    end.windows = {{false, Effect::Down, from("13:30", "14:00"), from("14:00", "14:40"),
                    minutes(30, 40, Precision::Between)}};
    end.milestones = {{Milestone::Started, from("13:30", "14:00")},
                      {Milestone::FirstPost, sharp("14:39")},
                      {Milestone::BackToNormal, from("14:20", "14:35")}};
    end.metrics.restore = minutes(30, 40, Precision::Between);
    end.metrics.downtime = minutes(30, 40, Precision::Between);
    end.metrics.allClearLag = minutes(4, 19);
    end.cause = {CauseStatus::Confirmed,
                 u"a change meant for the images met the load balancer"_s,
                 Attribution::Own,
                 {},
                 u"change.operator"_s};
    end.cause.factors = {{u"change.config"_s, FactorRole::Latent}};
    end.posts = {
        {PublicStatus::Resolved, {u"around 13:45"_s, u"between 30 and 40 minutes"_s, u"sorry"_s}}};
    end.promises = {{PromiseKind::Prevent, {}, u"before the next change there"_s}};
    return story;
}

Story fiveMinutesAtTenPastFour()
{
    Story story{"9 five minutes at ten past four", {}, {}};
    const QString unknown = u"the routing service was not at hand any more"_s;
    story.steps = {
        {"16:25", Tell{u"16:10 for 5m, noticed at once, fixed at once, normal +5 or so"_s,
                       u"The shop could not be reached"_s, u"nothing answered"_s, u"routing"_s}},
        {"16:26", Blame{CauseStatus::WillNotKnow,
                        {},
                        Attribution::Unknown,
                        {},
                        u"network.routing"_s,
                        {},
                        unknown}},
        {"16:27", Severity{3}},
        {"16:28", Publish{PublicStatus::Resolved}},
        {"16:29", Tick{u"J2"_s, u"the chart says the same"_s}},
        {"16:59", Tick{u"J6"_s, u"watched by hand"_s}},
        {"17:00", Close{}},
    };
    Outcome &end = story.outcome;
    end.entry = EntryMode::Retrospective;
    end.windows = {{false, Effect::Down, sharp("16:10"), sharp("16:15"), minutes(5, 5)}};
    end.milestones = {{Milestone::Started, sharp("16:10")},
                      {Milestone::Detected, from("16:10", "16:12", Precision::Between)},
                      {Milestone::FirstPost, sharp("16:28")},
                      {Milestone::Fixed, from("16:10", "16:14", Precision::Between)},
                      {Milestone::BackToNormal, from("16:14", "16:20")}};
    end.metrics.detect = minutes(0, 2, Precision::Between);
    end.metrics.tell = minutes(16, 18, Precision::Between);
    end.metrics.restore = minutes(5, 5);
    end.metrics.downtime = minutes(5, 5);
    end.metrics.allClearLag = minutes(8, 14);
    end.cause = {CauseStatus::WillNotKnow, {}, Attribution::Unknown, {}, u"network.routing"_s};
    end.posts = {{PublicStatus::Resolved, {u"16:10"_s, u"5 minutes"_s}}};
    return story;
}

} // namespace tenstories
