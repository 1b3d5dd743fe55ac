// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/checklist.h"

#include <QTimeZone>
#include <QWidget>

class QCheckBox;
class QLabel;

namespace ui {

class ActionButton;

/// One step of a checklist: a real check box with its title, what closed it or what it waits for,
/// and at the right when it was closed or how long is left.
class ChecklistRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ChecklistRow(QWidget *parent = nullptr);

    /// `next`: it is the one next thing to do.
    void setStatus(const incident::StepStatus &status, bool next, const QTimeZone &zone,
                   base::Instant now);
    [[nodiscard]] const incident::StepStatus &status() const { return m_status; }

signals:
    /// The box was pressed. It keeps showing what is true; the answer is up to the owner.
    void pressed();
    /// Whom it is about: the record of the provider.
    void providerWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString timeText(const QTimeZone &zone, base::Instant now) const;

    incident::StepStatus m_status;
    bool m_next = false;
    QCheckBox *m_box;
    QLabel *m_title;
    QLabel *m_detail;
    QLabel *m_text;
    ActionButton *m_runbook;
    ActionButton *m_provider;
    QLabel *m_time;
};

} // namespace ui
