// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/checklist.h"

#include <QLocale>

namespace incident {

/// The list that is meant for incidents of this kind and entry: "unplanned", "maintenance" or
/// "retrospective".
[[nodiscard]] QString checklistNameFor(Kind kind, EntryMode entry);

/// A list that comes with the program, in the language of the locale where there is one, else in
/// English. Without steps if there is none of that name.
[[nodiscard]] Checklist builtinChecklist(const QString &name, const QLocale &locale);

} // namespace incident
