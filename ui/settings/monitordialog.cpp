// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/monitordialog.h"

#include "ui/settings/probefields.h"
#include "ui/settings/trial.h"
#include "ui/theme/tokens.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int dialogWidth = 640;

} // namespace

MonitorDialog::MonitorDialog(workflow::Watch &watch, source::MonitorSpec spec, QWidget *parent)
    : QDialog(parent)
    , m_watch(watch)
    , m_spec(std::move(spec))
    , m_fields(new ProbeFields(m_spec))
    , m_test(new ActionButton(ActionButton::Kind::Secondary, trialTitle(false)))
{
    setWindowTitle(tr("What is watched: %1").arg(m_spec.name));
    setMinimumWidth(dialogWidth);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::l, space::l, space::l, space::l);
    rows->setSpacing(space::s);
    rows->addWidget(m_fields);
    rows->addStretch(1);
    rows->addWidget(buildActions());
}

QWidget *MonitorDialog::buildActions()
{
    auto *keep = new ActionButton(ActionButton::Kind::Primary, tr("Keep it"));
    keep->setDefault(true);
    auto *cancel = new ActionButton(ActionButton::Kind::Quiet, tr("Cancel"));
    m_test->setAutoDefault(false);
    cancel->setAutoDefault(false);
    auto *actions = new QWidget;
    auto *row = new QHBoxLayout(actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addStretch(1);
    for (ActionButton *button : {cancel, m_test, keep})
        row->addWidget(button);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_test, &QPushButton::clicked, this, &MonitorDialog::test);
    connect(keep, &QPushButton::clicked, this, &MonitorDialog::accept);
    return actions;
}

std::optional<source::MonitorSpec> MonitorDialog::typed()
{
    source::MonitorSpec spec = m_spec;
    spec.name = m_fields->name();
    spec.address = m_fields->address();
    return m_fields->typedInto(spec);
}

void MonitorDialog::test()
{
    if (const auto wanted = typed())
        showTrial(m_fields->addressRow(), m_test, m_watch.probe(*wanted));
}

void MonitorDialog::accept()
{
    const auto wanted = typed();
    if (!wanted)
        return;
    const base::Done replaced = m_watch.replace(*wanted);
    m_fields->addressRow()->setError(replaced ? QString() : replaced.error().text);
    if (replaced)
        QDialog::accept();
}

} // namespace ui
