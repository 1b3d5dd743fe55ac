// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/textrole.h"

#include <QLabel>
#include <QStyle>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString nameOf(TextRole role)
{
    switch (role) {
    case TextRole::Body:
        return u"body"_s;
    case TextRole::Strong:
        return u"strong"_s;
    case TextRole::Secondary:
        return u"secondary"_s;
    case TextRole::SecondaryStrong:
        return u"secondary-strong"_s;
    case TextRole::Faint:
        return u"faint"_s;
    case TextRole::Section:
        return u"section"_s;
    case TextRole::Title:
        return u"title"_s;
    }
    return {};
}

QString nameOf(Tone tone)
{
    switch (tone) {
    case Tone::Normal:
        return {};
    case Tone::Accent:
        return u"accent"_s;
    case Tone::Down:
        return u"down"_s;
    case Tone::Degraded:
        return u"degraded"_s;
    case Tone::Maintenance:
        return u"maintenance"_s;
    case Tone::Up:
        return u"up"_s;
    }
    return {};
}

} // namespace

void setStyleProperty(QWidget *widget, const char *name, const QString &value)
{
    if (widget->property(name).toString() == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

void setTextRole(QWidget *widget, TextRole role)
{
    setStyleProperty(widget, "textRole", nameOf(role));
}

void setTone(QWidget *widget, Tone tone)
{
    setStyleProperty(widget, "tone", nameOf(tone));
}

QLabel *makeLabel(const QString &text, TextRole role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    setTextRole(label, role);
    return label;
}

} // namespace ui
