// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/maintenance/planform.h"

#include "base/commalist.h"
#include "timing/zone.h"
#include "ui/maintenance/quietpicker.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"
#include "wording/termwords.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

PlanForm::PlanForm(workflow::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_calibration(desk)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::l, space::xl, space::l);
    layout->setSpacing(space::s);
    layout->addWidget(makeLabel(tr("Plan work"), TextRole::Title));
    m_title = addRow(tr("What is done"), tr("Database upgrade"), {}, &m_titleRow);
    m_felt = addRow(tr("Users feel"), tr("the shop is read-only"), {}, &m_feltRow);
    m_parts = addRow(tr("Parts affected"), tr("shop, search"), {}, &m_partsRow);
    m_effect = new QComboBox;
    m_effect->setAccessibleName(tr("Effect"));
    for (const auto effect :
         {incident::Effect::MaintenanceMode, incident::Effect::ReadOnly, incident::Effect::Partial,
          incident::Effect::Degraded, incident::Effect::Down, incident::Effect::None})
        m_effect->addItem(wording::words(effect), int(effect));
    m_partsRow->setSide(m_effect);
    m_from = addRow(tr("Window from"), tr("tomorrow 01:00"), {}, &m_fromRow);
    m_from->setSuffix(timing::zoneCity(desk.zone()));
    m_to = addRow(tr("Window to"), tr("tomorrow 02:00"), tr("the work lies somewhere inside"),
                  &m_toRow);
    m_length = addRow(tr("Takes at the most"), tr("10 min"),
                      tr("readers are told this, and the window"), &m_lengthRow);
    m_quiet = new QuietPicker(desk, [this] {
        return timing::durationFromField(m_length->text()).value_or(timing::RoughDuration());
    });
    layout->addWidget(m_quiet);
    auto *plan = new ActionButton(ActionButton::Kind::Primary, tr("Plan it"));
    layout->addWidget(plan, 0, Qt::AlignRight);
    layout->addStretch(1);
    connect(plan, &QPushButton::clicked, this, &PlanForm::plan);
    connect(m_quiet, &QuietPicker::picked, this, [this](base::Instant from, base::Instant to) {
        const timing::FieldContext context{m_desk.zone(), m_desk.clock().now(),
                                           timing::Lean::Future};
        m_from->setText(timing::fieldText(timing::RoughInstant::exact(from), context));
        m_to->setText(timing::fieldText(timing::RoughInstant::exact(to), context));
    });
    connect(m_length, &QLineEdit::returnPressed, this, &PlanForm::plan);
    for (LineEdit *edit : {m_from, m_to})
        connect(edit, &QLineEdit::textChanged, this, [this] { m_typed = m_desk.clock().now(); });
    connect(m_length, &QLineEdit::textChanged, this, &PlanForm::showCalibration);
    connect(m_parts, &QLineEdit::editingFinished, this, &PlanForm::showCalibration);
}

LineEdit *PlanForm::addRow(const QString &label, const QString &placeholder, const QString &hint,
                           FormField **row)
{
    auto *edit = new LineEdit;
    edit->setPlaceholderText(placeholder);
    *row = new FormField(label, edit);
    if (hint.isEmpty())
        (*row)->setWide(true);
    else
        (*row)->setHint(hint);
    layout()->addWidget(*row);
    return edit;
}

void PlanForm::focusFirst()
{
    m_title->setFocus();
}

void PlanForm::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_calibration.open();
    showCalibration();
    m_quiet->reload();
}

/// What earlier plans of this length came to.
void PlanForm::showCalibration()
{
    m_lengthRow->setNote(m_calibration.sentence(
        {incident::Kind::Maintenance, base::commaList(m_parts->text()),
         timing::durationFromField(m_length->text()).value_or(timing::RoughDuration())}));
}

base::Result<workflow::NewMaintenance> PlanForm::request() const
{
    // "22:00", typed at 21:58 and planned at 22:01, is not tomorrow's.
    const timing::FieldContext context{m_desk.zone(), m_typed, timing::Lean::Future};
    workflow::NewMaintenance request;
    request.title = m_title->text();
    request.felt = m_felt->text().trimmed();
    request.components = base::commaList(m_parts->text());
    request.effect = incident::Effect(m_effect->currentData().toInt());
    const auto from = timing::instantFromField(m_from->text(), context);
    m_fromRow->setError(from ? QString() : from.error().text);
    const auto to = timing::instantFromField(m_to->text(), context);
    m_toRow->setError(to ? QString() : to.error().text);
    const auto length = timing::durationFromField(m_length->text());
    m_lengthRow->setError(length ? QString() : length.error().text);
    if (!from)
        return base::passOn(from);
    if (!to)
        return base::passOn(to);
    if (!length)
        return base::passOn(length);
    request.start = *from;
    request.end = *to;
    request.expected = *length;
    return request;
}

void PlanForm::plan()
{
    m_titleRow->setError({});
    const auto asked = request();
    if (!asked)
        return;
    const auto planned = m_desk.plan(*asked);
    if (!planned) {
        m_titleRow->setError(planned.error().text);
        return;
    }
    clear();
    emit this->planned(planned->id);
}

void PlanForm::clear()
{
    for (LineEdit *edit : {m_title, m_felt, m_parts, m_from, m_to, m_length})
        edit->clear();
    m_calibration.open();
}

} // namespace ui
