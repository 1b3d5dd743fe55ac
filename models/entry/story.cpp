// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entry/story.h"

#include <algorithm>

namespace entry {

using namespace Qt::StringLiterals;

namespace {

class StoryBuilder
{
public:
    StoryBuilder(QStringView line, Entry &entry, Moments &moments)
        : m_line(line)
        , m_entry(entry)
        , m_moments(moments)
    {}

    Story build(const std::vector<Item> &items)
    {
        for (const Item &item : items) {
            if (item.kind == Item::Kind::Value && item.value.kind == Value::Kind::Span)
                takeSpan(item.value, items);
        }
        std::vector<Item> group;
        for (const Item &item : items) {
            if (item.kind == Item::Kind::Separator)
                takeGroup(std::exchange(group, {}));
            else
                group.push_back(item);
        }
        takeGroup(group);
        if (m_story.throughout && m_story.frame && m_story.frame->kind == Value::Kind::Between)
            m_story.frame->kind = Value::Kind::Range;
        return std::move(m_story);
    }

private:
    void leave(const Stretch &where)
    {
        m_entry.leftovers.push_back({where, m_line.sliced(where.at, where.length).toString()});
    }

    /// A day is that of the times; where there are none, the frame in which it happened.
    void takeSpan(const Value &span, const std::vector<Item> &items)
    {
        if (m_moments.day() || m_story.frame) {
            leave(span.where);
            return;
        }
        const bool timed = std::ranges::any_of(items, [](const Item &item) {
            using enum Value::Kind;
            return item.kind == Item::Kind::Value &&
                   (item.value.kind == At || item.value.kind == Range ||
                    item.value.kind == Between);
        });
        if (timed)
            m_moments.setDay(span.day);
        else
            m_story.frame = span;
    }

    void takeGroup(std::vector<Item> group);
    void takeFact(const Item &item);
    void takeLater(const std::vector<Item> &group);
    void bind(const std::vector<const Item *> &parts);
    void tellRole(const Item &role, const Item *value);
    void takeLoose(const Value &value);

    QStringView m_line;
    Entry &m_entry;
    Moments &m_moments;
    Story m_story;
};

bool has(const std::vector<Item> &group, Item::Kind kind)
{
    return std::ranges::any_of(group, [&](const Item &item) { return item.kind == kind; });
}

bool isLength(const Item &item)
{
    return item.kind == Item::Kind::Value && item.value.kind == Value::Kind::Length;
}

void StoryBuilder::takeGroup(std::vector<Item> group)
{
    // "reported by a customer at 13:50"
    const auto via = std::ranges::find(group, Item::Kind::Via, &Item::kind);
    if (via != group.end() && !has(group, Item::Kind::Role)) {
        Item role;
        role.kind = Item::Kind::Role;
        role.role = Role::Detected;
        role.where = via->where;
        group.insert(via, role);
    }
    const bool later = has(group, Item::Kind::Effect) && std::ranges::any_of(group, isLength) &&
                       (has(group, Item::Kind::Behind) || m_story.length || m_story.effect);
    if (later && !m_story.laterEffect) {
        takeLater(group);
        return;
    }
    std::vector<const Item *> parts;
    for (const Item &item : group) {
        if (item.kind == Item::Kind::Role || item.kind == Item::Kind::Value)
            parts.push_back(&item);
        else
            takeFact(item);
    }
    std::erase_if(parts, [](const Item *item) {
        return item->kind == Item::Kind::Value && item->value.kind == Value::Kind::Span;
    });
    bind(parts);
}

/// "1-2h degraded after": of its own kind, when the trouble itself was over.
void StoryBuilder::takeLater(const std::vector<Item> &group)
{
    for (const Item &item : group) {
        if (item.kind == Item::Kind::Effect)
            m_story.laterEffect = item.effect;
        else if (isLength(item) && !m_story.laterLength)
            m_story.laterLength = item.value;
        else if (item.kind != Item::Kind::Behind)
            leave(item.where);
    }
}

void StoryBuilder::takeFact(const Item &item)
{
    switch (item.kind) {
    case Item::Kind::Effect:
        m_story.effect = item.effect;
        return;
    case Item::Kind::Several:
        m_story.several = item.count;
        return;
    case Item::Kind::Shortest:
        m_story.shortest = item.value;
        return;
    case Item::Kind::Longest:
        m_story.longest = item.value;
        return;
    case Item::Kind::Via:
        m_entry.noticedVia = item.words;
        m_entry.detected.told = true;
        return;
    case Item::Kind::Running:
        m_entry.running = true;
        return;
    case Item::Kind::Watching:
        m_entry.watching = true;
        return;
    case Item::Kind::Throughout:
        m_story.throughout = true;
        return;
    default:
        leave(item.where);
    }
}

/// A milestone goes with the value behind it, or with the one before it where the group ends with
/// a milestone: "fixed after 10", but "10 fixed, +5 normal".
void StoryBuilder::bind(const std::vector<const Item *> &parts)
{
    const auto isRole = [](const Item *item) {
        return item->kind == Item::Kind::Role;
    };
    const auto roles = std::ranges::count_if(parts, isRole);
    const bool backward = !parts.empty() && isRole(parts.back()) && !isRole(parts.front()) &&
                          roles * 2 == std::ssize(parts);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Item *next = i + 1 < parts.size() ? parts[i + 1] : nullptr;
        const bool pairs = next && isRole(parts[i]) != isRole(next);
        if (backward && pairs) {
            tellRole(*next, parts[i]);
            ++i;
        } else if (isRole(parts[i])) {
            const bool takes = next && !isRole(next);
            tellRole(*parts[i], takes ? next : nullptr);
            i += takes ? 1 : 0;
        } else {
            takeLoose(parts[i]->value);
        }
    }
}

void StoryBuilder::tellRole(const Item &role, const Item *value)
{
    using enum Value::Kind;
    if (value && (value->value.kind == Range || value->value.kind == Between)) {
        takeLoose(value->value);
        value = nullptr;
    }
    if (role.role != Role::Start && role.role != Role::End) {
        m_story.steps.push_back({role.role, value ? std::optional(value->value) : std::nullopt,
                                 value ? spanning(role.where, value->where) : role.where});
        return;
    }
    m_story.since = m_story.since || (role.role == Role::Start && role.words == u"since"_s);
    if (!value)
        return;
    const bool length = value->value.kind == Length;
    // "over after 10": that is how long it took. "since 10 min": that long ago.
    std::optional<Value> &place =
        role.role == Role::End ? (length ? m_story.length : m_story.end) : m_story.start;
    if (place) {
        leave(value->where);
        return;
    }
    place = value->value;
    if (length && role.role == Role::Start)
        place->kind = Ago;
}

void StoryBuilder::takeLoose(const Value &value)
{
    const auto put = [&](std::optional<Value> &place) {
        if (place)
            leave(value.where);
        else
            place = value;
    };
    switch (value.kind) {
    case Value::Kind::At:
    case Value::Kind::Ago:
        put(m_story.start && !m_story.end ? m_story.end : m_story.start);
        return;
    case Value::Kind::Range:
    case Value::Kind::Between:
        put(m_story.frame);
        return;
    case Value::Kind::JustNow:
    case Value::Kind::Now:
        put(m_story.end);
        return;
    case Value::Kind::Length:
        break;
    default:
        leave(value.where);
        return;
    }
    // "up after 10, +5": what comes after the fix is that all is normal again.
    const bool follows = value.link == Value::Link::Before && !m_story.steps.empty() &&
                         m_story.steps.back().role != Role::Normal;
    if (follows)
        m_story.steps.push_back({Role::Normal, value, value.where});
    else
        put(m_story.length);
}

} // namespace

Story storyOf(const std::vector<Item> &items, QStringView line, Entry &entry, Moments &moments)
{
    return StoryBuilder(line, entry, moments).build(items);
}

} // namespace entry
