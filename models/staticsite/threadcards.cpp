// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/threadcards.h"

#include "staticsite/frame.h"
#include "staticsite/sitewords.h"

#include <QCoreApplication>

namespace staticsite {

using namespace Qt::StringLiterals;
using publish::Thread;
using publish::Update;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StatusSite)
};

/// "Update 2 · 22 November 2026, 16:24 GMT"
Markup updatedMarkup(const Update &update, const Edition &edition)
{
    Markup words = Markup::escaped(Words::tr("Update %1 · ").arg(update.number));
    words += edition.timesAmongWords().momentMarkup(update.publishedAt);
    if (!update.edits.empty()) {
        words += Markup::escaped(Words::tr(", edited "));
        words += edition.timesAmongWords().momentMarkup(update.edits.back().at);
    }
    return words;
}

Value cardOf(const Thread &thread, const Edition &edition)
{
    const Update &newest = thread.updates.back();
    const bool more = thread.updates.size() > 1;
    return ValueMap{
        {u"stateClass"_s, stateClass(thread)},
        {u"icon"_s, stateIcon(thread)},
        {u"status"_s, capitalised(statusWords(thread))},
        {u"href"_s, threadPath(thread)},
        {u"title"_s, thread.title},
        {u"times"_s, whenLine(thread, edition)},
        {u"body"_s, bodyMarkup(newest.body)},
        {u"updated"_s, updatedMarkup(newest, edition)},
        {u"next"_s, nextUpdateWords(newest, edition)},
        {u"more"_s, more ? Words::tr("All %n updates", nullptr, int(thread.updates.size()))
                         : Words::tr("Details")},
    };
}

} // namespace

ValueList threadCards(const std::vector<const Thread *> &threads, const Edition &edition)
{
    ValueList cards;
    for (const Thread *thread : threads)
        cards.append(cardOf(*thread, edition));
    return cards;
}

} // namespace staticsite
