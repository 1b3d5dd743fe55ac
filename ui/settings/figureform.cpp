// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/figureform.h"

#include "ui/settings/trial.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/formnumber.h"
#include "ui/widget/lineedit.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr qsizetype longestName = 100;

} // namespace

FigureForm::FigureForm(workflow::Desk &desk, workflow::Watch &watch, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_watch(watch)
    , m_kind(new QComboBox)
    , m_name(new LineEdit)
    , m_address(new LineEdit)
    , m_expression(new LineEdit)
    , m_above(new LineEdit)
    , m_below(new LineEdit)
    , m_expressionRow(new FormField(tr("Figure"), m_expression))
    , m_aboveRow(new FormField(tr("Fails over"), m_above))
    , m_belowRow(new FormField(tr("Fails under"), m_below))
    , m_testButton(new ActionButton(ActionButton::Kind::Secondary, trialTitle(false)))
    , m_browse(new ActionButton(ActionButton::Kind::Secondary, tr("Choose from what there is …")))
{
    m_kind->addItem(tr("a Prometheus"), int(source::Kind::Prometheus));
    m_kind->addItem(tr("a page of metrics"), int(source::Kind::Exposition));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &FigureForm::describe);
    connect(m_testButton, &QPushButton::clicked, this, &FigureForm::test);
    connect(m_browse, &QPushButton::clicked, this, &FigureForm::browseWanted);
    m_expressionRow->setWide(true);
    m_aboveRow->setHint(tr("may be empty"));
    m_belowRow->setHint(tr("may be empty"));
    build();
    describe();
}

void FigureForm::build()
{
    auto *addButton = new ActionButton(ActionButton::Kind::Primary, tr("Watch it"));
    connect(addButton, &QPushButton::clicked, this, &FigureForm::add);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(space::s);
    actions->addStretch(1);
    actions->addWidget(m_browse);
    actions->addWidget(m_testButton);
    actions->addWidget(addButton);
    auto *address = new FormField(tr("Address"), m_address);
    address->setWide(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(makeLabel(tr("Watch a figure"), TextRole::Title));
    layout->addWidget(new FormField(tr("It comes from"), m_kind));
    auto *name = new FormField(tr("Name"), m_name);
    name->setHint(tr("may be empty: the figure"));
    layout->addWidget(name);
    layout->addWidget(address);
    layout->addWidget(m_expressionRow);
    layout->addWidget(m_aboveRow);
    layout->addWidget(m_belowRow);
    layout->addLayout(actions);
}

void FigureForm::describe()
{
    const bool isQuery = m_kind->currentData().toInt() == int(source::Kind::Prometheus);
    m_browse->setVisible(isQuery);
    m_name->setPlaceholderText(tr("Failed orders"));
    m_address->setPlaceholderText(isQuery ? QStringLiteral("http://prometheus.example.org:9090")
                                          : QStringLiteral("http://db.example.org:9100/metrics"));
    m_expression->setPlaceholderText(
        isQuery ? QStringLiteral("sum(rate(orders_failed_total[5m]))")
                : QStringLiteral("node_filesystem_free_bytes{mountpoint=\"/\"}"));
    m_expressionRow->setError({});
    m_expressionRow->setNote(isQuery
                                 ? tr("An expression that gives one number.")
                                 : tr("The name of one sample, with labels where they matter."));
}

std::optional<source::MonitorSpec> FigureForm::spec()
{
    source::MonitorSpec spec;
    spec.id = m_desk.newId();
    spec.kind = source::Kind(m_kind->currentData().toInt());
    spec.address = m_address->text().trimmed();
    spec.expression = m_expression->text().trimmed();
    const QString name = m_name->text().trimmed();
    spec.name = name.isEmpty() ? spec.expression.left(longestName) : name;
    const bool isOverRead = readNumber(m_aboveRow, spec.above);
    const bool isUnderRead = readNumber(m_belowRow, spec.below);
    if (!isOverRead || !isUnderRead)
        return std::nullopt;
    const base::Done usable = source::validate(spec);
    m_expressionRow->setError(usable ? QString() : usable.error().text);
    return usable ? std::optional(spec) : std::nullopt;
}

void FigureForm::test()
{
    const auto wanted = spec();
    if (!wanted)
        return;
    showTrial(m_expressionRow, m_testButton, m_watch.probe(*wanted));
}

void FigureForm::add()
{
    const auto wanted = spec();
    if (!wanted)
        return;
    const base::Done added = m_watch.add(*wanted);
    m_expressionRow->setError(added ? QString() : added.error().text);
    if (!added)
        return;
    for (LineEdit *field : {m_name, m_expression, m_above, m_below})
        field->clear();
    describe();
}

} // namespace ui
