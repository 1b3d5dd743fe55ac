// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/emptystate.h"

#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widget/actionbutton.h"

#include <QLabel>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int sentenceWidth = 320;

} // namespace

EmptyState::EmptyState(const QString &title, const QString &sentence, const QString &action,
                       QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel({}, TextRole::Title, this))
    , m_sentence(makeLabel({}, TextRole::Body, this))
    , m_action(new ActionButton(ActionButton::Kind::Primary, {}, this))
{
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setMaximumWidth(sentenceWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    column->setSpacing(space::s);
    column->addStretch(2);
    column->addWidget(m_title);
    auto *centred = new QHBoxLayout;
    centred->addWidget(m_sentence);
    column->addLayout(centred);
    column->addSpacing(space::s);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    setTexts(title, sentence, action);
}

void EmptyState::setTexts(const QString &title, const QString &sentence, const QString &action)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_action->setTitle(action);
    m_action->setVisible(!action.isEmpty());
}

} // namespace ui
