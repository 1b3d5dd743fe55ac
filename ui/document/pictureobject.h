// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/postmortempicture.h"

#include <QTextFormat>

class QTextCursor;
class QTextDocument;

namespace ui {

/// Teaches a document to draw the pictures that insertPicture() puts into it.
void acceptPictures(QTextDocument &document);

/// Puts a picture at the cursor, as lines and letters and not as pixels, `width` px wide.
void insertPicture(QTextCursor &cursor, const wording::PostmortemPicture &picture,
                   const wording::PictureInk &ink, int width);

} // namespace ui
