// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/threadrows.h"

#include "staticsite/frame.h"
#include "staticsite/sitewords.h"
#include "wording/termwords.h"

#include <QCoreApplication>

namespace staticsite {

using namespace Qt::StringLiterals;
using publish::Thread;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StatusSite)
};

/// "Shop, Images"
QString affectedNames(const Thread &thread)
{
    QStringList names;
    for (const publish::ComponentEffect &effect : thread.components)
        names.append(effect.name);
    return names.join(u", "_s);
}

} // namespace

ValueList threadRows(const std::vector<const Thread *> &threads, const Edition &edition)
{
    ValueList rows;
    for (const Thread *thread : threads) {
        const QString affected = affectedNames(*thread);
        rows.append(ValueMap{
            {u"stateClass"_s, stateClass(*thread)},
            {u"icon"_s, stateIcon(*thread)},
            {u"kind"_s, capitalised(wording::words(thread->kind))},
            {u"status"_s, capitalised(statusWords(*thread))},
            {u"title"_s, thread->title},
            {u"href"_s, threadPath(*thread)},
            {u"times"_s, whenLine(*thread, edition)},
            {u"affected"_s,
             affected.isEmpty() ? QString() : Words::tr("Affects: %1").arg(affected)},
        });
    }
    return rows;
}

} // namespace staticsite
