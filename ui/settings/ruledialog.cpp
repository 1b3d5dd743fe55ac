// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/ruledialog.h"

#include "ui/incident/remedyform.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int dialogWidth = 960;
constexpr int most = 20;

QSpinBox *spinBox(int value)
{
    auto *box = new QSpinBox;
    box->setRange(1, most);
    box->setValue(value);
    return box;
}

} // namespace

RuleDialog::RuleDialog(workflow::Watch &watch, source::MonitorSpec spec, QWidget *parent)
    : QDialog(parent)
    , m_watch(watch)
    , m_spec(std::move(spec))
    , m_failAfter(spinBox(m_spec.failAfter))
    , m_failOutOf(spinBox(m_spec.failOutOf))
    , m_recoverAfter(spinBox(m_spec.recoverAfter))
    , m_slow(new LineEdit)
    , m_below(new QComboBox)
    , m_slowRow(new FormField(tr("Slow from"), m_slow))
    , m_belowRow(new FormField(tr("Stands on"), m_below))
    , m_remedy(new RemedyForm)
{
    setWindowTitle(tr("Alerts of %1").arg(m_spec.name));
    setMinimumWidth(dialogWidth);
    build();
    fillBelow();
    m_remedy->setRemedy(m_spec.remedy);
    if (m_spec.slowMs)
        m_slow->setText(QLocale().toString(*m_spec.slowMs, 'f', 0));
}

void RuleDialog::build()
{
    m_failOutOf->setAccessibleName(tr("Of the last looks"));
    m_failOutOf->setPrefix(tr("of the last "));
    auto *fails = new FormField(tr("Alert after failed looks"), m_failAfter);
    fails->setSide(m_failOutOf);
    fails->setNote(tr("The same number twice means: in a row."));
    auto *recovers = new FormField(tr("Over after good looks"), m_recoverAfter);
    recovers->setHint(tr("in a row"));
    m_slowRow->setVisible(!source::isFigure(m_spec.kind)); // a figure takes as long as it takes
    m_slowRow->setHint(tr("milliseconds; may be empty"));
    m_belowRow->setNote(tr("While that one is down, this one raises no alert."));
    auto *keep = new ActionButton(ActionButton::Kind::Primary, tr("Keep it"));
    keep->setDefault(true);
    auto *cancel = new ActionButton(ActionButton::Kind::Quiet, tr("Cancel"));
    auto *actions = new QHBoxLayout;
    actions->addStretch(1);
    actions->addWidget(cancel);
    actions->addWidget(keep);
    auto *when = new QVBoxLayout;
    for (QWidget *row : std::initializer_list<QWidget *>{fails, recovers, m_slowRow, m_belowRow})
        when->addWidget(row);
    when->addStretch(1);
    auto *remedy = new QVBoxLayout;
    remedy->addWidget(m_remedy);
    remedy->addStretch(1);
    auto *columns =
        new QHBoxLayout; // one above the other they would be too high for a small screen
    columns->setSpacing(space::xl);
    for (QVBoxLayout *column : {when, remedy}) {
        column->setSpacing(space::s);
        columns->addLayout(column, 1);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(space::s);
    layout->addLayout(columns, 1);
    layout->addSpacing(space::s);
    layout->addLayout(actions);
    connect(keep, &QPushButton::clicked, this, &RuleDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &RuleDialog::reject);
}

void RuleDialog::fillBelow()
{
    m_below->addItem(tr("nothing else"), QString());
    for (const QString &monitor : m_watch.monitors()) {
        const auto status = m_watch.status(monitor);
        const bool isOther = status && monitor != m_spec.id;
        if (isOther && status->spec.kind != source::Kind::Host)
            m_below->addItem(status->spec.name, monitor);
    }
    m_below->setCurrentIndex(std::max(0, m_below->findData(m_spec.dependsOn)));
}

void RuleDialog::accept()
{
    source::MonitorSpec spec = m_spec;
    spec.failAfter = m_failAfter->value();
    spec.failOutOf = std::max(m_failOutOf->value(), spec.failAfter);
    spec.recoverAfter = m_recoverAfter->value();
    spec.dependsOn = m_below->currentData().toString();
    const QString slow = m_slow->text().trimmed();
    bool isNumber = slow.isEmpty();
    const double ms = isNumber ? 0 : QLocale().toDouble(slow, &isNumber);
    spec.slowMs = slow.isEmpty() ? std::nullopt : std::optional(ms);
    m_slowRow->setError(isNumber ? QString() : tr("Write a number, or leave it empty."));
    spec.remedy = m_remedy->remedy();
    if (!isNumber || !m_remedy->check())
        return;
    const base::Done replaced = m_watch.replace(spec);
    m_belowRow->setError(replaced ? QString() : replaced.error().text);
    if (replaced)
        QDialog::accept();
}

} // namespace ui
