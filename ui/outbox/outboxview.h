// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/outboxdesk.h"

#include <map>
#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace ui {

class ActionButton;
class EmptyState;
class NoticeBar;
class PlaceSection;

/// What waits to be published, place by place, in words; and what has arrived lately.
class OutboxView final : public QWidget
{
    Q_OBJECT

public:
    OutboxView(workflow::Desk &desk, workflow::Publishing &publishing, QWidget *parent = nullptr);

    /// Takes the focus to the first thing that can be done.
    void focusFirst();

public slots:
    void sendAll();

signals:
    /// To the console with it.
    void openRequested(const QString &incidentId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void reload();
    void showPlaces(const std::vector<workflow::OutboxEntry> &waiting);
    void showLately();
    PlaceSection *addSection(const QString &place);
    QWidget *lateRow(const workflow::OutboxEntry &entry);
    void setPaused(const QString &place, bool pause);
    void showDifference(const QString &key);
    void withdraw(const QString &key);
    void tell(const base::Done &done);

    workflow::Desk &m_desk;
    workflow::Publishing &m_publishing;
    workflow::OutboxDesk m_outbox;
    std::vector<workflow::OutboxEntry> m_waiting;
    std::vector<workflow::OutboxEntry> m_late;
    QTimer m_second; ///< sentences count down
    ActionButton *m_sendAll;
    NoticeBar *m_notice;
    EmptyState *m_empty;
    QVBoxLayout *m_places;
    QWidget *m_lately;
    QVBoxLayout *m_lateRows;
    std::map<QString, PlaceSection *> m_sections; ///< by name
};

} // namespace ui
