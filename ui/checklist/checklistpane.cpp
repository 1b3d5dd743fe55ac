// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/checklist/checklistpane.h"

#include "ui/checklist/checklistrow.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/emptystate.h"
#include "ui/widget/paneheader.h"
#include "ui/widget/reasonbar.h"
#include "ui/widget/sectionlabel.h"

#include <algorithm>
#include <QCheckBox>
#include <QLayoutItem>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

using incident::StepState;
using incident::StepStatus;

ChecklistPane::ChecklistPane(workflow::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    m_header = new PaneHeader(tr("Checklist"));
    auto *edit = new ActionButton(ActionButton::Kind::Quiet, tr("Edit lists"));
    edit->setAccessibleDescription(tr("What is to be done, step by step, for the next incidents"));
    m_header->addTrailing(edit);
    m_empty = new EmptyState(tr("Nothing to do"),
                             tr("An incident brings its checklist along; steps close by themselves "
                                "when the facts are there."),
                             {});
    m_reason = new ReasonBar;
    m_list = new QWidget;
    m_layout = new QVBoxLayout(m_list);
    m_layout->setContentsMargins(0, space::s, 0, space::s);
    m_layout->setSpacing(0);
    m_scroll = new QScrollArea;
    m_scroll->setWidget(m_list);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    auto *reasonBox = new QVBoxLayout;
    reasonBox->setContentsMargins(space::s, space::s, space::s, space::s);
    reasonBox->addWidget(m_reason);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(reasonBox);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_scroll, 1);
    m_scroll->hide();

    connect(edit, &QPushButton::clicked, this, &ChecklistPane::editWanted);
    connect(m_reason, &ReasonBar::given, this, &ChecklistPane::mark);
    connect(m_reason, &ReasonBar::cancelled, this, &ChecklistPane::focusNext);
}

void ChecklistPane::setSteps(const incident::Incident &incident, const std::vector<StepStatus> &all)
{
    // What is for somebody else's trouble stays away until it is that.
    std::vector<StepStatus> steps;
    std::ranges::copy_if(all, std::back_inserter(steps), [](const StepStatus &status) {
        return status.step.trigger != incident::Trigger::Provider ||
               status.state != StepState::NotApplicable;
    });
    if (incident.id != m_incident)
        m_reason->hide();
    m_incident = incident.id;
    m_header->setNote(steps.empty()              ? QString()
                      : incident.isMaintenance() ? tr("maintenance")
                                                 : tr("unplanned outage"));
    m_empty->setVisible(steps.empty());
    m_scroll->setVisible(!steps.empty());
    const bool same =
        std::ranges::equal(m_rows, steps, [](const ChecklistRow *row, const StepStatus &status) {
            return row->status().step == status.step;
        });
    if (!same)
        rebuild(steps);
    const StepStatus *next = incident::nextStep(steps);
    for (size_t i = 0; i < steps.size(); ++i)
        m_rows[i]->setStatus(steps[i], &steps[i] == next, m_desk.zone(), m_desk.clock().now());
}

void ChecklistPane::rebuild(const std::vector<StepStatus> &steps)
{
    m_rows.clear();
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QString group;
    for (const StepStatus &status : steps) {
        if (status.step.group != group) {
            group = status.step.group;
            auto *label = new SectionLabel(group);
            label->setContentsMargins(space::m + 2, space::s, space::m + 2, 0);
            m_layout->addWidget(label);
        }
        auto *row = new ChecklistRow;
        row->setStatus(status, false, m_desk.zone(), m_desk.clock().now());
        connect(row, &ChecklistRow::pressed, this, [this, row] { ask(*row); });
        connect(row, &ChecklistRow::providerWanted, this, &ChecklistPane::providerWanted);
        m_layout->addWidget(row);
        m_rows.push_back(row);
    }
    m_layout->addStretch(1);
}

void ChecklistPane::focusNext()
{
    for (ChecklistRow *row : m_rows) {
        if (row->status().active) {
            row->findChild<QCheckBox *>()->setFocus();
            return;
        }
    }
}

void ChecklistPane::ask(const ChecklistRow &row)
{
    const StepStatus &status = row.status();
    if (status.automatic) {
        emit failed({base::ErrorKind::Refused,
                     tr("A fact closed “%1”. Correct the fact and the step follows.")
                         .arg(status.step.title),
                     {},
                     {}});
        return;
    }
    m_asked = status.step.id;
    if (status.state == StepState::Todo) {
        m_answer = StepState::Done;
        m_reason->ask(tr("How do you know that “%1” is done?").arg(status.step.title));
        return;
    }
    m_answer = StepState::Todo;
    mark(tr("taken back"));
}

void ChecklistPane::mark(const QString &reason)
{
    const auto done = m_desk.run(m_incident, incident::MarkStep{m_asked, m_answer, reason});
    if (!done)
        emit failed(done.error());
    focusNext();
}

} // namespace ui
