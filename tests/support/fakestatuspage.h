// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "support/fakesite.h"

#include <map>
#include <vector>

namespace fakes {

/// The programming interface of Atlassian Statuspage (v1) for incidents, and what readers see: its
/// defaults, its refusals and its limit of requests included. Nothing in it is idempotent.
class FakeStatuspage final : public FakeSite
{
public:
    struct Update
    {
        QString id;
        QString status;
        QString body;
        base::Instant made{};
        base::Instant shownAt{};
    };

    struct Incident
    {
        QString id;
        QJsonObject fields; ///< as they were sent last
        base::Instant made{};
        base::Instant changed{};
        std::vector<Update> updates;
        QJsonObject postmortem;
    };

    /// What time it is there.
    explicit FakeStatuspage(std::function<base::Instant()> now);

    /// The address of the interface.
    [[nodiscard]] QString api() const { return url() + QStringLiteral("v1/"); }
    [[nodiscard]] Incident &newest() { return incidents.rbegin()->second; }

    std::map<int, Incident> incidents; ///< in the order in which they were made
    std::map<QString, QString> components{{QStringLiteral("c1"), QStringLiteral("Images")},
                                          {QStringLiteral("c2"), QStringLiteral("Uploads")}};
    std::map<QString, QString> componentStates;
    int mails = 0; ///< messages to subscribers
    int tweets = 0;
    int created = 0;
    int allowed = 0; ///< requests a minute; 0: as many as one likes
    QByteArray key = "k3y";
    bool mayManage = true;

protected:
    [[nodiscard]] Reply carryOut(const Call &call) override;
    [[nodiscard]] Reply unauthorized() const override;

private:
    Reply list(const QUrlQuery &query) const;
    Reply listComponents(const QUrlQuery &query) const;
    Reply create(const QJsonObject &wanted);
    Reply change(Incident &incident, const QJsonObject &wanted);
    Reply changeUpdate(Incident &incident, const QString &id, const QJsonObject &wanted);
    Reply postmortem(Incident &incident, const Call &call);
    void addUpdate(Incident &incident, const QJsonObject &wanted);
    Reply readersPage(const QStringList &path) const;
    [[nodiscard]] QString refusalOf(const QJsonObject &wanted, bool isNew) const;
    [[nodiscard]] QJsonObject toObject(const Incident &incident) const;
    [[nodiscard]] static QJsonObject toObject(const Update &update);
    [[nodiscard]] static Reply refuse(int status, const QString &message);

    std::function<base::Instant()> m_now;
    std::vector<base::Instant> m_requests;
    int m_ids = 0;
};

} // namespace fakes
