// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "entry/clock.h"
#include "entry/entry.h"
#include "entry/length.h"

namespace entry {

enum class Role {
    Start,
    End,
    Detected,
    Fixed,
    Up, ///< "back up": fixed or back to normal, by what else the line says
    Normal,
};

/// A time or a length as it stands in the line.
struct Value
{
    enum class Kind {
        At,      ///< clock
        Range,   ///< clock to second
        Between, ///< some time between clock and second
        Span,    ///< a day or a part of it
        JustNow,
        Now,
        Length,
        Ago,
        AtOnce,
    };
    /// What a length counts from.
    enum class Link {
        None,
        Whole,   ///< "for 10": the whole of it
        Started, ///< "after 10", "10 in"
        Before,  ///< "+10", "10 later": the step before
    };
    enum class Bound { None, NotBefore, NotAfter, JustAfter, JustBefore };

    Kind kind = Kind::Length;
    Link link = Link::None;
    Bound bound = Bound::None;
    Clock clock;
    Clock second;
    Day day;
    Length length;
    Stretch where;
};

struct Item
{
    enum class Kind {
        Separator,
        Role,
        Value,
        Effect,
        Several,  ///< count, 0 = nobody counted
        Shortest, ///< value
        Longest,  ///< value
        Via,      ///< words
        Running,
        Watching,
        Throughout, ///< "the whole time"
        Behind,     ///< "after", "afterwards", with nothing behind it
        Leftover,
    };

    Kind kind = Kind::Leftover;
    Role role = Role::Start;
    Value value;
    incident::Effect effect = incident::Effect::Down;
    int count = 0;
    QString words;
    Stretch where;
};

/// The line, cut into what each part of it is. Ambiguous numbers become questions.
[[nodiscard]] std::vector<Item> itemsOf(QStringView line, const timing::FieldContext &context,
                                        std::vector<Question> &questions);

} // namespace entry
