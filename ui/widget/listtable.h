// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

class QTableWidget;

namespace ui {

/// A list with columns: rows are chosen as a whole, one at a time, and nothing is edited in it. The
/// column `stretched` takes the room that the others leave; Tab goes on to the next control.
[[nodiscard]] QTableWidget *makeListTable(const QString &name, const QStringList &headings,
                                          int stretched);

/// Rows as high as their words need. `last` is the column that gets its width last: each time it
/// does, the lines are broken anew.
void wrapRows(QTableWidget *table, int last);

} // namespace ui
