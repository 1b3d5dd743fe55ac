// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/desk.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTableWidget;

namespace ui {

class ActionButton;
class ElidedLabel;
class EmptyState;
class PostmortemView;
class SegmentedBar;
class SimilarList;
class StateBadge;

/// One incident to look at: its timeline with both clocks, and its postmortem.
class IncidentPage final : public QWidget
{
    Q_OBJECT

public:
    explicit IncidentPage(workflow::Desk &desk, QWidget *parent = nullptr);

    /// Empty: none.
    void setIncident(const QString &incidentId);
    [[nodiscard]] const QString &incidentId() const { return m_id; }

signals:
    void failed(const base::Error &error);
    void openRequested(const QString &incidentId);
    /// Another incident of the history, which looks like this one.
    void chosen(const QString &incidentId);
    void exportRequested(const QString &incidentId, const QString &format);
    void publishRequested(const QString &incidentId);

private:
    QWidget *buildHeader();
    void reload();
    void showTimeline(const incident::Incident &incident);
    void showOriginal(const incident::Incident &incident);

    workflow::Desk &m_desk;
    QString m_id;
    StateBadge *m_badge;
    ElidedLabel *m_title;
    SegmentedBar *m_pages;
    QStackedWidget *m_stack;
    QTableWidget *m_timeline;
    PostmortemView *m_postmortem;
    SimilarList *m_similar;
    QPlainTextEdit *m_original;
    EmptyState *m_empty;
    QWidget *m_content;
};

} // namespace ui
