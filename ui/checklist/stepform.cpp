// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/checklist/stepform.h"

#include "ui/incident/remedyform.h"
#include "ui/theme/tokens.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"
#include "ui/widget/sectionlabel.h"
#include "wording/checklistwords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using incident::ChecklistStep;

namespace {

/// What a time is counted in; the number is its seconds, except for days.
enum Unit { None = 0, Second = 1, Minute = 60, Hour = 3600, WorkingDay = -1 };
constexpr int mostOfUnit = 9999;
constexpr int textHeight = 84;

template <class E>
QComboBox *choiceOf()
{
    auto *box = new QComboBox;
    for (const auto &row : base::EnumNames<E>::table)
        box->addItem(wording::words(row.value), int(row.value));
    box->setMinimumContentsLength(1);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

} // namespace

StepForm::StepForm(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, space::s, 0);
    m_rows->setSpacing(space::s);
    m_title = addLine(tr("Step"), u"title"_s, {});
    m_title->setPlaceholderText(tr("what is to be done"));
    m_hint = addLine(tr("Under it"), u"hint"_s, {});
    m_hint->setPlaceholderText(tr("what closes it, in words"));
    m_group = addLine(tr("Heading"), u"group"_s, tr("steps of one heading stand together"));
    m_id = addLine(tr("Id"), u"id"_s, tr("as the command line calls it; one of its own"));
    buildRules();
    buildTexts();
    m_remedy = new RemedyForm;
    m_rows->addWidget(new SectionLabel(tr("Remedy")));
    m_rows->addWidget(m_remedy);
    m_rows->addStretch(1);
    connect(m_remedy, &RemedyForm::edited, this, &StepForm::edited);
}

LineEdit *StepForm::addLine(const QString &label, const QString &key, const QString &hint)
{
    auto *edit = new LineEdit;
    FormField *row = add(label, key, edit);
    row->setHint(hint);
    row->setWide(hint.isEmpty());
    m_rows->addWidget(row);
    connect(edit, &QLineEdit::textChanged, this, &StepForm::edited);
    return edit;
}

FormField *StepForm::add(const QString &label, const QString &key, QWidget *field)
{
    auto *row = new FormField(label, field);
    m_fields[key] = row;
    return row;
}

void StepForm::buildRules()
{
    m_trigger = choiceOf<incident::Trigger>();
    m_done = choiceOf<incident::DoneWhen>();
    m_time = new QSpinBox;
    m_time->setRange(1, mostOfUnit);
    m_unit = new QComboBox;
    m_unit->setAccessibleName(tr("Unit of the time"));
    m_unit->addItem(tr("no time"), None);
    m_unit->addItem(tr("seconds"), Second);
    m_unit->addItem(tr("minutes"), Minute);
    m_unit->addItem(tr("hours"), Hour);
    m_unit->addItem(tr("working days"), WorkingDay);
    m_perRound = new QCheckBox(tr("Again when the incident is reopened"));
    m_required = new QCheckBox(tr("The incident asks for it before it closes"));
    m_rows->addWidget(new SectionLabel(tr("When")));
    FormField *begins = add(tr("Begins"), u"trigger"_s, m_trigger);
    FormField *done = add(tr("Done when"), u"done"_s, m_done);
    FormField *time = add(tr("Due after"), u"seconds"_s, m_time);
    m_fields[u"business_days"_s] = time;
    begins->setWide(true);
    done->setWide(true);
    time->setSide(m_unit);
    for (QWidget *row :
         std::initializer_list<QWidget *>{begins, done, time, m_perRound, m_required})
        m_rows->addWidget(row);
    connect(m_unit, &QComboBox::currentIndexChanged, this,
            [this] { m_time->setEnabled(m_unit->currentData().toInt() != None); });
    for (QComboBox *box : {m_trigger, m_done, m_unit})
        connect(box, &QComboBox::currentIndexChanged, this, &StepForm::edited);
    for (QCheckBox *box : {m_perRound, m_required})
        connect(box, &QCheckBox::toggled, this, &StepForm::edited);
    connect(m_time, &QSpinBox::valueChanged, this, &StepForm::edited);
}

void StepForm::buildTexts()
{
    m_text = new QPlainTextEdit;
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(textHeight);
    m_rows->addWidget(new SectionLabel(tr("To read")));
    FormField *text = add(tr("Text"), u"text"_s, m_text);
    text->setWide(true);
    m_rows->addWidget(text);
    m_runbook = addLine(tr("Runbook"), u"runbook"_s, tr("address of a page that says how"));
    m_runbook->setPlaceholderText(u"https://wiki.example.org/search"_s);
    connect(m_text, &QPlainTextEdit::textChanged, this, &StepForm::edited);
}

void StepForm::showTime(const ChecklistStep &step)
{
    const int seconds = int(step.time.count());
    int unit = None;
    if (step.businessDays > 0)
        unit = WorkingDay;
    else if (seconds > 0)
        unit = seconds % Hour == 0 ? Hour : seconds % Minute == 0 ? Minute : Second;
    m_time->setRange(1, std::max(mostOfUnit, seconds));
    m_unit->setCurrentIndex(m_unit->findData(unit));
    m_time->setValue(unit == WorkingDay ? step.businessDays : unit == None ? 1 : seconds / unit);
    m_time->setEnabled(unit != None);
}

void StepForm::takeTime(ChecklistStep &step) const
{
    const int unit = m_unit->currentData().toInt();
    step.businessDays = unit == WorkingDay ? m_time->value() : 0;
    step.time = base::Span(unit > 0 ? qint64(m_time->value()) * unit : 0);
}

void StepForm::setStep(const ChecklistStep &step)
{
    if (step == this->step())
        return; // the cursor stays where somebody types
    const bool wasQuiet = blockSignals(true);
    m_title->setText(step.title);
    m_hint->setText(step.hint);
    m_group->setText(step.group);
    m_id->setText(step.id);
    m_trigger->setCurrentIndex(m_trigger->findData(int(step.trigger)));
    m_done->setCurrentIndex(m_done->findData(int(step.done)));
    showTime(step);
    m_perRound->setChecked(step.perRound);
    m_required->setChecked(step.required);
    m_text->setPlainText(step.text);
    m_runbook->setText(step.runbook);
    m_remedy->setRemedy(step.remedy);
    for (LineEdit *line : {m_title, m_hint, m_group, m_id, m_runbook})
        line->setCursorPosition(0); // what is long shows how it begins
    blockSignals(wasQuiet);
}

ChecklistStep StepForm::step() const
{
    ChecklistStep step;
    step.id = m_id->text().trimmed();
    step.group = m_group->text();
    step.title = m_title->text();
    step.hint = m_hint->text();
    step.trigger = incident::Trigger(m_trigger->currentData().toInt());
    step.done = incident::DoneWhen(m_done->currentData().toInt());
    takeTime(step);
    step.perRound = m_perRound->isChecked();
    step.required = m_required->isChecked();
    step.text = m_text->toPlainText();
    step.runbook = m_runbook->text().trimmed();
    step.remedy = m_remedy->remedy();
    return step;
}

void StepForm::setProblems(const std::vector<incident::ChecklistProblem> &problems)
{
    for (const auto &[key, row] : m_fields)
        row->setError({});
    m_remedy->check();
    for (const incident::ChecklistProblem &problem : problems) {
        if (const auto row = m_fields.find(problem.key); row != m_fields.end())
            row->second->setError(problem.sentence);
    }
}

void StepForm::focusKey(const QString &key)
{
    const auto row = m_fields.find(key);
    if (key == u"remedy"_s)
        m_remedy->focusFirst();
    else
        (row == m_fields.end() ? m_fields[u"title"_s] : row->second)->field()->setFocus();
}

} // namespace ui
