// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compose/promiselist.h"

#include "ui/compose/promiserow.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/fittingscroll.h"

#include <algorithm>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int leastRows = 64; // px: two of them
constexpr int mostRows = 96;  // three

} // namespace

PromiseList::PromiseList(QWidget *parent)
    : Card(parent)
    , m_title(makeLabel({}, TextRole::Section))
    , m_problem(makeLabel({}, TextRole::Faint))
{
    setAccessibleName(tr("What the post promises"));
    m_title->setContentsMargins(space::s, 0, space::s, 0);
    m_problem->setContentsMargins(space::s, 0, space::s, 0);
    m_problem->setWordWrap(true);
    setTone(m_problem, Tone::Down);
    auto *rows = new QWidget;
    m_layout = new QVBoxLayout(rows);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 3, 1, 3);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(new FittingScroll(rows, leastRows, mostRows));
    layout->addWidget(m_problem);
    hide();
}

void PromiseList::addRow()
{
    auto *row = new PromiseRow;
    const auto index = qsizetype(m_rows.size());
    connect(row, &PromiseRow::dropWanted, this,
            [this, index](bool isDropped) { emit dropWanted(m_quotes.value(index), isDropped); });
    connect(row, &PromiseRow::dueTyped, this,
            [this, index](const QString &due) { emit dueTyped(m_quotes.value(index), due); });
    m_layout->addWidget(row);
    m_rows.push_back(row);
}

void PromiseList::setPromises(const std::vector<workflow::Undertaking> &undertakings,
                              const workflow::Compose &compose)
{
    m_quotes.clear();
    QString problem;
    while (m_rows.size() < undertakings.size())
        addRow();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < undertakings.size());
        if (i >= undertakings.size())
            continue;
        const workflow::Undertaking &undertaking = undertakings[i];
        m_quotes << undertaking.promise.quote;
        m_rows[i]->show(undertaking, compose.dueWords(undertaking.promise));
        if (problem.isEmpty() && !undertaking.isDropped)
            problem = undertaking.problem;
    }
    const auto made = std::ranges::count(undertakings, false, &workflow::Undertaking::isDropped);
    m_title->setText(tr("%n promised, and owed once it is published", nullptr, int(made)));
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    setVisible(!undertakings.empty());
}

} // namespace ui
