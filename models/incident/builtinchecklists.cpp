// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/builtinchecklists.h"

#include <QFile>

namespace incident {

using namespace Qt::StringLiterals;

QString checklistNameFor(Kind kind, EntryMode entry)
{
    if (entry == EntryMode::Planned)
        return u"maintenance"_s;
    // Unannounced maintenance is told afterwards like any other disturbance.
    return entry == EntryMode::Retrospective || kind == Kind::Maintenance ? u"retrospective"_s
                                                                          : u"unplanned"_s;
}

Checklist joined(Checklist list, const Checklist &with)
{
    for (const ChecklistStep &step : with.steps) {
        if (!list.step(step.id))
            list.steps.push_back(step);
    }
    return list;
}

Checklist builtinChecklist(const QString &name, const QLocale &locale)
{
    const QString wanted = locale.name().section(u'_', 0, 0);
    for (const QString &language : {wanted, u"en"_s}) {
        QFile file(u":/checklists/%1.%2.json"_s.arg(name, language));
        if (file.open(QIODevice::ReadOnly))
            return checklistFromJson(file.readAll()).value_or(Checklist());
    }
    return {};
}

} // namespace incident
