// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/duties/dutylist.h"

#include "base/tip.h"
#include "ui/duties/dutywords.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t shown = 3;
constexpr int textIndent = 8;   // of a quiet button
constexpr int longestText = 34; // characters: the pane is narrow

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    return line.size() <= longestText ? line : line.left(longestText - 1) + u'…';
}

} // namespace

DutyList::DutyList(QWidget *parent)
    : QFrame(parent)
{
    setStyleProperty(this, "ground", u"panel"_s);
    setStyleProperty(this, "edge", u"top"_s);
    setAccessibleName(tr("What is owed"));
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(space::m, space::s, space::m, space::s);
    m_layout->setSpacing(space::xs);
    m_title = makeLabel({}, TextRole::Section);
    auto *all = new ActionButton(ActionButton::Kind::Quiet, tr("Show all"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(all);
    m_layout->addLayout(head);
    connect(all, &QPushButton::clicked, this, &DutyList::allRequested);
    hide();
}

void DutyList::addLine()
{
    Line line{new ActionButton(ActionButton::Kind::Quiet, {}), makeLabel({}, TextRole::Faint), {}};
    setStyleProperty(line.text, "align", u"left"_s);
    line.when->setIndent(textIndent);
    const std::size_t index = m_lines.size();
    connect(line.text, &QPushButton::clicked, this,
            [this, index] { emit chosen(m_lines[index].incident); });
    m_layout->addWidget(line.text);
    m_layout->addWidget(line.when);
    m_lines.push_back(line);
}

void DutyList::setDuties(const std::vector<workflow::Duty> &duties, base::Instant now,
                         const QTimeZone &zone)
{
    setVisible(!duties.empty());
    m_title->setText(tr("%n owed", nullptr, int(duties.size())));
    const std::size_t count = std::min(shown, duties.size());
    while (m_lines.size() < count)
        addLine();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        Line &line = m_lines[i];
        line.text->setVisible(i < count);
        line.when->setVisible(i < count);
        if (i >= count)
            continue;
        const workflow::Duty &duty = duties[i];
        line.incident = duty.incident;
        const QString text = shortened(duty.text);
        line.text->setTitle(duty.kind == workflow::Duty::Kind::Promise ? tr("“%1”").arg(text)
                                                                       : text);
        line.text->setToolTip(base::plainTip(duty.text));
        line.when->setText(u"%1 · %2"_s.arg(wordsOf(duty.kind), whenOf(duty, now, zone)));
        setTone(line.when, toneOf(duty, now));
    }
}

} // namespace ui
