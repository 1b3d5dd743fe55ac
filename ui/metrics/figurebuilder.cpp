// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/metrics/figurebuilder.h"

#include "ui/theme/tokens.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"
#include "ui/widget/segmentedbar.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui {

using prometheus::MetricKind;

FigureBuilder::FigureBuilder(QWidget *parent)
    : QWidget(parent)
    , m_text(new LineEdit)
    , m_row(new FormField(tr("Figure"), m_text))
    , m_shape(new SegmentedBar(tr("What is made of each series")))
    , m_total(new SegmentedBar(tr("What is made of several series")))
{
    m_text->setPlaceholderText(QStringLiteral("sum(rate(orders_failed_total[5m]))"));
    m_text->setAccessibleName(tr("Figure, in PromQL"));
    m_row->setWide(true);
    m_shape->addSegment(AsItIs, tr("As it is"), tr("each series as it is"));
    m_shape->addSegment(Rate, tr("Rate, 5 min"), tr("growth a second, over 5 minutes"));
    m_shape->addSegment(Percentile, tr("95th percentile"));
    m_total->addSegment(Each, tr("Each"), tr("each series on its own"));
    m_total->addSegment(Sum, tr("Sum"));
    m_total->addSegment(Highest, tr("Highest"));
    auto *choices = new QHBoxLayout;
    choices->setSpacing(space::l);
    choices->addStretch(1);
    choices->addWidget(m_shape);
    choices->addWidget(m_total);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    layout->addWidget(m_row);
    layout->addLayout(choices);
    describe(MetricKind::Value);
    connect(m_text, &QLineEdit::textEdited, this, &FigureBuilder::takeTyped);
    connect(m_text, &QLineEdit::returnPressed, this, &FigureBuilder::confirmed);
    connect(m_shape, &SegmentedBar::currentChanged, this, &FigureBuilder::write);
    connect(m_total, &SegmentedBar::currentChanged, this, &FigureBuilder::write);
}

QString FigureBuilder::expression() const
{
    return m_text->text().trimmed();
}

void FigureBuilder::setSelector(const QString &selector, MetricKind kind)
{
    const QSignalBlocker quietShape(m_shape);
    m_selector = selector;
    if (m_shape->current() == Percentile && kind != MetricKind::Buckets)
        m_shape->setCurrent(AsItIs);
    describe(kind);
    write();
}

void FigureBuilder::focusText()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

void FigureBuilder::describe(MetricKind kind)
{
    m_shape->setSegmentVisible(Percentile, kind == MetricKind::Buckets);
    switch (kind) {
    case MetricKind::Counter:
        m_row->setNote(tr("A counter only grows: its rate says how fast."));
        break;
    case MetricKind::Buckets:
        m_row->setNote(
            tr("These are the buckets of a histogram: a percentile says what is usual."));
        break;
    case MetricKind::Value:
        m_row->setNote(tr("Choose above, or write PromQL. A chart shows one number."));
        break;
    }
}

void FigureBuilder::write()
{
    QString text = m_selector;
    if (!text.isEmpty() && m_shape->current() == Rate)
        text = prometheus::rateOf(text);
    if (!text.isEmpty() && m_shape->current() == Percentile)
        text = prometheus::percentileOf(text);
    if (!text.isEmpty() && m_total->current() == Sum)
        text = prometheus::sumOf(text);
    if (!text.isEmpty() && m_total->current() == Highest)
        text = prometheus::highestOf(text);
    m_text->setText(text);
    m_text->setCursorPosition(0);
    emit changed();
}

/// What was typed is as it is: what is made of it from now on is made of all of it.
void FigureBuilder::takeTyped()
{
    const QSignalBlocker quietShape(m_shape);
    const QSignalBlocker quietTotal(m_total);
    m_shape->setCurrent(AsItIs);
    m_total->setCurrent(Each);
    m_selector = m_text->text().trimmed();
    describe(MetricKind::Value);
    emit changed();
}

} // namespace ui
