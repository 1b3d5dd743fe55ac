// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/story.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <QCoreApplication>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace incident;
using support::Story;

namespace {

constexpr int runs = 51;

/// A long night: notes, corrected times, posts that are seen, steps that are ticked.
Story longNight(std::size_t events)
{
    Story story(support::utc("2026-11-22T16:10:00Z"));
    story.must(support::liveOutage(RoughInstant::exact(story.now() - 2min)));
    for (int i = 0; story.events().size() < events; ++i) {
        story.pass(20s);
        const QString number = QString::number(i);
        story.must(AddNote{u"looked at machine "_s + number, {}});
        if (i % 4 == 1)
            story.must(Stamp{Milestone::Detected, RoughInstant::exact(story.now()), Source::Manual,
                             u"it was later after all"_s});
        if (i % 10 == 3)
            story.publish(u"post-"_s + number, PublicStatus::Investigating);
        if (i % 10 == 7)
            story.must(MarkStep{u"U6"_s, i % 20 == 7 ? StepState::Done : StepState::Todo,
                                u"nothing changed, says the log"_s});
    }
    return story;
}

double foldMillis(const std::vector<Event> &events)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const std::clock_t begun = std::clock();
        const Incident folded = fold(events);
        times.push_back(1000.0 * double(std::clock() - begun) / CLOCKS_PER_SEC);
        if (!folded.exists())
            qFatal("nothing was folded");
    }
    std::ranges::nth_element(times, times.begin() + runs / 2);
    return times[runs / 2];
}

} // namespace

/// Processor time of folding an incident; median of 51.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    for (const std::size_t events : {100, 1'000, 10'000}) {
        const Story story = longNight(events);
        std::printf("%6zu events  %8.3f ms\n", story.events().size(), foldMillis(story.events()));
    }
    return 0;
}
