// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/checklist.h"

#include <QLocale>

namespace incident {

/// The list that is meant for incidents of this kind and entry: "unplanned", "maintenance" or
/// "retrospective".
[[nodiscard]] QString checklistNameFor(Kind kind, EntryMode entry);

/// The steps that stand in both lists, one behind the other: the second is for what may turn out
/// while the first is gone through.
[[nodiscard]] Checklist joined(Checklist list, const Checklist &with);
/// The list for somebody else's trouble: joined to those of incidents, asked for nothing until a
/// provider is held to have a part in it.
inline const QString thirdPartyList = QStringLiteral("thirdparty");

/// A list that comes with the program, in the language of the locale where there is one, else in
/// English. Without steps if there is none of that name.
[[nodiscard]] Checklist builtinChecklist(const QString &name, const QLocale &locale);

} // namespace incident
