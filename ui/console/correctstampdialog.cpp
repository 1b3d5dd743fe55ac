// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/console/correctstampdialog.h"

#include "timing/fieldtext.h"
#include "timing/zone.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"
#include "wording/termwords.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int dialogWidth = 480;

} // namespace

CorrectStampDialog::CorrectStampDialog(workflow::Desk &desk, const incident::Incident &incident,
                                       incident::Milestone milestone, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_incident(incident.id)
    , m_milestone(milestone)
{
    setWindowTitle(tr("Correct “%1”").arg(wording::words(milestone)));
    setMinimumWidth(dialogWidth);
    const timing::FieldContext context{m_desk.zone(), m_desk.clock().now(), timing::Lean::Past};
    m_time = new LineEdit;
    m_time->setText(timing::fieldText(incident.milestone(milestone), context));
    m_time->setSuffix(timing::zoneCity(m_desk.zone()));
    m_timeRow = new FormField(tr("It was at"), m_time);
    m_timeRow->setHint(tr("16:08, around 13:45, 10 min ago"));
    m_reason = new LineEdit;
    m_reason->setPlaceholderText(tr("not needed in most cases"));
    m_reasonRow = new FormField(tr("Because"), m_reason);
    m_reasonRow->setWide(true);

    auto *takeBackButton = new ActionButton(ActionButton::Kind::Danger, tr("Take it back"));
    takeBackButton->setAutoDefault(false);
    auto *cancel = new ActionButton(ActionButton::Kind::Quiet, tr("Cancel"));
    cancel->setAutoDefault(false);
    auto *correctButton = new ActionButton(ActionButton::Kind::Primary, tr("Correct"));
    correctButton->setDefault(true);
    auto *actions = new QHBoxLayout;
    actions->addWidget(takeBackButton);
    actions->addStretch(1);
    actions->addWidget(cancel);
    actions->addWidget(correctButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(space::s);
    layout->addWidget(m_timeRow);
    layout->addWidget(m_reasonRow);
    layout->addSpacing(space::s);
    layout->addLayout(actions);

    connect(correctButton, &QPushButton::clicked, this, &CorrectStampDialog::correct);
    connect(takeBackButton, &QPushButton::clicked, this, &CorrectStampDialog::takeBack);
    connect(cancel, &QPushButton::clicked, this, &CorrectStampDialog::reject);
    m_time->setFocus();
    m_time->selectAll();
}

void CorrectStampDialog::correct()
{
    const timing::FieldContext context{m_desk.zone(), m_desk.clock().now(), timing::Lean::Past};
    const auto at = timing::instantFromField(m_time->text(), context);
    m_timeRow->setError(at ? QString() : at.error().text);
    if (!at)
        return;
    finish(m_desk.run(m_incident, incident::Stamp{m_milestone, *at, incident::Source::Manual,
                                                  m_reason->text().trimmed()}));
}

void CorrectStampDialog::takeBack()
{
    finish(m_desk.run(m_incident, incident::Unstamp{m_milestone, m_reason->text().trimmed()}));
}

void CorrectStampDialog::finish(const base::Result<incident::Incident> &done)
{
    if (done) {
        accept();
        return;
    }
    const bool wantsReason = done.error().kind == base::ErrorKind::NeedsReason;
    (wantsReason ? m_reasonRow : m_timeRow)->setError(done.error().text);
    (wantsReason ? m_reason : m_time)->setFocus();
}

} // namespace ui
