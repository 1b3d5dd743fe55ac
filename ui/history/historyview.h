// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/desk.h"

#include <QFutureSynchronizer>
#include <QWidget>

class QComboBox;
class QLabel;
class QTableView;
class QToolButton;
class QVBoxLayout;

namespace view {
class HistoryModel;
}

namespace workflow {
class HistoryReader;
}

namespace ui {

class EmptyState;
class IncidentPage;
class LineEdit;

/// All incidents: list, filter, full-text search, and beside it the one that is selected.
class HistoryView final : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryView(workflow::Desk &desk, QWidget *parent = nullptr);

    void select(const QString &incidentId);

public slots:
    void focusSearch();
    /// What the incidents say together.
    void showStatistics();
    /// The one that is selected, for another console; and what such a file holds.
    void exportIncident();
    void takeIncident();
    /// All that the filters and the search leave.
    void exportCsv() { exportList(ListFormat::Csv); }
    /// The same without asking for the place.
    void writeIncidentTo(const QString &path);
    void takeIncidentFrom(const QString &path);

signals:
    void failed(const base::Error &error);
    /// To the console with it.
    void openRequested(const QString &incidentId);
    void exportRequested(const QString &incidentId, const QString &format);
    /// The postmortem, as the draft of a post.
    void publishRequested(const QString &incidentId);
    void importRequested();
    /// A sentence about what was done, and where it is.
    void said(const QString &sentence, const QString &where);

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum class ListFormat { Csv, Json };

    QWidget *buildList();
    QToolButton *filesButton();
    QVBoxLayout *buildFilters();
    void exportList(ListFormat format);
    void writeListTo(const QString &path, ListFormat format);
    void tell(const base::Done &done, const QString &path);
    void offerParts(const std::vector<incident::Incident> &incidents);
    [[nodiscard]] QString searched() const;
    void search();
    /// False: the incident of the page is not among what is listed.
    [[nodiscard]] bool reload();
    /// The best and newest that fit, at most so many; and whether there are more.
    [[nodiscard]] std::pair<std::vector<ledger::Hit>, bool> found(int most);
    void sayWhyEmpty();
    void readMore();
    void showCount(int shown, bool hasMore);
    void catchUp();
    void readFigures();
    void showFigures(const std::vector<incident::Incident> &incidents);
    [[nodiscard]] ledger::Filter filter() const;

    workflow::Desk &m_desk;
    view::HistoryModel *m_model;
    workflow::HistoryReader *m_reader; ///< of what the figures are made from
    LineEdit *m_search;
    QComboBox *m_state; ///< its data: a state, nothing for every state
    QComboBox *m_kind;
    QComboBox *m_part;
    QComboBox *m_period; ///< its data: days back from now, 0 for all
    QLabel *m_count;     ///< how many a search has found
    QLabel *m_figures;
    QTableView *m_table;
    int m_rows = 0; ///< that are listed, if there are as many
    EmptyState *m_empty;
    IncidentPage *m_page;
    QFutureSynchronizer<void> m_running; ///< what reads or writes a file
};

} // namespace ui
