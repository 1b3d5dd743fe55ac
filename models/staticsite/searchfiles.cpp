// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/searchfiles.h"

#include "staticsite/jsonfiles.h"
#include "staticsite/sitewords.h"

#include <QJsonArray>
#include <QJsonObject>

namespace staticsite {

using namespace Qt::StringLiterals;
using publish::Thread;

namespace {

constexpr int yearLength = 4;

QJsonObject entryOf(const Thread &thread, const Edition &edition)
{
    QStringList texts;
    for (size_t i = thread.updates.size(); i-- > 0;) {
        const publish::Update &update = thread.updates[i];
        if (update.title != thread.title)
            texts.append(update.title);
        texts.append(update.body.simplified());
    }
    QJsonArray parts;
    for (const publish::ComponentEffect &effect : thread.components)
        parts.append(wellFormed(effect.name));
    return {{u"title"_s, wellFormed(thread.title)},
            {u"href"_s, threadPath(thread)},
            {u"when"_s, whenWords(thread, edition)},
            {u"status"_s, capitalised(statusWords(thread))},
            {u"parts"_s, parts},
            {u"text"_s, wellFormed(texts.join(u'\n'))}};
}

} // namespace

QStringList searchYears(const Edition &edition)
{
    QStringList years;
    const auto &months = edition.months();
    for (auto month = months.rbegin(); month != months.rend(); ++month) {
        if (const QString year = month->first.left(yearLength); !years.contains(year))
            years.append(year);
    }
    return years;
}

QByteArray searchIndex(const Edition &edition)
{
    return jsonBytes({{u"years"_s, QJsonArray::fromStringList(searchYears(edition))}});
}

QByteArray searchYear(const Edition &edition, const QString &year)
{
    QJsonArray entries;
    const auto &months = edition.months();
    for (auto month = months.rbegin(); month != months.rend(); ++month) {
        if (month->first.left(yearLength) != year)
            continue;
        for (const Thread *thread : month->second)
            entries.append(entryOf(*thread, edition));
    }
    return jsonBytes({{u"threads"_s, entries}});
}

} // namespace staticsite
