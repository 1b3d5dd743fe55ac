// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/errand.h"
#include "statuspage/content.h"
#include "statuspage/interface.h"

namespace statuspage {

/// Brings one incident of a page in order: each request does one thing that is missing, until
/// nothing is. A new update and the note that it was sent are one request, so that whoever looks
/// after a broken connection can tell.
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
    void decideOnIncident();
    [[nodiscard]] bool isForeign() const;
    [[nodiscard]] bool shows(const publish::Update &update) const;
    /// Every update stands there: a target restored from a backup lacks the newer ones.
    [[nodiscard]] bool isWhole() const;
    void step();
    void create(const publish::Update &first);
    void append(const publish::Update &update);
    [[nodiscard]] QJsonObject withUpdate(const publish::Update &update);
    void reword(const publish::Update &update, const RemoteUpdate &remote);
    void changeUpdate(const RemoteUpdate &remote, QJsonObject change);
    void send(http::Method method, const QString &route, const QJsonObject &incident);
    void setIncident(const RemoteIncident &incident);
    [[nodiscard]] bool tellsSubscribers(const publish::Update &update) const;
    [[nodiscard]] QString routeOf(const QString &id) const;
    [[nodiscard]] publish::Receipt receipt() const;

    Interface m_interface;
    std::vector<RemoteIncident> m_ours; ///< what is marked as this thread's
    std::optional<RemoteIncident> m_incident;
    Mark m_mark;
    Matching m_matching;
    int m_steps = 0;
};

} // namespace statuspage
