// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/fakesite.h"

#include <map>
#include <vector>

namespace fakes {

/// The programming interface of Cachet for incidents, updates and schedules, and what readers see:
/// version 3 or 2, with what each takes for granted. Nothing in it is idempotent.
class FakeCachet final : public FakeSite
{
public:
    struct Entry
    {
        int id = 0;
        QJsonObject fields; ///< as they were sent last
        std::vector<std::pair<int, QJsonObject>> updates;
    };

    explicit FakeCachet(bool three)
        : m_three(three)
    {}

    std::map<int, Entry> incidents;
    std::map<int, Entry> schedules;
    int mails = 0;
    QByteArray token = "t0ken";
    bool mayManage = true;

    /// What readers see of a message.
    [[nodiscard]] static QString fromMarkdown(const QString &text);

protected:
    [[nodiscard]] Reply carryOut(const Call &call) override;
    [[nodiscard]] Reply unauthorized() const override;

private:
    Reply entries(std::map<int, Entry> &all, const Call &call, const QStringList &path);
    Reply updates(Entry &entry, const Call &call, const QStringList &path);
    Reply readersPage(const QStringList &path) const;
    [[nodiscard]] Reply refuse(int status, const QString &message) const;
    [[nodiscard]] QJsonObject toObject(int id, QJsonObject fields) const;
    [[nodiscard]] bool isVisible(const Entry &entry) const;

    bool m_three;
    int m_ids = 0;
};

} // namespace fakes
