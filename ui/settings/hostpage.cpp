// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/hostpage.h"

#include "ui/settings/trial.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "workflow/monitorbook.h"

#include <QCheckBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui {

HostPage::HostPage(workflow::Watch &watch, QWidget *parent)
    : QWidget(parent)
    , m_watch(watch)
    , m_watched(new QCheckBox(tr("Measure it")))
    , m_row(new FormField(tr("This machine"), m_watched))
    , m_testButton(new ActionButton(ActionButton::Kind::Secondary, trialTitle(false)))
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
    connect(m_watched, &QCheckBox::toggled, this, &HostPage::take);
    connect(m_testButton, &QPushButton::clicked, this, &HostPage::test);
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
