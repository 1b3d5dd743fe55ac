// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/listwords.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QSet>

namespace wording {

using namespace Qt::StringLiterals;

namespace {

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

QString phraseText(const QString &typed, qsizetype longest)
{
    static constexpr QStringView endings = u".!?…;:, ";
    QString text = base::oneLine(typed, longest);
    while (!text.isEmpty() && endings.contains(text.back()))
        text.chop(1);
    return text;
}

QString inSentence(const QString &text)
{
    // Small words, and what causes begin with: none of them is a name by itself.
    static const QSet<QString> common{
        u"A"_s,        u"An"_s,           u"The"_s,         u"Our"_s,     u"One"_s,
        u"Two"_s,      u"Three"_s,        u"Some"_s,        u"Several"_s, u"Too"_s,
        u"No"_s,       u"Not"_s,          u"Wrong"_s,       u"Missing"_s, u"Broken"_s,
        u"Faulty"_s,   u"Failed"_s,       u"Failing"_s,     u"Full"_s,    u"High"_s,
        u"Heavy"_s,    u"Expired"_s,      u"Planned"_s,     u"Deploy"_s,  u"Deployment"_s,
        u"Change"_s,   u"Changes"_s,      u"Update"_s,      u"Upgrade"_s, u"Migration"_s,
        u"Disk"_s,     u"Memory"_s,       u"Network"_s,     u"Power"_s,   u"Hardware"_s,
        u"Software"_s, u"Database"_s,     u"Certificate"_s, u"Load"_s,    u"Overload"_s,
        u"Human"_s,    u"Operator"_s,     u"Maintenance"_s, u"Backup"_s,  u"Server"_s,
        u"Bug"_s,      u"Configuration"_s};
    const QString first = text.section(u' ', 0, 0);
    return common.contains(first) ? text.front().toLower() + text.sliced(1) : text;
}

QString withCapital(const QString &text)
{
    return text.isEmpty() ? text : text.front().toUpper() + text.sliced(1);
}

} // namespace wording
