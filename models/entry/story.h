// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "entry/items.h"
#include "entry/moments.h"

#include <map>

namespace entry {

/// What the line says of a milestone, the start or the end.
struct Told
{
    Role role = Role::Start;
    std::optional<Value> value;
    Stretch where;
};

/// What a line says, by what it is about.
struct Story
{
    std::optional<Value> frame; ///< range, between or part of a day
    std::optional<Value> start;
    std::optional<Value> end;
    std::optional<Value> length;
    std::vector<Told> steps; ///< in the order of the line
    std::optional<incident::Effect> effect;
    std::optional<Value> laterLength; ///< of what came after it
    std::optional<incident::Effect> laterEffect;
    bool since = false;      ///< the start was told as "since"
    bool throughout = false; ///< it lasted all that time
    std::optional<int> several;
    std::optional<Value> shortest;
    std::optional<Value> longest;
};

/// Says what each item belongs to. What belongs nowhere becomes a leftover of the entry.
[[nodiscard]] Story storyOf(const std::vector<Item> &items, QStringView line, Entry &entry,
                            Moments &moments);

/// Turns the story into the fields of the entry.
void tell(const Story &story, Entry &entry, Moments &moments, std::vector<Question> &questions);

} // namespace entry
