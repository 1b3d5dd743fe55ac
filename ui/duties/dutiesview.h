// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/duties/choices.h"
#include "workflow/duties.h"

#include <QWidget>

class QToolButton;
class QTreeWidget;

namespace ui {

class ActionButton;
class EmptyState;

/// All that is owed, across incidents: promises, follow-ups, and answers of providers to ask for.
class DutiesView final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive it.
    DutiesView(workflow::Desk &desk, workflow::Reminders &reminders, QWidget *parent = nullptr);

    void focusList();
    /// Asks where to, and writes all follow-ups as a table.
    void exportFollowUps();
    /// Likewise those that have a due time, as a calendar.
    void exportCalendar();

signals:
    void openRequested(const QString &incidentId);
    /// A provider has spoken, or is to be spoken with.
    void contactWanted(const QString &incidentId);
    void failed(const base::Error &error);
    void exported(const QString &path);

private:
    void build();
    QToolButton *filesButton();
    void write(const QString &path, const QByteArray &bytes);
    void reload();
    void showPlan();
    void openPlan();
    void tick();
    void settle();
    [[nodiscard]] const workflow::Duty *current() const;
    [[nodiscard]] base::Done done(const workflow::Duty &duty, const QVariant &how,
                                  const QString &note);
    [[nodiscard]] base::Done keep(const workflow::Duty &duty, int update);
    [[nodiscard]] Choices updatesFor(const workflow::Duty &duty) const;

    workflow::Desk &m_desk;
    workflow::Reminders &m_reminders;
    QTreeWidget *m_list;
    EmptyState *m_empty;
    ActionButton *m_plan;
    ActionButton *m_show;
    ActionButton *m_settle;
    QTimer m_second;
};

} // namespace ui
