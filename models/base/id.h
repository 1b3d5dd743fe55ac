// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"

#include <QString>

namespace base {

/// Makes UUIDs of version 7 (RFC 9562): sortable by time, and strictly rising within one source
/// even when the clock stands still or steps back.
class IdSource
{
public:
    explicit IdSource(const Clock &clock);

    /// 36 lower-case characters.
    [[nodiscard]] QString next();

    /// From now on ids also sort after this one, which another source may have made. Not an id of
    /// version 7: no effect.
    void startAfter(const QString &id);

private:
    const Clock &m_clock;
    quint64 m_lastMs = 0;
    quint32 m_counter = 0;
};

/// A short form for people: the last eight characters of an id, which differ within one second.
[[nodiscard]] QString shortId(const QString &id);

} // namespace base
