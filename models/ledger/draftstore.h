// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <optional>
#include <QByteArray>
#include <QString>
#include <vector>

namespace ledger {

class Database;

/// What somebody was typing.
struct Draft
{
    QString key;     ///< chosen by the owner of the form: "post/<incident>"
    QByteArray body; ///< JSON, as the owner wrote it
    base::Instant saved{};

    bool operator==(const Draft &) const = default;
};

/// Drafts outlive a killed window. One save is one small commit: call it within a second of the
/// last key.
class DraftStore
{
public:
    DraftStore(Database &database, const base::Clock &clock);

    /// Creates or replaces.
    [[nodiscard]] base::Done save(const QString &key, const QByteArray &body);
    /// Nothing if there is none.
    [[nodiscard]] base::Result<std::optional<Draft>> load(const QString &key) const;
    /// Last saved first.
    [[nodiscard]] base::Result<std::vector<Draft>> list() const;
    /// A draft that is not there is dropped already.
    [[nodiscard]] base::Done drop(const QString &key);

private:
    Database &m_database;
    const base::Clock &m_clock;
};

} // namespace ledger
