// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/segmentedbar.h"

#include "ui/theme/paint.h"

#include <QButtonGroup>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPainter>
#include <QRadioButton>

namespace ui {

namespace {

/// A radio button in all but looks, so that keys and screen readers find what they expect.
class Segment final : public QRadioButton
{
public:
    Segment(const QString &text, QWidget *parent)
        : QRadioButton(text, parent)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setAttribute(Qt::WA_Hover);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        // As wide as the bold form, so that nothing moves when the choice does.
        const Theme theme = Theme::current();
        const QFontMetrics metrics(theme.font(TextSize::Secondary, QFont::DemiBold));
        return QSize(metrics.horizontalAdvance(text()) + theme.scaled(16), theme.scaled(22));
    }

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint &position) const override { return rect().contains(position); }

    void paintEvent(QPaintEvent *) override
    {
        const Theme theme = Theme::current();
        QPainter painter(this);
        if (isChecked())
            paintBox(painter, rect(), radius::pill, theme.color(ColorRole::Selection), {});
        painter.setFont(
            theme.font(TextSize::Secondary, isChecked() ? QFont::DemiBold : QFont::Normal));
        const bool strong = isChecked() || underMouse();
        painter.setPen(theme.color(strong ? ColorRole::Text : ColorRole::Secondary));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
        if (hasFocus())
            paintFocusRing(painter, rect(), radius::pill, theme);
    }
};

} // namespace

SegmentedBar::SegmentedBar(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(name);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            emit currentChanged(id);
    });
}

void SegmentedBar::addSegment(int id, const QString &text, const QString &spoken)
{
    auto *segment = new Segment(text, this);
    if (!spoken.isEmpty())
        segment->setAccessibleName(spoken);
    layout()->addWidget(segment);
    const bool first = m_group->buttons().isEmpty();
    segment->setChecked(first);
    m_group->addButton(segment, id);
}

void SegmentedBar::setSegmentVisible(int id, bool visible)
{
    if (QAbstractButton *segment = m_group->button(id))
        segment->setVisible(visible);
}

int SegmentedBar::current() const
{
    return m_group->checkedId();
}

void SegmentedBar::setCurrent(int id)
{
    if (QAbstractButton *segment = m_group->button(id))
        segment->setChecked(true);
}

} // namespace ui
