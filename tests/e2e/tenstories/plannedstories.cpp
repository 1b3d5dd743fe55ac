// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storywords.h"

namespace tenstories {

Story workInTheMorning()
{
    const QString promised = u"we will say so if it takes longer"_s;
    Story story{"1 work announced in the morning", {}, {}};
    story.steps = {
        {"00:40", Plan{u"Large updates of the backend"_s,
                       u"the shop is closed for a moment"_s,
                       u"backend"_s,
                       u"around 02:00"_s,
                       {},
                       u"not more than 10 or so"_s}},
        {"00:41", Undertake{PromiseKind::Estimate, promised, {}, u"the estimate changes"_s}},
        {"00:42", Publish{PublicStatus::Scheduled}},
        {"01:55", Start{}},
        {"01:56", Publish{PublicStatus::InProgress}},
        {"02:04", Finish{}},
        {"02:06", Publish{PublicStatus::Completed}},
        {"02:07", Settle{promised, PromiseStatus::Kept, u"it took no longer than announced"_s}},
        {"02:08", Close{}},
    };
    Outcome &end = story.outcome;
    end.kind = Kind::Maintenance;
    end.entry = EntryMode::Planned;
    end.windows = {
        {true, Effect::MaintenanceMode, from("01:45", "02:15"), from("01:45", "02:25"),
         minutes(0, 10)},
        {false, Effect::MaintenanceMode, sharp("01:55"), sharp("02:04"), {}},
    };
    end.milestones = {{Milestone::Started, sharp("01:55")},
                      {Milestone::BackToNormal, sharp("02:04")}};
    end.planError = exactly(-1min);
    end.posts = {{PublicStatus::Scheduled, {u"around 02:00"_s, u"no more than about 10 minutes"_s}},
                 {PublicStatus::InProgress, {u"backend"_s}},
                 {PublicStatus::Completed, {u"from 01:55 to 02:04 UTC"_s, u"9 minutes"_s}}};
    end.promises = {{PromiseKind::Estimate, {}, u"the estimate changes"_s, PromiseStatus::Kept}};
    return story;
}

Story workInTwoPhases()
{
    Story story{"6 work in two phases", {}, {}};
    story.steps = {
        {"02:10", Plan{u"The search gets a new index"_s,
                       u"the shop is closed"_s,
                       u"search indices"_s,
                       u"05:00"_s,
                       {},
                       u"under half an hour"_s}},
        {"02:11", Phase{Effect::Partial, u"some items are not found"_s, u"item listings"_s,
                        u"around an hour or so"_s}},
        {"02:12", Publish{PublicStatus::Scheduled}},
        {"05:00", Start{}},
        {"05:01", Publish{PublicStatus::InProgress}},
        {"05:25", EndPhase{}},
        {"05:26", Publish{PublicStatus::InProgress}},
        {"06:20", EndPhase{}},
        {"06:21", Finish{u"Every item is listed again"_s}},
        {"06:22", Publish{PublicStatus::Completed}},
        {"06:23", Close{}},
    };
    Outcome &end = story.outcome;
    end.kind = Kind::Maintenance;
    end.entry = EntryMode::Planned;
    end.windows = {
        {true, Effect::MaintenanceMode, sharp("05:00"), from("05:00", "05:30", Precision::Between),
         RoughDuration::atMost(30min)},
        {true, Effect::Partial, from("05:00", "05:30", Precision::Between), from("05:48", "06:42"),
         minutes(48, 72)},
        {false, Effect::MaintenanceMode, sharp("05:00"), sharp("05:25"), {}},
        {false, Effect::Partial, sharp("05:25"), sharp("06:20"), {}},
    };
    end.milestones = {{Milestone::Started, sharp("05:00")},
                      {Milestone::BackToNormal, sharp("06:20")},
                      {Milestone::AfterEffectsDone, sharp("06:20")}};
    end.planError = exactly(-5min);
    end.posts = {
        {PublicStatus::Scheduled, {u"05:00"_s, u"no more than half an hour"_s, u"item listings"_s}},
        {PublicStatus::InProgress, {u"search indices"_s}},
        {PublicStatus::InProgress, {u"item listings"_s}},
        {PublicStatus::Completed, {u"05:00"_s, u"06:20"_s}}};
    return story;
}

Story workInsideAWindow()
{
    Story story{"7 work inside a window", {}, {}};
    story.steps = {
        {"00:55", Plan{u"Updates of the whole stack"_s, u"the shop is closed for a moment"_s,
                       u"stack"_s, u"01:00"_s, u"02:00"_s, u"no more than 10 min"_s}},
        {"00:56", Publish{PublicStatus::Scheduled}},
        {"01:12", Start{}},
        {"01:13", Publish{PublicStatus::InProgress}},
        {"01:22", Finish{}},
        {"01:24", Publish{PublicStatus::Completed}},
        {"01:25", Close{}},
    };
    Outcome &end = story.outcome;
    end.kind = Kind::Maintenance;
    end.entry = EntryMode::Planned;
    end.windows = {
        {true, Effect::MaintenanceMode, sharp("01:00"), sharp("02:00"),
         RoughDuration::atMost(10min)},
        {false, Effect::MaintenanceMode, sharp("01:12"), sharp("01:22"), {}},
    };
    end.milestones = {{Milestone::Started, sharp("01:12")},
                      {Milestone::BackToNormal, sharp("01:22")}};
    end.planError = exactly(0min);
    end.posts = {{PublicStatus::Scheduled, {u"no more than 10 minutes"_s, u"01:00"_s, u"02:00"_s}},
                 {PublicStatus::InProgress, {u"stack"_s}},
                 {PublicStatus::Completed, {u"10 minutes, as we had expected"_s}}};
    return story;
}

} // namespace tenstories
