// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compose/findinglist.h"

#include "ui/compose/findingrow.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"

#include <algorithm>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int shownRows = 2;

} // namespace

FindingList::FindingList(QWidget *parent)
    : Card(parent)
{
    setAccessibleName(tr("What to look at before publishing"));
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 3, 0, 3);
    m_layout->setSpacing(0);
    for (int i = 0; i < shownRows; ++i) {
        auto *row = new FindingRow(this);
        m_rows.push_back(row);
        m_layout->addWidget(row);
    }
    m_more = makeLabel({}, TextRole::Faint);
    m_more->setAlignment(Qt::AlignRight);
    m_more->setContentsMargins(9, 0, 9, 2);
    m_layout->addWidget(m_more);
    hide();
}

void FindingList::setFindings(const std::vector<workflow::PostFinding> &findings)
{
    if (findings == m_findings)
        return;
    m_findings = findings;
    m_current = std::min(std::max(m_current, 0), int(findings.size()) - 1);
    showRows();
}

void FindingList::step(int by)
{
    const auto count = int(m_findings.size());
    if (count > 0)
        choose((m_current + by + count) % count);
}

void FindingList::choose(int index)
{
    m_current = index;
    showRows();
    emit currentChanged(index);
}

/// As many as there is room for, the current one among them.
void FindingList::showRows()
{
    const auto count = int(m_findings.size());
    const int last = std::max(0, count - shownRows);
    const int first = std::clamp(m_current - shownRows / 2, 0, last);
    for (int i = 0; i < shownRows; ++i) {
        FindingRow *row = m_rows[std::size_t(i)];
        const int index = first + i;
        row->setVisible(index < count);
        row->disconnect(this);
        if (index >= count)
            continue;
        row->show(m_findings[std::size_t(index)], index == m_current);
        connect(row, &FindingRow::chosen, this, [this, index] { choose(index); });
        connect(row, &FindingRow::fixWanted, this, [this, index] { emit fixWanted(index); });
        connect(row, &FindingRow::ignoreWanted, this, [this, index] { emit ignoreWanted(index); });
    }
    m_more->setVisible(count > 1);
    m_more->setText(tr("%1 of %2 · F8 next").arg(m_current + 1).arg(count));
    setVisible(count > 0);
}

} // namespace ui
