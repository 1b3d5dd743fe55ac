// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "upstream/alertbook.h"
#include "upstream/ask.h"
#include "workflow/alertgroups.h"
#include "workflow/desk.h"
#include "workflow/workmutes.h"

#include <map>
#include <QTimer>
#include <set>

namespace workflow {

/// How it goes with one server.
struct UpstreamState
{
    upstream::Spec spec;
    std::optional<base::InstantMs> answeredAt; ///< the last time that it did
    std::optional<base::Error> trouble;        ///< of the last look
    QStringList remarks;                       ///< sentences on what is not as it should be
    std::optional<provider::Status> status;    ///< of a provider, as it was last read
};

/// Asks the servers that watch for us, and our providers: keeps what fires, lets it propose
/// incidents, stamps what is gone, and writes silences.
class Upstreams : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    Upstreams(http::Client &http, Desk &desk);
    ~Upstreams() override;

    /// Takes the servers from the settings and starts. One that cannot be used is left out and
    /// named in the answer.
    QStringList start();

    /// Adds what a user typed, and remembers it. `spec` has no id yet.
    [[nodiscard]] base::Done add(upstream::Spec spec);
    /// Takes the place of the one with its id; a provider goes on being found by its old name.
    [[nodiscard]] base::Done change(const upstream::Spec &spec);
    [[nodiscard]] base::Done remove(const QString &id);
    /// One look, without keeping anything; a sentence for people.
    [[nodiscard]] QFuture<base::Result<QString>> test(const upstream::Spec &spec);
    /// Asks all servers now.
    void look();

    [[nodiscard]] std::vector<UpstreamState> servers() const;
    /// Those that fire, the oldest group first.
    [[nodiscard]] std::vector<AlertGroup> alerts() const;

    /// Of one Alertmanager; also those that have expired. Input if it is none.
    [[nodiscard]] QFuture<base::Result<alertmanager::Told<alertmanager::Silence>>>
    silences(const QString &server);
    [[nodiscard]] QFuture<base::Result<QString>> saveSilence(const QString &server,
                                                             const alertmanager::Silence &silence);
    [[nodiscard]] QFuture<base::Done> expireSilence(const QString &server, const QString &silence);
    /// A silence of one hour from now for these alerts: the labels that all of them share.
    [[nodiscard]] alertmanager::Silence silenceFor(const AlertGroup &group) const;
    /// The first Alertmanager; empty if there is none.
    [[nodiscard]] QString silencer() const;

    [[nodiscard]] const Desk &desk() const { return m_desk; }

signals:
    /// An alert, a provider's words, or a server itself.
    void changed();
    void alertRaised(const upstream::Alert &alert, const QString &incidentId);
    void alertVanished(const upstream::Alert &alert, const QString &incidentId);
    void failed(const base::Error &error);

private:
    struct Entry;

    [[nodiscard]] Entry *find(const QString &id) const;
    [[nodiscard]] base::Result<alertmanager::Client *> clientOf(const QString &server) const;
    void adopt(const upstream::Spec &spec);
    /// Asks those that the settings name now, and nobody else.
    void takeUp();
    void look(Entry &entry);
    void takeAlerts(const QString &id, const base::Result<upstream::Look> &look);
    void takeStatus(const QString &id, const base::Result<provider::Status> &status);
    void raise(const upstream::Alert &alert);
    /// What still fires when the work has ended, or its mute, is told after all.
    void raiseWhatWasMuted();
    void recover(const upstream::Alert &alert);
    void stampForgotten();
    [[nodiscard]] static bool isFromUpstream(const incident::AlertEvidence &evidence);
    [[nodiscard]] incident::AlertEvidence evidenceOf(const upstream::Alert &alert);
    [[nodiscard]] QString componentOf(const upstream::Alert &alert) const;
    [[nodiscard]] base::Result<incident::Incident> link(const upstream::Alert &alert);

    http::Client &m_http;
    Desk &m_desk;
    upstream::AlertBook m_book;
    std::vector<std::unique_ptr<Entry>> m_entries;
    std::map<QString, QString> m_evidence; ///< by Alert::id: what the ledger calls it
    WorkMutes m_mutes;
    std::set<QString> m_held; ///< by Alert::id: what planned work keeps quiet
    bool m_isRunning = false;
    bool m_isSettled = false; ///< what fired before this start has been looked for
};

} // namespace workflow
