// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/paneheader.h"

#include "ui/theme/theme.h"
#include "ui/widget/elidedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace ui {

PaneHeader::PaneHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_leading(new QHBoxLayout)
    , m_trailing(new QHBoxLayout)
    , m_title(makeLabel(title, TextRole::Strong, this))
    , m_note(new ElidedLabel({}, TextRole::Secondary, this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_leading->setSpacing(space::s);
    m_trailing->setSpacing(space::s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 14, 1);
    row->setSpacing(space::s);
    row->addWidget(m_title);
    row->addLayout(m_leading);
    row->addWidget(m_note, 1);
    row->addLayout(m_trailing);
    fitHeight();
}

void PaneHeader::addLeading(QWidget *widget)
{
    m_leading->addWidget(widget);
}

void PaneHeader::addTrailing(QWidget *widget)
{
    m_trailing->addWidget(widget);
}

void PaneHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PaneHeader::setNote(const QString &note)
{
    m_note->setText(note);
}

QString PaneHeader::note() const
{
    return m_note->text();
}

void PaneHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, Theme::current().color(ColorRole::Hairline));
}

void PaneHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
    QWidget::changeEvent(event);
}

void PaneHeader::fitHeight()
{
    setFixedHeight(Theme::current().scaled(38));
}

} // namespace ui
