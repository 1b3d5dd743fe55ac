// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/duties.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace ui {

class ActionButton;

/// The few most urgent things that somebody waits for, under the checklist. Hidden while nothing
/// is owed.
class DutyList final : public QFrame
{
    Q_OBJECT

public:
    explicit DutyList(QWidget *parent = nullptr);

    void setDuties(const std::vector<workflow::Duty> &duties, base::Instant now,
                   const QTimeZone &zone);

signals:
    void allRequested();
    void chosen(const QString &incidentId);

private:
    struct Line
    {
        ActionButton *text;
        QLabel *when;
        QString incident;
    };

    void addLine();

    QVBoxLayout *m_layout;
    QLabel *m_title;
    std::vector<Line> m_lines;
};

} // namespace ui
