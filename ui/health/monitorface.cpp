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

namespace {

/// Of a small card, px: it stays the same whatever the card has to say.
constexpr double smallHeight = 84;
constexpr double compactHeight = 60;
constexpr double compactChart = 22;

} // namespace

MonitorFace::MonitorFace(HealthChart::Form form, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_name(new ElidedLabel({}, TextRole::Strong, this))
    , m_badge(new StateBadge(this))
    , m_value(makeLabel({}, TextRole::Secondary, this))
    , m_chart(makeHealthChart(form, this))
    , m_top(new QHBoxLayout)
    , m_details(new ElidedLabel({}, TextRole::Faint, this))
    , m_below(new QHBoxLayout)
{
    const int indent = m_chart->plotInset();
    m_top->setContentsMargins(indent, 0, indent, 0);
    m_top->setSpacing(space::s);
    m_top->addWidget(m_name);
    m_top->addWidget(m_badge);
    m_top->addStretch(1);
    m_top->addWidget(m_value);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addLayout(m_top);
    column->addLayout(m_below);
    column->addWidget(m_chart, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(indent, 0, indent, 0);
    foot->addWidget(m_details);
    column->addLayout(foot);
    m_details->hide();
}

void MonitorFace::setCompact()
{
    m_compact = true;
    m_badge->setBadgeSize(StateBadge::Size::Bare);
    m_chart->setMinimumHeight(Theme::current().scaled(compactChart));
    layout()->setSpacing(1);
    placeBadge();
}

void MonitorFace::present(const MonitorInfo &monitor, const ChartContent &content,
                          PictureSource source)
{
    m_name->setText(monitor.name);
    m_badge->setState(monitor.state, monitor.words);
    QStringList words;
    if (!monitor.value.isEmpty())
        words.append(monitor.value);
    const bool isUnit = monitor.value.endsWith(monitor.quantity);
    if (m_form == HealthChart::Form::Large && !isUnit)
        words.append(monitor.quantity);
    m_latest = words.join(u" · "_s);
    showValue();
    if (m_form == HealthChart::Form::Small)
        setFixedHeight(Theme::current().scaled(m_compact ? compactHeight : smallHeight));
    placeBadge();
    m_details->setText(monitor.details);
    m_details->setVisible(m_form == HealthChart::Form::Large && !monitor.details.isEmpty());
    m_chart->present(content, std::move(source));
}

void MonitorFace::showValue()
{
    const QString &shown = m_reading.isEmpty() ? m_latest : m_reading;
    m_value->setText(shown);
    m_value->setVisible(!shown.isEmpty());
}

void MonitorFace::setOverlay(const ChartOverlay &overlay, const QString &reading)
{
    m_chart->setOverlay(overlay);
    if (m_reading == reading)
        return;
    m_reading = reading;
    showValue();
}

void MonitorFace::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeBadge();
}

bool MonitorFace::needsTwoLines() const
{
    if (m_form == HealthChart::Form::Large || m_compact)
        return m_compact;
    // Between nothing of a name and a smaller chart, the name is worth more.
    int wanted = m_name->sizeHint().width() + m_badge->sizeHint().width() + 2 * space::s;
    if (!m_value->text().isEmpty())
        wanted += m_value->sizeHint().width() + space::s;
    return wanted > width();
}

void MonitorFace::placeBadge()
{
    const bool apart = needsTwoLines();
    if (apart == (m_below->indexOf(m_badge) >= 0))
        return;
    if (apart) {
        m_top->removeWidget(m_badge);
        m_below->insertWidget(0, m_badge);
        m_below->insertStretch(1, 1);
        if (m_compact) {
            m_top->removeWidget(m_value);
            m_below->addWidget(m_value);
        }
    } else {
        m_below->removeWidget(m_badge);
        delete m_below->takeAt(0);
        m_top->insertWidget(1, m_badge);
    }
}

} // namespace ui
