// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/providers.h"
#include "workflow/upstreams.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace ui {

class ActionButton;
class CaseList;
class ContactLog;
class ElidedLabel;
class SectionLabel;
class StateBadge;

/// All that is known of one provider: how it is now, whom to ask, what stands on it, its incidents,
/// and every word with it.
class ProviderRecord final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive it.
    ProviderRecord(workflow::Desk &desk, workflow::Upstreams &upstreams, QWidget *parent = nullptr);

    /// `incident`: the one that is shown in the console; may be empty.
    void setProvider(const QString &name, const QString &incident);
    /// What is on it may have changed.
    void reload();

signals:
    void editWanted();
    void openRequested(const QString &incidentId);
    /// A word is to be logged there.
    void contactWanted(const QString &incidentId);
    void failed(const base::Error &error);

private:
    void build();
    void showPage();
    void showRecord();
    void showHistory();
    void showActions();
    void addFact(const QString &label, QWidget *value);
    QWidget *contactLine(const provider::Contact &contact);
    /// Where a word is logged: the incident in the console if it is theirs, else their newest open
    /// one; empty if there is none.
    [[nodiscard]] QString caseAtHand() const;
    void logPage();

    workflow::Desk &m_desk;
    workflow::Upstreams &m_upstreams;
    QString m_name;
    QString m_incident;
    std::optional<workflow::UpstreamState> m_server;
    workflow::ProviderHistory m_history;
    QLabel *m_title;
    StateBadge *m_badge;
    ElidedLabel *m_asked;
    QVBoxLayout *m_notices;
    QWidget *m_facts = nullptr;
    QGridLayout *m_grid = nullptr;
    QVBoxLayout *m_factsPlace;
    SectionLabel *m_casesTitle;
    CaseList *m_cases;
    SectionLabel *m_logTitle;
    ContactLog *m_log;
    QLabel *m_nothing;
    ActionButton *m_open;
    ActionButton *m_logPage;
    ActionButton *m_logWord;
};

} // namespace ui
