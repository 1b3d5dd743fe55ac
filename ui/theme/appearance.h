// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QFont>
#include <QObject>

class QApplication;

namespace ui {

/// What the user chose in the settings.
enum class SchemeChoice { System, Light, Dark };

/// Dresses the application: palette, font, style and style sheet, all from the tokens. One is made
/// by app, before the first window; a change shows at once in every window.
class Appearance final : public QObject
{
    Q_OBJECT

public:
    /// Takes what the system offers (scheme, font) from `application` before changing it.
    explicit Appearance(QApplication &application, QObject *parent = nullptr);

    [[nodiscard]] SchemeChoice choice() const { return m_choice; }
    [[nodiscard]] int textPercent() const { return m_textPercent; }
    [[nodiscard]] Theme theme() const;

    /// The setters dress the application; until one of them or apply() is called it stays as it
    /// was.
    void setChoice(SchemeChoice choice);
    /// Size of all text relative to the system's, 80..200 percent.
    void setTextPercent(int percent);
    /// What the system prefers now; counts while the choice is System.
    void setSystemScheme(Scheme scheme);
    void apply();

signals:
    void changed();

private:
    QApplication &m_application;
    QFont m_systemFont;
    Scheme m_systemScheme;
    SchemeChoice m_choice = SchemeChoice::System;
    int m_textPercent = 100;
};

} // namespace ui
