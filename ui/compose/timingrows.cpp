// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compose/timingrows.h"

#include "ui/theme/tokens.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"
#include "wording/termwords.h"

#include <algorithm>
#include <QLayoutItem>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace ui {

using workflow::TimingField;
using workflow::TimingForm;

TimingRows::TimingRows(workflow::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_calibration(desk)
{
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::xs + 2);
}

void TimingRows::setIncident(const incident::Incident &incident)
{
    const bool other = incident.id != m_incident.id;
    m_incident = incident;
    if (other) {
        m_heldBack.reset();
        m_calibration.open(incident.id);
    }
    if (m_maintenance != incident.isMaintenance())
        build(incident.isMaintenance());
    if (!m_committing)
        showTexts();
}

void TimingRows::build(bool maintenance)
{
    m_maintenance = maintenance;
    m_entries.clear();
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (maintenance) {
        addRow(tr("Window from"), TimingField::PlanStart);
        addRow(tr("Window to"), TimingField::PlanEnd, tr("Takes at the most"),
               tr("takes at the most"), TimingField::PlanLength);
        addRow(tr("Started"), TimingField::Started);
        addRow(tr("Finished"), TimingField::Normal, tr("Took"), tr("length"),
               TimingField::Duration);
        return;
    }
    addRow(tr("Started"), TimingField::Started, tr("Lasted"), tr("lasted, start to end"),
           TimingField::Duration);
    addRow(tr("Fixed"), TimingField::Fixed, tr("Fixed after the start"), tr("+ min after start"),
           TimingField::FixedAfter);
    addRow(tr("Back to normal"), TimingField::Normal, tr("Back to normal after the fix"),
           tr("+ min after fixed"), TimingField::NormalAfter);
}

void TimingRows::addRow(const QString &label, TimingField field)
{
    auto *edit = makeEdit(label, field);
    auto *row = new FormField(label, edit);
    m_layout->addWidget(row);
    m_entries.push_back({field, edit, row});
}

void TimingRows::addRow(const QString &label, TimingField field, const QString &sideName,
                        const QString &sideHint, TimingField side)
{
    addRow(label, field);
    FormField *row = m_entries.back().row;
    auto *edit = makeEdit(sideName, side);
    edit->setPlaceholderText(sideHint);
    row->setSide(edit);
    m_entries.push_back({side, edit, row});
}

LineEdit *TimingRows::makeEdit(const QString &name, TimingField field)
{
    auto *edit = new LineEdit;
    edit->setAccessibleName(name);
    edit->setPlaceholderText(tr("not yet"));
    connect(edit, &QLineEdit::editingFinished, this, [this, field] {
        if (const Entry *found = entry(field))
            commit(*found);
    });
    if (field == TimingField::PlanLength)
        connect(edit, &QLineEdit::textEdited, this, &TimingRows::showCalibration);
    return edit;
}

const TimingRows::Entry *TimingRows::entry(TimingField field) const
{
    const auto found = std::ranges::find(m_entries, field, &Entry::field);
    return found == m_entries.end() ? nullptr : &*found;
}

void TimingRows::commit(const Entry &entry, const QString &reason)
{
    if (!m_incident.exists() || m_committing)
        return;
    const QScopedValueRollback committing(m_committing, true);
    TimingForm form(m_desk, m_incident);
    const QString text = entry.edit->text();
    const base::Done done = form.edit(entry.field, text, reason);
    m_incident = form.incident();
    if (done) {
        m_heldBack.reset();
        entry.row->setError({});
        entry.edit->setModified(false);
        showTexts();
        return;
    }
    if (done.error().kind == base::ErrorKind::NeedsReason) {
        m_heldBack = entry.field;
        emit reasonWanted(done.error().text);
        return;
    }
    entry.row->setError(done.error().text);
}

void TimingRows::retry(const QString &reason)
{
    if (!m_heldBack)
        return;
    if (const Entry *held = entry(*m_heldBack))
        commit(*held, reason);
}

void TimingRows::giveUp()
{
    if (!m_heldBack)
        return;
    if (const Entry *held = entry(*m_heldBack))
        held->edit->setModified(false);
    m_heldBack.reset();
    showTexts();
}

/// Texts that are being typed, or could not be understood, are left alone.
void TimingRows::showTexts()
{
    const TimingForm form(m_desk, m_incident);
    for (const Entry &entry : m_entries) {
        if (entry.edit->isModified())
            continue;
        entry.edit->setText(form.text(entry.field));
        entry.edit->setCursorPosition(0);
    }
    showCalibration();
}

/// What earlier plans of this length came to.
void TimingRows::showCalibration()
{
    const Entry *planned = entry(TimingField::PlanLength);
    if (!planned)
        return;
    planned->row->setNote(m_calibration.sentence(
        {m_incident.kind, m_incident.components(),
         timing::durationFromField(planned->edit->text()).value_or(timing::RoughDuration())}));
}

} // namespace ui
