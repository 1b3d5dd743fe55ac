// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/hostpage.h"

#include "source/hostlimits.h"
#include "ui/settings/trial.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/formnumber.h"
#include "ui/widget/lineedit.h"
#include "workflow/monitorbook.h"

#include <QCheckBox>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int mostHeld = 3600; ///< seconds

} // namespace

HostPage::HostPage(workflow::Watch &watch, QWidget *parent)
    : QWidget(parent)
    , m_watch(watch)
    , m_watched(new QCheckBox(tr("Measure it")))
    , m_row(new FormField(tr("This machine"), m_watched))
    , m_testButton(new ActionButton(ActionButton::Kind::Secondary, trialTitle(false)))
    , m_held(new QSpinBox)
    , m_heldRow(new FormField(tr("Over it for"), m_held))
    , m_keep(new ActionButton(ActionButton::Kind::Primary, tr("Keep the limits")))
{
    m_watched->setChecked(m_watch.isMachineWatched());
    m_watched->setAccessibleName(tr("Measure this machine"));
    m_row->setWide(true);
    m_row->setNote(tr("CPU, memory, the fullest disk, load and network."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(makeLabel(tr("This machine"), TextRole::Title));
    layout->addWidget(m_row);
    layout->addWidget(m_testButton, 0, Qt::AlignRight);
    buildLimits(*layout);
    connect(&m_watch, &workflow::Watch::monitorsChanged, this, &HostPage::showLimits);
    showLimits();
    connect(m_watched, &QCheckBox::toggled, this, &HostPage::take);
    connect(m_testButton, &QPushButton::clicked, this, &HostPage::test);
}

void HostPage::buildLimits(QVBoxLayout &rows)
{
    rows.addWidget(makeLabel(tr("Alerts of this machine"), TextRole::Title));
    for (const source::HostMeasure &measure : source::measuresOf({})) {
        auto *row = new FormField(tr("%1 over").arg(measure.name), new LineEdit);
        row->setHint(measure.unit.isEmpty() ? tr("may be empty")
                                            : tr("%1; may be empty").arg(measure.unit));
        m_limits.append(row);
        rows.addWidget(row);
    }
    m_held->setRange(0, mostHeld);
    m_held->setSuffix(tr(" s"));
    m_heldRow->setNote(tr("An alert comes when this machine has been over a limit for so long "
                          "without a break. It is looked at every 5 s, which may come on top."));
    rows.addWidget(m_heldRow);
    rows.addWidget(m_keep, 0, Qt::AlignRight);
    connect(m_keep, &QPushButton::clicked, this, &HostPage::keepLimits);
}

void HostPage::focusLimits()
{
    m_limits.first()->field()->setFocus(Qt::OtherFocusReason);
}

void HostPage::showLimits()
{
    const auto status = m_watch.status(workflow::MonitorBook::machine().id);
    const QList<source::HostMeasure> measures = source::measuresOf({});
    for (qsizetype i = 0; i < m_limits.size(); ++i) {
        m_limits[i]->setEnabled(status.has_value());
        const auto limit = status ? source::limitOf(status->spec, measures[i].id) : std::nullopt;
        auto *line = qobject_cast<QLineEdit *>(m_limits[i]->field());
        if (status)
            line->setText(limit ? QLocale().toString(*limit, 'g', QLocale::FloatingPointShortest)
                                : QString());
    }
    m_heldRow->setEnabled(status.has_value());
    m_keep->setEnabled(status.has_value());
    if (status)
        m_held->setValue(int(source::limitHeld(status->spec).count()));
}

void HostPage::keepLimits()
{
    const auto status = m_watch.status(workflow::MonitorBook::machine().id);
    if (!status)
        return;
    QList<source::HostLimit> limits;
    const QList<source::HostMeasure> measures = source::measuresOf({});
    bool isRead = true;
    for (qsizetype i = 0; i < m_limits.size(); ++i) {
        std::optional<double> above;
        isRead &= readNumber(m_limits[i], above);
        if (above)
            limits.append({measures[i].id, *above});
    }
    if (!isRead)
        return;
    source::MonitorSpec machine = status->spec;
    machine.expression = source::textOf(limits);
    source::setLimitHeld(machine, base::Span(m_held->value()));
    const base::Done kept = m_watch.replace(machine);
    m_heldRow->setError(kept ? QString() : kept.error().text);
    if (kept)
        m_heldRow->setAnswer(tr("Kept."));
}

void HostPage::take(bool wanted)
{
    const base::Done taken = m_watch.setMachineWatched(wanted);
    m_row->setError(taken ? QString() : taken.error().text);
    const QSignalBlocker quiet(m_watched);
    m_watched->setChecked(m_watch.isMachineWatched());
}

void HostPage::test()
{
    showTrial(m_row, m_testButton, m_watch.probe(workflow::MonitorBook::machine()));
}

} // namespace ui
