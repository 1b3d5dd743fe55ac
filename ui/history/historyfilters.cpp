// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/historyview.h"
#include "ui/theme/tokens.h"
#include "ui/widget/emptystate.h"
#include "ui/widget/lineedit.h"
#include "wording/termwords.h"

#include <QComboBox>
#include <QVBoxLayout>

/// What the history is narrowed by.
namespace ui {

namespace {

/// Of the choice of states, beside the states themselves.
constexpr int openOnly = -1;
/// Letters that a choice shows in a narrow window.
constexpr int shortestChoice = 6;

} // namespace

QVBoxLayout *HistoryView::buildFilters()
{
    m_search = new LineEdit;
    m_search->setPlaceholderText(tr("Search in titles, posts, notes and postmortems"));
    m_search->setAccessibleName(tr("Search the history"));
    m_search->setClearButtonEnabled(true);
    m_state = new QComboBox;
    m_state->setAccessibleName(tr("State"));
    m_state->addItem(tr("every state"));
    m_state->addItem(tr("open"), openOnly);
    m_state->insertSeparator(m_state->count());
    for (const auto &row : base::EnumNames<incident::State>::table)
        m_state->addItem(wording::words(row.value), int(row.value));
    m_kind = new QComboBox;
    m_kind->setAccessibleName(tr("Kind of incident"));
    m_kind->addItem(tr("every kind"));
    for (const auto &row : base::EnumNames<incident::Kind>::table)
        m_kind->addItem(wording::words(row.value), int(row.value));
    m_part = new QComboBox;
    m_part->setAccessibleName(tr("Part that was affected"));
    m_part->addItem(tr("every part"));
    m_period = new QComboBox;
    m_period->setAccessibleName(tr("How far back"));
    for (const auto &[words, days] :
         {std::pair(tr("any time"), 0), std::pair(tr("last 30 days"), 30),
          std::pair(tr("last 90 days"), 90), std::pair(tr("last year"), 365)})
        m_period->addItem(words, days);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(space::s);
    for (QComboBox *box : {m_state, m_kind, m_part, m_period}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(shortestChoice);
        choices->addWidget(box, 1);
    }
    auto *filters = new QVBoxLayout;
    filters->setSpacing(space::s);
    filters->addWidget(m_search);
    filters->addLayout(choices);
    return filters;
}

/// Of the newest incidents, also those that are not watched any more.
void HistoryView::offerParts(const std::vector<incident::Incident> &incidents)
{
    QStringList parts;
    for (const incident::Incident &incident : incidents)
        parts += incident.components();
    parts.sort(Qt::CaseInsensitive);
    for (const QString &part : parts) {
        if (m_part->findText(part, Qt::MatchFixedString | Qt::MatchCaseSensitive) < 0)
            m_part->addItem(part, part);
    }
}

ledger::Filter HistoryView::filter() const
{
    ledger::Filter filter;
    if (const QVariant state = m_state->currentData(); state.isValid()) {
        filter.openOnly = state.toInt() == openOnly;
        if (!filter.openOnly)
            filter.states = {incident::State(state.toInt())};
    }
    if (m_kind->currentIndex() > 0)
        filter.kind = incident::Kind(m_kind->currentData().toInt());
    filter.component = m_part->currentData().toString();
    if (const int days = m_period->currentData().toInt(); days > 0)
        filter.from = m_desk.clock().now() - std::chrono::hours(24) * days;
    return filter;
}

void HistoryView::sayWhyEmpty()
{
    const bool isNarrowed = !m_search->text().trimmed().isEmpty() || filter() != ledger::Filter();
    if (isNarrowed)
        m_empty->setTexts(tr("Nothing fits"),
                          tr("No incident has all that is chosen and searched for above."), {});
    else
        m_empty->setTexts(tr("Nothing here"),
                          tr("Incidents appear here from the moment they are opened."), {});
}

} // namespace ui
