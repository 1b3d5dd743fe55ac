// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/series.h"
#include "ui/health/chartcontent.h"

#include <QAbstractTableModel>
#include <QDialog>

namespace ui {

/// The samples of a shown time, newest first, as rows of time, value and result.
class SamplesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    SamplesModel(const health::Series &series, const ChartContent &content,
                 QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString timeText(base::InstantMs at) const;

    QList<health::Sample> m_samples;
    QString m_unit;
    QTimeZone m_zone;
};

/// A chart as a table, as it was when the dialog was opened.
class SamplesDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `summary` says in sentences what the table holds.
    SamplesDialog(const QString &name, const health::Series &series, const ChartContent &content,
                  const QString &summary, QWidget *parent = nullptr);

signals:
    void saveRequested();
};

} // namespace ui
