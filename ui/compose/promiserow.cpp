// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compose/promiserow.h"

#include "base/tip.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/elidedlabel.h"
#include "ui/widget/lineedit.h"

#include <QHBoxLayout>

namespace ui {

namespace {

constexpr int dueWidth = 186;

} // namespace

PromiseRow::PromiseRow(QWidget *parent)
    : QWidget(parent)
    , m_quote(new ElidedLabel({}, TextRole::Secondary))
    , m_due(new LineEdit)
    , m_drop(new ActionButton(ActionButton::Kind::Quiet, tr("Drop")))
{
    m_due->setFixedWidth(dueWidth);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::s, 1, space::xs, 1);
    layout->setSpacing(space::s);
    layout->addWidget(m_quote, 1);
    layout->addWidget(m_due);
    layout->addWidget(m_drop);
    connect(m_due, &QLineEdit::textEdited, this, &PromiseRow::dueTyped);
    connect(m_drop, &QPushButton::clicked, this, [this] { emit dropWanted(!m_isDropped); });
}

void PromiseRow::show(const workflow::Undertaking &undertaking, const QString &due)
{
    const QString &quote = undertaking.promise.quote;
    m_isDropped = undertaking.isDropped;
    m_quote->setText(m_isDropped ? tr("not promised: “%1”").arg(quote) : tr("“%1”").arg(quote));
    setTone(m_quote, m_isDropped || undertaking.problem.isEmpty() ? Tone::Normal : Tone::Down);
    if (m_due->text() != undertaking.typedDue)
        m_due->setText(undertaking.typedDue);
    m_due->setPlaceholderText(due.isEmpty() ? tr("no date: tomorrow 10:00") : due);
    m_due->setToolTip(base::plainTip(undertaking.problem.isEmpty() ? due : undertaking.problem));
    m_due->setAccessibleName(tr("When “%1” falls due").arg(quote));
    m_due->setAccessibleDescription(undertaking.problem);
    m_due->setEnabled(!m_isDropped);
    m_drop->setTitle(m_isDropped ? tr("Keep") : tr("Drop"));
    m_drop->setAccessibleDescription(m_isDropped ? tr("“%1” is a promise after all").arg(quote)
                                                 : tr("“%1” is no promise").arg(quote));
}

} // namespace ui
