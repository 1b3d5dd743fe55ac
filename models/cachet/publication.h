// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cachet/answers.h"
#include "cachet/content.h"
#include "cachet/interface.h"
#include "publish/errand.h"

namespace cachet {

/// Brings one incident, or one schedule, of a site in order: each request does one thing that is
/// missing, until nothing is. Each text carries the mark of its update, so that whoever looks after
/// a broken connection can tell.
class Publication final : public publish::Errand
{
    Q_OBJECT

public:
    Publication(http::Client &client, Interface interface, publish::Order order, QObject *parent);

protected:
    void begin() override;

private:
    void lookThrough(int page);
    void decide();
    void readUpdates();
    void decideOnEntry();
    [[nodiscard]] bool isForeign() const;
    [[nodiscard]] publish::ForeignEdit foreignEdit() const;
    [[nodiscard]] bool shows(const publish::Update &update) const;
    /// Every update stands there: a target restored from a backup lacks the newer ones.
    [[nodiscard]] bool isWhole() const;
    [[nodiscard]] const Entry *remoteOf(const publish::Update &update) const;
    void step();
    void create();
    void changeEntry();
    void post(const publish::Update &update);
    void reword(const publish::Update &update, const Entry &remote);
    void send(http::Method method, const QString &route, const QJsonObject &body, bool isEntry);
    [[nodiscard]] bool isSchedule() const { return thread().isMaintenance(); }
    [[nodiscard]] bool tells() const;
    [[nodiscard]] QString collection() const;
    [[nodiscard]] QString routeOf(const Entry &entry) const;
    [[nodiscard]] publish::Receipt receipt() const;

    Interface m_interface;
    std::vector<Entry> m_ours; ///< what is marked as this thread's
    std::optional<Entry> m_entry;
    std::vector<Entry> m_updates; ///< of the incident; not its first text
    int m_steps = 0;
};

} // namespace cachet
