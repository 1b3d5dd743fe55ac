// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/noticebar.h"

#include "ui/theme/paint.h"
#include "ui/theme/state.h"
#include "ui/theme/textrole.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/keycap.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace ui {

namespace {

constexpr int maxActions = 2;
constexpr int shapeSide = 12;

ColorRole borderOf(Notice::Level level)
{
    switch (level) {
    case Notice::Level::Info:
        return ColorRole::Maintenance;
    case Notice::Level::Warning:
        return ColorRole::Degraded;
    case Notice::Level::Error:
        break;
    }
    return ColorRole::Down;
}

State shapeOf(Notice::Level level)
{
    switch (level) {
    case Notice::Level::Info:
        return State::Maintenance;
    case Notice::Level::Warning:
        return State::Degraded;
    case Notice::Level::Error:
        break;
    }
    return State::Down;
}

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : Card(parent)
    , m_text(makeLabel({}, TextRole::Body, this))
    , m_actions(new QHBoxLayout)
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setFocusPolicy(Qt::NoFocus);
    m_actions->setSpacing(space::s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10 + shapeSide + 9, 5, 9, 5);
    row->setSpacing(space::m);
    row->addWidget(m_text, 1);
    row->addLayout(m_actions);
}

void NoticeBar::setNotice(const Notice &notice)
{
    m_notice = notice;
    // The subject is emphasised through escaped markup: both parts come from outside.
    m_text->setTextFormat(notice.subject.isEmpty() ? Qt::PlainText : Qt::RichText);
    m_text->setText(notice.subject.isEmpty()
                        ? notice.text
                        : notice.text.toHtmlEscaped() + QStringLiteral(" <b>") +
                              notice.subject.toHtmlEscaped() + QStringLiteral("</b>"));
    setAccessibleName(notice.subject.isEmpty() ? notice.text : notice.text + u' ' + notice.subject);
    clearActions();
    for (int i = 0; i < std::min<qsizetype>(maxActions, notice.actions.size()); ++i)
        addAction(i, notice.actions[i]);
    updateGeometry();
    update();
}

void NoticeBar::addAction(int index, const Notice::Action &action)
{
    if (!action.key.isEmpty())
        m_actions->addWidget(new KeyCap(action.key, this));
    auto *button = new ActionButton(ActionButton::Kind::Quiet, action.text, this);
    if (!action.key.isEmpty())
        button->setAccessibleDescription(tr("Key %1").arg(action.key));
    m_actions->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, index] { emit actionTriggered(index); });
}

void NoticeBar::clearActions()
{
    while (QLayoutItem *item = m_actions->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    paintBox(painter, rect(), radius::card, theme.color(ColorRole::Panel),
             theme.color(borderOf(m_notice.level)));
    const QRectF shape(10, (height() - shapeSide) / 2.0, shapeSide, shapeSide);
    paintState(painter, shape, shapeOf(m_notice.level), theme);
}

} // namespace ui
