// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/appearance.h"

#include "ui/theme/palette.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/tokenstyle.h"

#include <algorithm>
#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPalette>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// The point size at which our px sizes are meant to be read.
constexpr double normalPointSize = 10;

Scheme schemeOf(const QPalette &palette)
{
    const int ground = palette.color(QPalette::Window).lightness();
    return ground < palette.color(QPalette::WindowText).lightness() ? Scheme::Dark : Scheme::Light;
}

QString familyFor(const QFont &systemFont)
{
    for (const QString &family : {u"Inter"_s, u"Inter Variable"_s}) {
        if (QFontDatabase::hasFamily(family))
            return family;
    }
    return systemFont.family();
}

/// How much larger than normal the user's own font is. Smaller fonts are the defaults of bare
/// systems rather than somebody's wish, and our smallest text is small enough.
double scaleOf(const QFont &systemFont)
{
    return std::max(1.0, QFontInfo(systemFont).pointSizeF() / normalPointSize);
}

} // namespace

Appearance::Appearance(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_systemFont(QApplication::font())
    , m_systemScheme(schemeOf(QApplication::palette()))
{}

Theme Appearance::theme() const
{
    Scheme scheme = m_systemScheme;
    if (m_choice != SchemeChoice::System)
        scheme = m_choice == SchemeChoice::Dark ? Scheme::Dark : Scheme::Light;
    return Theme(scheme, scaleOf(m_systemFont) * m_textPercent / 100);
}

void Appearance::setChoice(SchemeChoice choice)
{
    m_choice = choice;
    apply();
}

void Appearance::setTextPercent(int percent)
{
    m_textPercent = std::clamp(percent, 80, 200);
    apply();
}

void Appearance::setSystemScheme(Scheme scheme)
{
    m_systemScheme = scheme;
    apply();
}

void Appearance::apply()
{
    const Theme wanted = theme();
    QFont font(familyFor(m_systemFont));
    font.setPixelSize(wanted.px(TextSize::Body));
    m_application.setStyleSheet({});
    QApplication::setStyle(new TokenStyle);
    QApplication::setPalette(paletteOf(wanted));
    QApplication::setFont(font);
    m_application.setStyleSheet(styleSheetOf(wanted));
    emit changed();
}

} // namespace ui
