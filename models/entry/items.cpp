// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entry/items.h"

#include "entry/itemscan.h"

namespace entry {

using namespace Qt::StringLiterals;

namespace {

bool scanFiller(Cursor &cursor)
{
    return cursor.phrase({u"it was",
                          u"it is",
                          u"it",
                          u"was",
                          u"were",
                          u"is",
                          u"we",
                          u"had",
                          u"the",
                          u"a",
                          u"an",
                          u"of",
                          u"all",
                          u"outage",
                          u"incident",
                          u"total",
                          u"again",
                          u"everything",
                          u"site",
                          u"service",
                          u"i",
                          u"each",
                          u"no idea how long",
                          u"not sure how long",
                          u"dont know how long",
                          u"length unknown",
                          u"for a while",
                          u"briefly",
                          u"only",
                          u"went"});
}

} // namespace

std::optional<Role> scanRoleWords(Cursor &cursor)
{
    static constexpr std::pair<QStringView, Role> words[] = {
        {u"up to|up until", Role::End},
        {u"noticed|notice|detected|spotted|seen|found out|alerted|discovered|to notice|reported|"
         u"pager|paged|page|alarm|alert",
         Role::Detected},
        {u"back to normal|all normal|to normal|normal|all clear|all good|healthy|all fine|fine|all "
         u"ok|"
         u"ok|okay|all well|well again",
         Role::Normal},
        {u"to fix|fixed|fix|rolled "
         u"back|rollback|repaired|reverted|mended|restarted|patched|restart|rebooted|"
         u"reboot|failed over|failover",
         Role::Fixed},
        {u"back up|back online|came back|up again|back again|up|back|recovered|restored|online|"
         u"alive again|alive|working again|works again|working|works|running again|reachable again",
         Role::Up},
        {u"started|starting|start|began|beginning|begun|since|from|broke|went down|died|crashed|"
         u"fell over|failed|stopped working",
         Role::Start},
        {u"ended|end|until|till|til|finished|stopped|over|done", Role::End},
    };
    for (const auto &[phrases, role] : words) {
        if (cursor.alternatives(phrases))
            return role;
    }
    return std::nullopt;
}

std::optional<Item> ItemScan::next(bool behindRole)
{
    const std::size_t start = m_cursor.position();
    Item item;
    if (scan(item, behindRole)) {
        item.where = m_cursor.since(start);
        item.value.where = item.where;
        return item;
    }
    m_cursor.rewind(start);
    if (scanFiller(m_cursor) || askNumbers())
        return std::nullopt;
    m_cursor.take();
    item.kind = Item::Kind::Leftover;
    item.where = m_cursor.since(start);
    item.words = m_line.sliced(item.where.at, item.where.length).toString();
    return item;
}

bool ItemScan::scan(Item &item, bool behindRole)
{
    const std::size_t start = m_cursor.position();
    using enum Item::Kind;
    if (m_cursor.phrase({u"still going", u"still down", u"still on", u"still running", u"ongoing",
                         u"not over", u"still not over", u"going on", u"so far"})) {
        item.kind = Running;
        return true;
    }
    if (m_cursor.phrase({u"watching", u"being watched", u"monitoring", u"keeping an eye on it"})) {
        item.kind = Watching;
        return true;
    }
    if (m_cursor.phrase({u"all day", u"all night", u"all morning", u"all afternoon", u"all evening",
                         u"the whole time", u"whole time", u"all the time", u"throughout",
                         u"all that time", u"all of it"})) {
        item.kind = Throughout;
        return true;
    }
    // "still slow": what follows says how.
    if (m_cursor.word(u"still")) {
        item.kind = Running;
        return true;
    }
    if (m_cursor.phrase({u"nobody noticed", u"no one noticed", u"noone noticed", u"unnoticed"})) {
        item.words =
            m_line.sliced(m_cursor.since(start).at, m_cursor.since(start).length).toString();
        return true;
    }
    if (scanSeveral(item) || scanVia(item) || scanCaller(item))
        return true;
    m_cursor.rewind(start);
    if (scanValue(item.value, behindRole)) {
        item.kind = Value;
        return true;
    }
    m_cursor.rewind(start);
    if (m_cursor.phrase({u",", u";", u".", u"(", u")", u"and", u"then", u"&", u"/", u"-"})) {
        item.kind = Separator;
        return true;
    }
    if (scanEffect(item) || scanRole(item))
        return true;
    if (m_cursor.phrase({u"afterwards", u"after", u"thereafter"})) {
        item.kind = Behind;
        return true;
    }
    return false;
}

bool ItemScan::scanSeveral(Item &item)
{
    const std::size_t start = m_cursor.position();
    if (m_cursor.phrase({u"on and off", u"off and on"})) {
        item.kind = Item::Kind::Several;
        return true;
    }
    if (m_cursor.word(u"twice")) {
        item.kind = Item::Kind::Several;
        item.count = 2;
        return true;
    }
    for (const auto &[words, kind] : {std::pair(QStringView(u"shortest"), Item::Kind::Shortest),
                                      std::pair(QStringView(u"longest"), Item::Kind::Longest)}) {
        if (!m_cursor.word(words))
            continue;
        m_cursor.phrase({u"was", u"one", u":"});
        const auto length = scanLength(m_cursor, true);
        if (length) {
            item.kind = kind;
            item.value.length = *length;
            return true;
        }
        m_cursor.rewind(start);
    }
    std::optional<int> count;
    if (m_cursor.phrase({u"several", u"a few", u"some", u"multiple", u"a number of", u"many"}))
        count = 0;
    else if (m_cursor.phrase({u"a couple of", u"a couple", u"a pair of"}))
        count = 2;
    else if (!(count = m_cursor.digits(1, 3)))
        count = scanNumberWord(m_cursor);
    const bool multiplied = count && m_cursor.phrase({u"x", u"\u00d7"});
    m_cursor.phrase({u"short", u"brief", u"separate", u"small"});
    bool counted =
        count && m_cursor.phrase({u"outages", u"drops", u"interruptions", u"incidents", u"blips",
                                  u"dips", u"times", u"windows", u"stretches"});
    if (multiplied && !counted) {
        // "2 x 5 min": the length of each stands behind it.
        const std::size_t behind = m_cursor.position();
        counted = scanLength(m_cursor, true).has_value();
        m_cursor.rewind(behind);
    }
    if (!counted || *count == 1) {
        m_cursor.rewind(start);
        return false;
    }
    item.kind = Item::Kind::Several;
    item.count = *count;
    return true;
}

bool ItemScan::scanVia(Item &item)
{
    const std::size_t start = m_cursor.position();
    const bool via = m_cursor.phrase({u"via", u"told by", u"reported by", u"by"});
    m_cursor.phrase({u"a", u"an", u"the", u"our", u"one of our", u"some"});
    const Token *who = m_cursor.peek();
    if (!via || !who || who->kind != Token::Kind::Word || who->text.size() < 3 ||
        m_cursor.sees({u"noon", u"midday", u"midnight", u"half", u"quarter"}) ||
        scanClock(m_cursor, {m_context, true})) {
        m_cursor.rewind(start);
        return false;
    }
    m_cursor.take();
    item.kind = Item::Kind::Via;
    item.words = m_line.sliced(who->where.at, who->where.length).toString();
    return true;
}

/// "customer rang at 14:05", "one of our users told us 5 min in"
bool ItemScan::scanCaller(Item &item)
{
    const std::size_t start = m_cursor.position();
    m_cursor.phrase({u"a", u"an", u"the", u"our", u"one of our", u"some"});
    const Token *who = m_cursor.peek();
    const bool named = who && who->kind == Token::Kind::Word && who->text.size() >= 3;
    if (named)
        m_cursor.take();
    if (!named ||
        !m_cursor.phrase({u"rang", u"called", u"phoned", u"told us", u"told me", u"complained",
                          u"mailed", u"emailed", u"wrote in", u"tweeted"})) {
        m_cursor.rewind(start);
        return false;
    }
    item.kind = Item::Kind::Via;
    item.words = m_line.sliced(who->where.at, who->where.length).toString();
    return true;
}

bool ItemScan::scanEffect(Item &item)
{
    using incident::Effect;
    static constexpr std::pair<QStringView, Effect> words[] = {
        {u"down|offline|unreachable|dead", Effect::Down},
        {u"degraded|slow|sluggish|flaky|bumpy|flapping|intermittent|patchy", Effect::Degraded},
        {u"partial|partly|partially", Effect::Partial},
        {u"read - only|read only|readonly", Effect::ReadOnly},
    };
    for (const auto &[phrases, effect] : words) {
        if (!m_cursor.alternatives(phrases))
            continue;
        item.kind = Item::Kind::Effect;
        item.effect = effect;
        return true;
    }
    return false;
}

bool ItemScan::scanRole(Item &item)
{
    // "since 16:05": it goes on, unless an end is told.
    item.words = m_cursor.sees({u"since"}) ? u"since"_s : QString();
    const auto role = scanRoleWords(m_cursor);
    if (!role)
        return false;
    item.kind = Item::Kind::Role;
    item.role = *role;
    if (*role == Role::Start && m_cursor.word(u"since"))
        item.words = u"since"_s;
    m_cursor.phrase({u":", u"at about", u"was"});
    if (*role != Role::Start)
        m_cursor.phrase({u"since", u"from"});
    return true;
}

std::vector<Item> itemsOf(QStringView line, const timing::FieldContext &context,
                          std::vector<Question> &questions)
{
    const std::vector<Token> tokens = tokensOf(line);
    Cursor cursor(tokens);
    ItemScan scan(line, cursor, context, questions);
    std::vector<Item> items;
    while (!cursor.atEnd()) {
        const bool behindRole = !items.empty() && items.back().kind == Item::Kind::Role;
        scan.setBehindStart(behindRole && items.back().role == Role::Start);
        if (auto item = scan.next(behindRole))
            items.push_back(std::move(*item));
    }
    return items;
}

} // namespace entry
