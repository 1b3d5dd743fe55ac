// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/monitorface.h"

#include "ui/widget/elidedlabel.h"
#include "ui/widget/statebadge.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

MonitorFace::MonitorFace(HealthChart::Form form, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_name(new ElidedLabel({}, TextRole::Strong, this))
    , m_badge(new StateBadge(this))
    , m_value(makeLabel({}, TextRole::Secondary, this))
    , m_chart(makeHealthChart(form, this))
{
    auto *top = new QHBoxLayout;
    top->setSpacing(space::s);
    const int indent = m_chart->plotInset();
    top->setContentsMargins(indent, 0, indent, 0);
    top->addWidget(m_name);
    top->addWidget(m_badge);
    top->addStretch(1);
    top->addWidget(m_value);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(form == HealthChart::Form::Large ? space::xs : space::s);
    column->addLayout(top);
    column->addWidget(m_chart, 1);
}

void MonitorFace::present(const MonitorInfo &monitor, const ChartContent &content,
                          PictureSource source)
{
    m_name->setText(monitor.name);
    m_badge->setState(monitor.state, monitor.words);
    QStringList words;
    if (!monitor.value.isEmpty())
        words.append(monitor.value);
    if (m_form == HealthChart::Form::Large && !monitor.quantity.isEmpty())
        words.append(monitor.quantity);
    m_value->setText(words.join(u" · "_s));
    m_value->setVisible(!words.isEmpty());
    m_chart->present(content, std::move(source));
}

} // namespace ui
