// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/postmortem.h"

#include <QColor>
#include <QTextDocument>

/// A postmortem as pages, and as the window shows it.
namespace ui {

class Theme;

struct DocumentLook
{
    QFont font; ///< of body text
    QColor text;
    QColor soft; ///< of what is said beside
    QColor line;
    QColor band; ///< ground of quotations
    QColor accent;
    wording::PictureInk ink;
    int pictureWidth = 640;
    bool hints = false; ///< say in empty sections what belongs there
};

/// For white paper, in Inter where it is installed.
[[nodiscard]] DocumentLook paperLook();
[[nodiscard]] DocumentLook screenLook(const Theme &theme);

/// Whether a block may not be the last of its page: a heading, or a caption.
[[nodiscard]] bool keepsWithNext(const QTextBlock &block);

/// Headings and captions that would be left alone at the end of a page begin the next one, and so
/// do rows of tables and quoted posts that would be broken.
void keepHeadings(QTextDocument &document);

/// Fills an empty document. Columns of tables that say nothing are left out.
void fillDocument(QTextDocument &document, const wording::Postmortem &postmortem,
                  const DocumentLook &look);

/// An A4 file with page numbers. Needs a QGuiApplication.
[[nodiscard]] QByteArray postmortemPdf(const wording::Postmortem &postmortem);

} // namespace ui
