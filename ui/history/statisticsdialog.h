// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/statistics.h"
#include "workflow/historyreader.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QProgressBar;
class QTableWidget;
class QVBoxLayout;

namespace ui {

class ShareBars;

/// What all incidents of a time say together: medians with what they stand on, and where the time
/// that was lost went.
class StatisticsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit StatisticsDialog(workflow::Desk &desk, QWidget *parent = nullptr);

signals:
    void failed(const base::Error &error);

private:
    void buildChoices(QVBoxLayout &column);
    void buildResults(QVBoxLayout &column);
    QTableWidget *buildFigures();
    void showAllFigures();
    ShareBars *addBars(QVBoxLayout &column, const QString &heading);
    void begin();
    void showResults(const std::vector<incident::Incident> &incidents);
    void offerParts(const std::vector<incident::Share> &shares);
    void showFigures(const std::vector<incident::FigureRange> &figures);
    [[nodiscard]] ledger::Filter filter() const;

    workflow::Desk &m_desk;
    workflow::HistoryReader m_reader;
    QComboBox *m_span = nullptr;
    QComboBox *m_component = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_basis = nullptr;
    QTableWidget *m_figures = nullptr;
    ShareBars *m_months = nullptr;
    ShareBars *m_components = nullptr;
    ShareBars *m_causes = nullptr;
    ShareBars *m_promises = nullptr;
};

} // namespace ui
