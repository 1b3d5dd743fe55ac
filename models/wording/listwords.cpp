// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/listwords.h"

#include "base/text.h"

#include <QCoreApplication>

namespace wording {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPhrase = 500;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

} // namespace

QString listWords(const QStringList &items)
{
    if (items.size() < 2)
        return items.join(QString());
    const QString allButLast = items.first(items.size() - 1).join(Words::tr(", ", "in a list"));
    return Words::tr("%1 and %2", "end of a list").arg(allButLast, items.constLast());
}

QString phraseText(const QString &typed)
{
    static constexpr QStringView endings = u".!?…;:, ";
    QString text = base::oneLine(typed, longestPhrase);
    while (!text.isEmpty() && endings.contains(text.back()))
        text.chop(1);
    return text;
}

QString withCapital(const QString &text)
{
    return text.isEmpty() ? text : text.front().toUpper() + text.sliced(1);
}

} // namespace wording
