// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/archive.h"
#include "archive/slot.h"

#include <algorithm>

namespace archive {

using namespace Qt::StringLiterals;
using ledger::Values;

namespace {

/// So small that whoever waits for the file does not notice.
constexpr int pagesAtOnce = 64;

/// The first two hours from `slot` on that nothing pins.
qint64 unpinned(qint64 slot, std::span<const health::Interval> pinned)
{
    for (bool moved = true; moved;) {
        moved = false;
        for (const health::Interval &interval : pinned) {
            if (slotOf(interval.from) <= slot && slot <= slotOf(interval.to)) {
                slot = slotOf(interval.to) + 1;
                moved = true;
            }
        }
    }
    return slot;
}

} // namespace

base::Result<qint64> Archive::bytes()
{
    return m_database->number(u"SELECT (SELECT page_count FROM pragma_page_count) * "
                              "(SELECT page_size FROM pragma_page_size)"_s);
}

/// The oldest two hours that nothing pins.
base::Result<std::optional<qint64>>
Archive::oldestUnpinned(std::span<const health::Interval> pinned)
{
    for (qint64 slot = 0;;) {
        const auto next = m_database->row(u"SELECT min(id) FROM chunk WHERE id >= ?"_s,
                                          Values().add(firstRow(slot)));
        if (!next)
            return base::passOn(next);
        if (!*next || (*next)->values().front().isNull())
            return std::nullopt;
        const qint64 there = slotOfRow((*next)->number(0));
        slot = unpinned(there, pinned);
        if (slot == there)
            return slot;
    }
}

base::Result<bool> Archive::prune(const Retention &retention,
                                  std::span<const health::Interval> pinned)
{
    const auto slot = oldestUnpinned(pinned);
    if (!slot)
        return base::passOn(slot);
    const auto used =
        m_database->number(u"SELECT ((SELECT page_count FROM pragma_page_count) - (SELECT "
                           "freelist_count FROM pragma_freelist_count)) * (SELECT page_size FROM "
                           "pragma_page_size)"_s);
    if (!used)
        return base::passOn(used);
    const bool tooOld = *slot && startOf(**slot + 1) <= m_clock.nowMs() - retention.age;
    const bool goes = *slot && (tooOld || *used > retention.bytes);
    if (goes) {
        if (auto done = m_database->run(u"DELETE FROM chunk WHERE id >= ? AND id < ?"_s,
                                        Values().add(firstRow(**slot)).add(firstRow(**slot + 1)));
            !done)
            return base::passOn(done);
    }
    const auto given = giveSpaceBack();
    if (!given)
        return given;
    return goes || *given;
}

/// True while there is more to give.
base::Result<bool> Archive::giveSpaceBack()
{
    const auto freePages = [this] {
        return m_database->number(u"SELECT freelist_count FROM pragma_freelist_count"_s);
    };
    const auto before = freePages();
    if (!before || *before == 0)
        return before ? base::Result<bool>(false) : base::passOn(before);
    if (auto done = m_database->run(u"PRAGMA incremental_vacuum(%1)"_s.arg(pagesAtOnce)); !done)
        return base::passOn(done);
    const auto after = freePages();
    if (!after)
        return base::passOn(after);
    return *after > 0 && *after < *before;
}

} // namespace archive
