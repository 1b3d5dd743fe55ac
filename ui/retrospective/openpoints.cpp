// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/retrospective/openpoints.h"

#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"

#include <QHBoxLayout>
#include <QLabel>

namespace ui {

namespace {

constexpr int mostAnswers = 3;

} // namespace

OpenPoints::OpenPoints(QWidget *parent)
    : QWidget(parent)
    , m_sentence(makeLabel({}, TextRole::Body))
    , m_row(new QHBoxLayout(this))
{
    m_sentence->setWordWrap(true);
    setTone(m_sentence, Tone::Degraded);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(space::s);
    m_row->addWidget(m_sentence, 1);
    hide();
}

void OpenPoints::clear()
{
    for (ActionButton *button : std::as_const(m_buttons))
        button->deleteLater();
    m_buttons.clear();
    m_sentence->clear();
}

void OpenPoints::show(const entry::Form &form)
{
    clear();
    const entry::Entry &entry = form.entry();
    const bool asks = !entry.questions.empty();
    setVisible(asks || !entry.leftovers.empty());
    if (!asks) {
        if (!entry.leftovers.empty()) {
            const entry::Leftover &leftover = entry.leftovers.front();
            m_sentence->setText(tr("“%1” is not understood. Write it in another way, or leave it "
                                   "out.")
                                    .arg(leftover.words));
        }
        return;
    }
    const entry::Question &question = entry.questions.front();
    m_sentence->setText(question.sentence);
    // Questions of one kind stand one behind the other: all their answers are offered together.
    for (const entry::Question &one : entry.questions) {
        if (one.sentence != question.sentence)
            break;
        for (const entry::Choice &choice : one.choices) {
            if (m_buttons.size() == mostAnswers)
                return;
            auto *button = new ActionButton(ActionButton::Kind::Secondary, choice.label);
            button->setAutoDefault(false);
            button->setKeyHint(tr("Alt+%1").arg(m_buttons.size() + 1));
            const QString line = entry::answered(form.line(), one, choice);
            connect(button, &QAbstractButton::clicked, this, [this, line] { emit answered(line); });
            m_buttons.append(button);
            m_row->addWidget(button);
        }
    }
}

void OpenPoints::answer(int index)
{
    if (index < m_buttons.size())
        m_buttons[index]->click();
}

} // namespace ui
