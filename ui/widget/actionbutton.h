// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPushButton>

namespace ui {

/// A push button of one of four weights, with its key written on it.
class ActionButton final : public QPushButton
{
    Q_OBJECT

public:
    enum class Kind {
        Primary,   ///< the one thing to do here: accent ground
        Secondary, ///< outlined
        Quiet,     ///< words only
        Danger,    ///< outlined in the colour of down: it takes something away
    };

    ActionButton(Kind kind, const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    /// Shown behind the text ("Ctrl+Enter"); the shortcut itself belongs to the window.
    void setKeyHint(const QString &hint);
    void setTitle(const QString &title);

private:
    void describe();

    Kind m_kind;
    QString m_title;
    QString m_hint;
};

} // namespace ui
