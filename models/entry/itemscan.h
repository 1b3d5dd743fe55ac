// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "entry/items.h"

namespace entry {

/// Finds the item that begins at the cursor.
class ItemScan
{
public:
    ItemScan(QStringView line, Cursor &cursor, const timing::FieldContext &context,
             std::vector<Question> &questions)
        : m_line(line)
        , m_cursor(cursor)
        , m_context(context)
        , m_questions(questions)
    {}

    /// Takes one token at least. Nothing for words that add nothing, such as "it was".
    [[nodiscard]] std::optional<Item> next(bool behindRole);
    /// "since 9": a bare number there is an hour.
    void setBehindStart(bool behind) { m_behindStart = behind; }

private:
    [[nodiscard]] bool scan(Item &item, bool behindRole);
    [[nodiscard]] bool scanSeveral(Item &item);
    [[nodiscard]] bool scanVia(Item &item);
    [[nodiscard]] bool scanCaller(Item &item);
    [[nodiscard]] bool scanEffect(Item &item);
    [[nodiscard]] bool scanRole(Item &item);
    [[nodiscard]] bool scanValue(Value &value, bool behindRole);
    [[nodiscard]] bool scanNow(Value &value);
    [[nodiscard]] bool scanSteps(Value &value);
    [[nodiscard]] bool scanTimes(Value &value);
    [[nodiscard]] bool scanRange(Value &value, bool bareToo);
    [[nodiscard]] bool scanSpan(Value &value);
    [[nodiscard]] bool scanPlainLength(Value &value, bool behindRole);
    [[nodiscard]] bool askNumbers();
    [[nodiscard]] bool scanBound(Value &value);
    [[nodiscard]] std::optional<Clock> clockBehindDay();
    [[nodiscard]] std::optional<Clock> minuteOnly(const Clock &first);
    [[nodiscard]] std::optional<Clock> clockWithDay(bool bareToo, bool numberTo);

    QStringView m_line;
    Cursor &m_cursor;
    const timing::FieldContext &m_context;
    std::vector<Question> &m_questions;
    bool m_behindStart = false;
};

/// Words for a milestone, for the start or for the end.
[[nodiscard]] std::optional<Role> scanRoleWords(Cursor &cursor);

} // namespace entry
