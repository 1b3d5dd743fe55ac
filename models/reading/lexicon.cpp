// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/lexicon.h"

#include <algorithm>
#include <QDir>
#include <QFile>

namespace reading {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *categoryNames[] = {"number",
                                         "fraction",
                                         "unit",
                                         "length hedge",
                                         "length hedge after",
                                         "clock hedge",
                                         "clock hedge after",
                                         "weekday",
                                         "month",
                                         "daypart",
                                         "day word",
                                         "day modifier",
                                         "named clock",
                                         "to hour",
                                         "past hour",
                                         "o'clock",
                                         "meridiem",
                                         "now",
                                         "immediately",
                                         "from point",
                                         "to point",
                                         "at point",
                                         "length anchor before",
                                         "length anchor after",
                                         "sometime",
                                         "rate",
                                         "zone",
                                         "fails",
                                         "bad",
                                         "degraded",
                                         "read only",
                                         "maintenance mode",
                                         "no effect",
                                         "partial effect",
                                         "recovers",
                                         "fixes",
                                         "alert",
                                         "machine",
                                         "detects",
                                         "person",
                                         "work",
                                         "own action",
                                         "begins",
                                         "ends",
                                         "lasts",
                                         "takes",
                                         "several",
                                         "again",
                                         "cancelled",
                                         "moved",
                                         "extended",
                                         "instead",
                                         "formerly",
                                         "predicted",
                                         "early",
                                         "late",
                                         "on time",
                                         "unchanged",
                                         "then",
                                         "each",
                                         "total",
                                         "more",
                                         "backlog",
                                         "other",
                                         "roll back",
                                         "plural",
                                         "thing",
                                         "not again",
                                         "works",
                                         "future",
                                         "expect",
                                         "possible",
                                         "past",
                                         "present",
                                         "perfect",
                                         "ongoing",
                                         "running",
                                         "futile",
                                         "negation",
                                         "outlook",
                                         "conjunction",
                                         "relative",
                                         "condition",
                                         "filler",
                                         "no remedy",
                                         "not a length",
                                         "not a point",
                                         "watch length",
                                         "after clock",
                                         "advice",
                                         "not told",
                                         "habit",
                                         "foreign",
                                         "undertaker",
                                         "undertakes",
                                         "not undertaken",
                                         "promise note",
                                         "update heading",
                                         "stage heading",
                                         "original heading",
                                         "ordinal",
                                         "component",
                                         "no part",
                                         "trouble with",
                                         "determiner",
                                         "cause",
                                         "no cause",
                                         "blamed",
                                         "fault",
                                         "apology"};
static_assert(std::size(categoryNames) == size_t(Category::Count));

/// The position of the bracket that closes the one at `open`; -1 if none does.
qsizetype closing(const QString &pattern, qsizetype open)
{
    int depth = 0;
    for (qsizetype i = open; i < pattern.size(); ++i) {
        if (pattern[i] == u'(')
            ++depth;
        else if (pattern[i] == u')' && --depth == 0)
            return i;
    }
    return -1;
}

/// Cuts at the bars that stand in no bracket.
QStringList choices(const QString &text)
{
    QStringList all{QString()};
    int depth = 0;
    for (const QChar c : text) {
        depth += c == u'(' ? 1 : c == u')' ? -1 : 0;
        if (c == u'|' && depth == 0)
            all.append(QString());
        else
            all.last() += c;
    }
    return all;
}

/// "back (up|online|) again" as all the phrases that it stands for.
QStringList expanded(const QString &pattern)
{
    const qsizetype open = pattern.indexOf(u'(');
    const qsizetype close = open < 0 ? -1 : closing(pattern, open);
    if (close < 0)
        return {pattern.simplified()};
    QStringList all;
    for (const QString &choice : choices(pattern.sliced(open + 1, close - open - 1)))
        all += expanded(pattern.first(open) + choice + pattern.sliced(close + 1));
    return all;
}

Entry entryOf(Category category, const QString &values)
{
    Entry entry;
    entry.category = category;
    QStringList words;
    for (const QString &value : values.split(u' ', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        const qsizetype colon = value.indexOf(u':');
        if (isNumber)
            entry.numbers.push_back(number);
        else if (colon > 0 && value[0].isDigit())
            entry.numbers.push_back(value.first(colon).toInt() * 60 +
                                    value.sliced(colon + 1).toInt());
        else
            words += value;
    }
    entry.text = words.join(u' ');
    return entry;
}

constexpr int widestGap = 4; // words that "…" may stand for

quint64 edge(int node, int word)
{
    return quint64(node) << 32 | quint32(word);
}

} // namespace

std::optional<Category> Lexicon::categoryByName(const QString &name)
{
    for (size_t i = 0; i < std::size(categoryNames); ++i) {
        if (name == QLatin1StringView(categoryNames[i]))
            return Category(i);
    }
    return std::nullopt;
}

QString Lexicon::nameOf(Category category)
{
    return QString::fromLatin1(categoryNames[size_t(category)]);
}

QStringList Lexicon::add(const QString &table)
{
    QStringList wrong;
    std::optional<Category> category;
    for (const QString &raw : table.split(u'\n')) {
        const QString line = raw.section(u'#', 0, 0).trimmed();
        if (line.isEmpty())
            continue;
        if (line.startsWith(u'[')) {
            category = categoryByName(line.sliced(1).chopped(1));
            if (!category)
                wrong += u"No such category: "_s + line;
            continue;
        }
        if (!category) {
            wrong += u"No category above: "_s + line;
            continue;
        }
        const qsizetype equals = line.indexOf(u" = "_s);
        const QString phrases = equals < 0 ? line : line.first(equals);
        const Entry entry = entryOf(*category, equals < 0 ? QString() : line.sliced(equals + 3));
        for (const QString &pattern : phrases.split(u", "_s)) {
            for (const QString &phrase : expanded(pattern))
                insert(phrase, entry);
        }
    }
    return wrong;
}

int Lexicon::childOrNew(int node, int word)
{
    int next = child(node, word);
    if (next < 0) {
        next = int(m_nodes.size());
        m_nodes.emplace_back();
        m_edges.insert(edge(node, word), next);
    }
    return next;
}

void Lexicon::insert(const QString &phrase, const Entry &entry)
{
    int node = 0;
    for (const QString &part : phrase.split(u'\u2026')) {
        if (node > 0) {
            if (m_nodes[size_t(node)].gap < 0) {
                m_nodes[size_t(node)].gap = int(m_nodes.size());
                m_nodes.emplace_back();
            }
            node = m_nodes[size_t(node)].gap;
        }
        for (const Token &token : tokenise(part)) {
            const int word = wordNumber(token.text);
            if (node == 0)
                m_opens[size_t(word)].set(size_t(entry.category));
            node = childOrNew(node, word);
        }
    }
    if (entry.category == Category::Filler)
        m_fillers.insert(wordNumber(phrase));
    m_nodes[size_t(node)].entries.push_back(int(m_entries.size()));
    m_entries.push_back(entry);
}

int Lexicon::wordNumber(const QString &word)
{
    const auto known = m_words.constFind(word);
    if (known != m_words.constEnd())
        return *known;
    const int next = int(m_words.size());
    m_words.insert(word, next);
    m_opens.emplace_back();
    return next;
}

int Lexicon::child(int node, int word) const
{
    const auto found = m_edges.constFind(edge(node, word));
    return found == m_edges.constEnd() ? -1 : *found;
}

bool Lexicon::takesFiller(Category category)
{
    return category >= Category::Fails && category <= Category::Ends;
}

void Lexicon::number(Tokens &tokens) const
{
    for (Token &token : tokens)
        token.word = m_words.value(token.text, -1);
}

/// "came straight back", "was completely unavailable": says how, not what.
bool Lexicon::isFiller(const Token &token) const
{
    constexpr qsizetype shortest = 6; // letters
    if (token.word >= 0)
        return m_fillers.contains(token.word);
    return token.text.size() >= shortest && token.text.endsWith("ly"_L1);
}

template <class Found>
void Lexicon::walk(int node, const Tokens &tokens, int at, int i, const Found &found) const
{
    bool isFilled = false;
    for (; i >= 0 && i < int(tokens.size()); ++i) {
        const Token &token = tokens[size_t(i)];
        const int next = token.word < 0 ? -1 : child(node, token.word);
        if (next < 0 && i > at && !isFilled && isFiller(token)) {
            isFilled = true;
            continue;
        }
        node = next;
        if (node < 0)
            return;
        for (const int index : m_nodes[size_t(node)].entries) {
            const Entry &entry = m_entries[size_t(index)];
            if (!isFilled || takesFiller(entry.category))
                found(entry, i - at + 1);
        }
        if (const int gap = m_nodes[size_t(node)].gap; gap >= 0) {
            for (int next = i + 1; next <= i + widestGap && next < int(tokens.size()); ++next) {
                if (!tokens[size_t(next)].isWord() && !tokens[size_t(next)].isNumber())
                    break;
                walk(gap, tokens, at, next + 1, found);
            }
        }
    }
}

Match Lexicon::longest(Category category, const Tokens &tokens, int at) const
{
    Match best;
    const int word = at >= 0 && at < int(tokens.size()) ? tokens[size_t(at)].word : -1;
    if (word < 0 || !m_opens[size_t(word)].test(size_t(category)))
        return best;
    walk(0, tokens, at, at, [&](const Entry &entry, int length) {
        if (entry.category == category && length >= best.length)
            best = {&entry, length};
    });
    return best;
}

void Lexicon::longestOfAll(const Tokens &tokens, int at, std::vector<Match> &found) const
{
    found.clear();
    walk(0, tokens, at, at, [&](const Entry &entry, int length) {
        const auto same = std::find_if(found.begin(), found.end(), [&](const Match &other) {
            return other.entry->category == entry.category;
        });
        if (same == found.end())
            found.push_back({&entry, length});
        else if (length >= same->length)
            *same = {&entry, length};
    });
}

const Lexicon &english()
{
    static const Lexicon lexicon = [] {
        Lexicon loaded;
        const QDir tables(u":/reading"_s);
        for (const QString &name : tables.entryList(QDir::Files, QDir::Name)) {
            QFile file(tables.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                loaded.add(QString::fromUtf8(file.readAll()));
        }
        return loaded;
    }();
    return lexicon;
}

} // namespace reading
