// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/reasonbar.h"

#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/lineedit.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

ReasonBar::ReasonBar(QWidget *parent)
    : Card(parent)
{
    m_question = makeLabel({}, TextRole::Body);
    m_question->setWordWrap(true);
    m_reason = new LineEdit;
    m_reason->setPlaceholderText(tr("because …"));
    m_reason->setAccessibleName(tr("Reason"));
    auto *goOn = new ActionButton(ActionButton::Kind::Primary, tr("Go on"));
    auto *cancel = new ActionButton(ActionButton::Kind::Quiet, tr("Cancel"));

    auto *line = new QHBoxLayout;
    line->setSpacing(space::s);
    line->addWidget(m_reason, 1);
    line->addWidget(cancel);
    line->addWidget(goOn);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::m, space::s, space::m, space::s);
    layout->setSpacing(space::s);
    layout->addWidget(m_question);
    layout->addLayout(line);

    connect(goOn, &QPushButton::clicked, this, &ReasonBar::finish);
    connect(m_reason, &QLineEdit::returnPressed, this, &ReasonBar::finish);
    connect(cancel, &QPushButton::clicked, this, [this] {
        hide();
        emit cancelled();
    });
    hide();
}

void ReasonBar::ask(const QString &question, const QString &offered)
{
    m_question->setText(question);
    m_reason->setAccessibleName(question);
    m_reason->setText(offered);
    show();
    m_reason->setFocus();
    m_reason->selectAll();
}

void ReasonBar::finish()
{
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty())
        return;
    hide();
    emit given(reason);
}

void ReasonBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        Card::keyPressEvent(event);
        return;
    }
    hide();
    emit cancelled();
}

} // namespace ui
