// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/actionbutton.h"

#include "ui/theme/textrole.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString nameOf(ActionButton::Kind kind)
{
    switch (kind) {
    case ActionButton::Kind::Primary:
        return u"primary"_s;
    case ActionButton::Kind::Secondary:
        return u"secondary"_s;
    case ActionButton::Kind::Quiet:
        return u"quiet"_s;
    case ActionButton::Kind::Danger:
        return u"danger"_s;
    }
    return {};
}

} // namespace

ActionButton::ActionButton(Kind kind, const QString &text, QWidget *parent)
    : QPushButton(parent)
    , m_kind(kind)
    , m_title(text)
{
    setAutoDefault(false);
    setStyleProperty(this, "kind", nameOf(kind));
    describe();
}

void ActionButton::setKind(Kind kind)
{
    m_kind = kind;
    setStyleProperty(this, "kind", nameOf(kind));
}

void ActionButton::setKeyHint(const QString &hint)
{
    m_hint = hint;
    describe();
}

void ActionButton::setTitle(const QString &title)
{
    if (title == m_title)
        return;
    m_title = title;
    describe();
}

void ActionButton::describe()
{
    QString shown = m_title;
    // An ampersand in a title is a word, not a mnemonic.
    shown.replace(u'&', u"&&"_s);
    setText(m_hint.isEmpty() ? shown : shown + u"  "_s + m_hint);
    setAccessibleName(m_title);
    setAccessibleDescription(m_hint.isEmpty() ? QString() : tr("Key %1").arg(m_hint));
}

} // namespace ui
