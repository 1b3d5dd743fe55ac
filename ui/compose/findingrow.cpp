// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compose/findingrow.h"

#include "base/tip.h"
#include "ui/theme/state.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/elidedlabel.h"
#include "ui/widget/keycap.h"

#include <QHBoxLayout>
#include <QPainter>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int shapeSide = 10;
constexpr int longestLabel = 26;

} // namespace

FindingRow::FindingRow(QWidget *parent)
    : QWidget(parent)
{
    m_whole = makeLabel({}, TextRole::Body);
    m_whole->setWordWrap(true);
    m_line = new ElidedLabel({}, TextRole::Secondary);
    m_fixKey = new KeyCap(u"Alt+Enter"_s);
    m_fix = new ActionButton(ActionButton::Kind::Quiet, tr("fix"));
    m_fix->setAccessibleDescription(tr("Key %1").arg(u"Alt+Enter"_s));
    m_ignoreKey = new KeyCap(u"Alt+I"_s);
    m_ignore = new ActionButton(ActionButton::Kind::Quiet, tr("it is fine"));
    m_ignore->setAccessibleDescription(tr("Key %1").arg(u"Alt+I"_s));
    for (ActionButton *button : {m_fix, m_ignore})
        button->setFocusPolicy(Qt::TabFocus);

    auto *keys = new QHBoxLayout;
    keys->setSpacing(space::xs);
    keys->addWidget(m_fixKey);
    keys->addWidget(m_fix);
    keys->addSpacing(space::s);
    keys->addWidget(m_ignoreKey);
    keys->addWidget(m_ignore);
    keys->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10 + shapeSide + 9, 3, 9, 3);
    column->setSpacing(0);
    column->addWidget(m_line);
    column->addWidget(m_whole);
    column->addLayout(keys);
    connect(m_fix, &QPushButton::clicked, this, &FindingRow::fixWanted);
    connect(m_ignore, &QPushButton::clicked, this, &FindingRow::ignoreWanted);
}

void FindingRow::show(const workflow::PostFinding &finding, bool isCurrent)
{
    m_isCurrent = isCurrent;
    m_isLeak = lint::isLeak(finding.finding.kind);
    const QString sentence = finding.inTitle ? tr("In the title: %1").arg(finding.finding.sentence)
                                             : finding.finding.sentence;
    m_whole->setText(sentence);
    m_line->setText(sentence);
    const QString &label = finding.finding.fixLabel;
    m_fix->setTitle(label.size() > longestLabel ? label.first(longestLabel - 1) + u'…' : label);
    m_fix->setToolTip(base::plainTip(finding.finding.fix));
    m_whole->setVisible(isCurrent);
    m_line->setVisible(!isCurrent);
    for (QWidget *widget : {static_cast<QWidget *>(m_fixKey), static_cast<QWidget *>(m_fix),
                            static_cast<QWidget *>(m_ignoreKey), static_cast<QWidget *>(m_ignore)})
        widget->setVisible(isCurrent);
    setAccessibleName(sentence);
    setCursor(isCurrent ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
}

void FindingRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme theme = Theme::current();
    const QWidget *text = m_isCurrent ? static_cast<const QWidget *>(m_whole) : m_line;
    const int line = text->fontMetrics().height();
    const QRectF shape(10, text->y() + (line - shapeSide) / 2.0 + 1, shapeSide, shapeSide);
    paintState(painter, shape, m_isLeak ? State::Down : State::Degraded, theme);
}

void FindingRow::mousePressEvent(QMouseEvent *)
{
    emit chosen();
}

} // namespace ui
