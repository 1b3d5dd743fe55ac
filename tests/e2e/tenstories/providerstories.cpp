// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storywords.h"

namespace tenstories {

Story imagesLive()
{
    const QString more = u"an update when more is known"_s;
    const QString why = u"we will find out why"_s;
    const QString watching = u"we keep watching"_s;
    const QString host = u"unnamed host"_s;
    Story story{"3 images, live, with two updates", {}, {}};
    story.steps = {
        {"09:30", Open{Kind::Degradation, u"Images are missing"_s, u"many pictures are not there"_s,
                       u"image cache"_s, u"this morning"_s}},
        {"09:31", Mark{Milestone::FirstAlert, u"between 09:25 and 09:30"_s}},
        {"09:32", Mark{Milestone::Acknowledged, {}}},
        {"09:33", Severity{3}},
        {"09:34", Undertake{PromiseKind::NextUpdate, more, {}, u"more is known"_s}},
        {"09:35", Publish{PublicStatus::Investigating}},
        {"09:40", Note{u"the cache server fell over; it is rebuilt and replaced"_s}},
        {"09:46", Mark{Milestone::Fixed, {}}},
        {"09:50", Mark{Milestone::BackToNormal, u"between 09:46 and 09:50"_s}},
        {"09:51", Undertake{PromiseKind::Investigate, why, {}, u"the host answers"_s}},
        {"09:52", Undertake{PromiseKind::Monitor, watching, u"in 2 hours"_s, {}}},
        {"09:54", Publish{PublicStatus::Monitoring, true}},
        {"10:00", Blame{CauseStatus::AwaitingProvider,
                        {},
                        Attribution::Provider,
                        host,
                        u"fault.hardware"_s,
                        {},
                        {}}},
        {"10:01", Contact{Channel::StatusPage, u"it says nothing"_s, {}}},
        {"10:02", Tick{u"T2"_s, u"the load was as ever"_s}},
        {"10:03", Contact{Channel::Ticket, u"which part of the server broke?"_s, u"#4711"_s}},
        {"10:04", Tick{u"T5"_s, u"a new server has taken over"_s}},
        {"10:40", Answer{u"a disk of the cache server was broken"_s}},
        {"10:41", Blame{CauseStatus::Confirmed,
                        u"a disk of the cache server was broken"_s,
                        Attribution::Provider,
                        host,
                        u"fault.hardware"_s,
                        {},
                        {}}},
        {"10:42", Publish{PublicStatus::Resolved}},
        {"10:43", Settle{why, PromiseStatus::Kept, u"the third post says it"_s}},
        {"10:44", Leave{FollowUpKind::Preventive, u"A second cache beside the first"_s,
                        u"tomorrow"_s, false}},
        {"11:57", Settle{watching, PromiseStatus::Kept, u"it stayed well"_s}},
        {"11:58", Tick{u"U8"_s, u"watched by hand"_s}},
        {"11:59", Close{}},
    };
    Outcome &end = story.outcome;
    end.kind = Kind::Degradation;
    end.windows = {{false,
                    Effect::Degraded,
                    from("00:00", "09:30", Precision::Daypart),
                    from("09:46", "09:50", Precision::Between),
                    {}}};
    end.milestones = {{Milestone::Started, from("00:00", "09:30", Precision::Daypart)},
                      {Milestone::FirstAlert, from("09:25", "09:30", Precision::Between)},
                      {Milestone::Detected, sharp("09:30")},
                      {Milestone::Acknowledged, sharp("09:32")},
                      {Milestone::FirstPost, sharp("09:35")},
                      {Milestone::CauseIdentified, sharp("10:41")},
                      {Milestone::Fixed, sharp("09:46")},
                      {Milestone::BackToNormal, from("09:46", "09:50", Precision::Between)}};
    end.metrics.detect = minutes(0, 570);
    end.metrics.acknowledge = minutes(2, 7);
    end.metrics.tell = exactly(5min);
    end.metrics.restore = minutes(16, 590);
    end.metrics.impaired = minutes(16, 590);
    end.metrics.allClearLag = minutes(52, 56);
    end.cause = {CauseStatus::Confirmed, u"a disk of the cache server was broken"_s,
                 Attribution::Provider, host, u"fault.hardware"_s};
    end.posts = {{PublicStatus::Investigating, {u"pictures"_s}},
                 {PublicStatus::Monitoring, {u"09:46"_s}},
                 {PublicStatus::Resolved, {u"a disk of the cache server was broken"_s}}};
    end.promises = {{PromiseKind::NextUpdate, {}, u"more is known"_s},
                    {PromiseKind::NextUpdate, sharp("09:55"), {}},
                    {PromiseKind::Investigate, {}, u"the host answers"_s},
                    {PromiseKind::Monitor, from("11:28", "12:16"), {}}};
    return story;
}

Story imagesBackUnexplained()
{
    const QString relay = u"we pass on what the provider says"_s;
    const QString other = u"we are building another way to serve images"_s;
    const QString cloud = u"the cloud"_s;
    Story story{"10 images back, not explained", {}, {}};
    story.steps = {
        {"12:00", Tell{u"back up just now, partial"_s, u"Images were missing"_s,
                       u"pictures were not there"_s, u"image service"_s}},
        {"12:01", Blame{CauseStatus::AwaitingProvider,
                        {},
                        Attribution::Provider,
                        cloud,
                        u"provider.infra"_s,
                        {},
                        {}}},
        {"12:02", Severity{3}},
        {"12:03", Contact{Channel::Phone, u"they look into it"_s, u"case 12"_s}},
        {"12:04", Contact{Channel::StatusPage, u"it is listed there"_s, {}}},
        {"12:05", Undertake{PromiseKind::RelayProvider, relay, {}, u"the provider answers"_s}},
        {"12:06", Undertake{PromiseKind::Prevent, other, {}, u"the other way is ready"_s}},
        {"12:07",
         Leave{FollowUpKind::Preventive, u"Another way to serve images"_s, u"tomorrow"_s, false}},
        {"12:08", Publish{PublicStatus::Resolved}},
        {"12:09", Tick{u"T2"_s, u"our own servers answered all the time"_s}},
        {"12:10", Tick{u"T5"_s, u"there is none yet"_s}},
        {"12:11", Tick{u"J1"_s, u"nobody knows when it began"_s}},
        {"12:12", Tick{u"J2"_s, u"there is no chart of it"_s}},
        {"12:40", Tick{u"J6"_s, u"watched by hand"_s}},
        {"34:00", Answer{u"a store of theirs was overloaded"_s}},
        {"34:01", Blame{CauseStatus::Confirmed,
                        u"a store of the provider was overloaded"_s,
                        Attribution::Provider,
                        cloud,
                        u"provider.infra"_s,
                        {},
                        {}}},
        {"34:02", Publish{PublicStatus::Resolved}},
        {"34:03", Settle{relay, PromiseStatus::Kept, u"the second post says it"_s}},
        {"34:04", Settle{other, PromiseStatus::Withdrawn, u"it is a follow-up now"_s}},
        // How long it was is not known, so it counts as long.
        {"34:05", Write{u"summary"_s, u"A store of the provider was overloaded."_s}},
        {"34:06", Export{}},
        {"34:07", Close{}},
    };
    Outcome &end = story.outcome;
    end.entry = EntryMode::Retrospective;
    end.windows = {{false, Effect::Partial, {}, from("11:45", "12:00"), {}}};
    end.milestones = {{Milestone::FirstPost, sharp("12:08")},
                      {Milestone::BackToNormal, from("11:45", "12:00")}};
    end.metrics.allClearLag = minutes(8, 23);
    end.cause = {CauseStatus::Confirmed, u"a store of the provider was overloaded"_s,
                 Attribution::Provider, cloud, u"provider.infra"_s};
    end.posts = {{PublicStatus::Resolved, {u"image service"_s}},
                 {PublicStatus::Resolved, {u"a store of the provider was overloaded"_s}}};
    end.promises = {
        {PromiseKind::RelayProvider, {}, u"the provider answers"_s},
        {PromiseKind::Prevent, {}, u"the other way is ready"_s, PromiseStatus::Withdrawn}};
    return story;
}

} // namespace tenstories
