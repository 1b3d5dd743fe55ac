// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/monitorcard.h"

#include "base/tip.h"
#include "ui/health/monitorface.h"
#include "ui/theme/paint.h"

#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int sideMargin = 10;
constexpr int compactMargin = 5;

template <class Parent>
MonitorFace *addFace(Parent *parent, HealthChart::Form form)
{
    auto *face = new MonitorFace(form, parent);
    auto *column = new QVBoxLayout(parent);
    const int side = sideMargin - face->chart()->plotInset();
    column->setContentsMargins(side, space::s, side, space::s);
    column->addWidget(face);
    return face;
}

} // namespace

MonitorCard::MonitorCard(Density density, QWidget *parent)
    : QPushButton(parent)
    , m_face(addFace(this, HealthChart::Form::Small))
{
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setMouseTracking(true);
    m_face->setAttribute(Qt::WA_TransparentForMouseEvents);
    if (density == Density::Compact) {
        m_face->setCompact();
        layout()->setContentsMargins(space::s, compactMargin, space::s, compactMargin);
    }
}

void MonitorCard::present(const MonitorInfo &monitor, const ChartContent &content,
                          PictureSource source, const QString &summary)
{
    m_face->present(monitor, content, std::move(source));
    setAccessibleName(monitor.name);
    setAccessibleDescription(summary);
    setToolTip(base::plainTip(monitor.finding));
}

void MonitorCard::setOverlay(const ChartOverlay &overlay, const QString &reading)
{
    m_face->setOverlay(overlay, reading);
}

HealthChart *MonitorCard::chart() const
{
    return m_face->chart();
}

void MonitorCard::mouseMoveEvent(QMouseEvent *event)
{
    QPushButton::mouseMoveEvent(event);
    const QPointF place = m_face->chart()->mapFrom(this, event->position());
    if (m_face->chart()->plotArea().contains(place))
        emit pointed(m_face->chart()->timeAt(place.x()));
    else
        emit pointed(std::nullopt);
}

void MonitorCard::leaveEvent(QEvent *event)
{
    QPushButton::leaveEvent(event);
    emit pointed(std::nullopt);
}

QSize MonitorCard::sizeHint() const
{
    return layout()->totalSizeHint();
}

QSize MonitorCard::minimumSizeHint() const
{
    return layout()->totalMinimumSize();
}

void MonitorCard::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    const QColor panel = theme.color(ColorRole::Panel);
    const bool lit = isDown() || underMouse();
    paintBox(painter, rect(), radius::card,
             lit ? mixed(panel, theme.color(ColorRole::Text), isDown() ? 0.06 : 0.03) : panel,
             theme.color(ColorRole::Hairline));
    if (hasFocus())
        paintFocusRing(painter, rect(), radius::card, theme);
}

MonitorPanel::MonitorPanel(QWidget *parent)
    : Card(parent)
    , m_face(addFace(this, HealthChart::Form::Large))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MonitorPanel::present(const MonitorInfo &monitor, const ChartContent &content,
                           PictureSource source, const QString &summary)
{
    m_face->present(monitor, content, std::move(source));
    m_face->chart()->setAccessibleName(monitor.name);
    //: %1 is a summary in sentences
    m_face->chart()->setAccessibleDescription(tr("%1 Press T for a table.").arg(summary));
    setToolTip(base::plainTip(monitor.finding));
}

void MonitorPanel::setOverlay(const ChartOverlay &overlay)
{
    m_face->setOverlay(overlay, {});
}

HealthChart *MonitorPanel::chart() const
{
    return m_face->chart();
}

} // namespace ui
