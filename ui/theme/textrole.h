// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QLabel;
class QWidget;

/// How words look, said by role. The application's style sheet does the rest, also when the user
/// switches between light and dark or changes the size of the text.
namespace ui {

enum class TextRole {
    Body,
    Strong,          ///< body size, semibold: names, titles of cards
    Secondary,       ///< 12 px, grey
    SecondaryStrong, ///< 12 px, semibold, in the colour of text
    Faint,           ///< 11 px, light grey
    Section,         ///< 11 px, semibold: heading inside a pane
    Title,           ///< 17 px, semibold
};

/// Colour of words that carry a state or can be acted on.
enum class Tone { Normal, Accent, Down, Degraded, Maintenance, Up };

void setTextRole(QWidget *widget, TextRole role);
void setTone(QWidget *widget, Tone tone);

/// A label that shows `text` as it is, never as markup.
[[nodiscard]] QLabel *makeLabel(const QString &text, TextRole role, QWidget *parent = nullptr);

/// Sets a dynamic property that the style sheet looks at, and has the widget drawn by it.
void setStyleProperty(QWidget *widget, const char *name, const QString &value);

} // namespace ui
