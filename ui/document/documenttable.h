// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/document/postmortemdocument.h"

#include <QTextFormat>

class QTextCursor;

namespace ui {

/// `size` times the body text.
[[nodiscard]] QTextCharFormat textFormat(const DocumentLook &look, const QColor &colour,
                                         double size = 1, QFont::Weight weight = QFont::Normal);

/// As wide as the page, with its head again on each page; the cursor goes on behind it. Columns
/// without a word in them are left out, the others get room by what they hold.
void insertTable(QTextCursor &cursor, const wording::PostmortemTable &table,
                 const DocumentLook &look);

/// What somebody wrote elsewhere, word for word.
void insertQuote(QTextCursor &cursor, const QString &title, const QString &body,
                 const DocumentLook &look);

} // namespace ui
