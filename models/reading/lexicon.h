// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reading/token.h"

#include <bitset>
#include <optional>
#include <QHash>
#include <QSet>
#include <QStringList>
#include <vector>

namespace reading {

/// What a phrase of the tables in resources/reading is. One phrase may be several things ("may").
enum class Category {
    // time.txt
    Number,
    Fraction,
    Unit,
    LengthHedge,
    LengthHedgeAfter,
    ClockHedge,
    ClockHedgeAfter,
    Weekday,
    Month,
    DayPart,
    DayWord,
    DayModifier,
    NamedClock,
    ToHour,
    PastHour,
    OClock,
    Meridiem,
    Now,
    Immediately,
    FromPoint,
    ToPoint,
    AtPoint,
    LengthAnchorBefore,
    LengthAnchorAfter,
    Sometime,
    Rate,
    // zones.txt
    Zone,
    // events.txt
    Fails,
    Bad,
    Degraded,
    ReadOnly,
    MaintenanceMode,
    NoEffect,
    PartialEffect,
    Recovers,
    Fixes,
    Alert,
    Machine,
    Detects,
    Person,
    Work,
    OwnAction,
    Begins,
    Ends,
    Lasts,
    Takes,
    Several,
    Again,
    Cancelled,
    Moved,
    Extended,
    Instead,
    Formerly,
    Predicted,
    Early,
    Late,
    OnTime,
    Unchanged,
    Then,
    Each,
    Total,
    More,
    Backlog,
    Other,
    RollBack,
    Plural,
    Thing,
    NotAgain,
    Works,
    // grammar.txt
    Future,
    Expect,
    Possible,
    Past,
    Present,
    Perfect,
    Ongoing,
    Running,
    Futile,
    Negation,
    Outlook,
    Conjunction,
    Relative,
    Condition,
    Filler,
    NoRemedy,
    // other.txt
    NotALength,
    NotAPoint,
    WatchLength,
    AfterClock,
    Advice,
    NotTold,
    Habit,
    Foreign,
    // promises.txt
    Undertaker,
    Undertakes,
    NotUndertaken,
    PromiseNote,
    // post.txt
    UpdateHeading,
    StageHeading,
    OriginalHeading,
    Ordinal,
    Component,
    NoPart,
    TroubleWith,
    Determiner,
    Cause,
    NoCause,
    Blamed,
    Fault,
    Apology,
    Count
};

/// The data of one phrase: the numbers and the words behind its "=".
struct Entry
{
    Category category = Category::Count;
    std::vector<int> numbers;
    QString text;
};

struct Match
{
    const Entry *entry = nullptr;
    int length = 0; ///< in tokens, 0 = no match

    explicit operator bool() const { return length > 0; }
};

/// The phrase tables, as one tree of words. Not changed once loaded.
class Lexicon
{
public:
    /// Reads tables: "[category]" lines, then "phrase = values" lines; "(a|b)" are alternatives,
    /// "(a|)" may be left out, "…" stands for one to four words, "#" starts a comment. Returns what
    /// is wrong, one line each.
    QStringList add(const QString &table);

    /// Gives each token the number of its word.
    void number(Tokens &tokens) const;
    /// The longest phrase of the category that starts at the token.
    [[nodiscard]] Match longest(Category category, const Tokens &tokens, int at) const;
    /// All categories with a phrase that starts there, longest of each.
    void longestOfAll(const Tokens &tokens, int at, std::vector<Match> &found) const;

    [[nodiscard]] static std::optional<Category> categoryByName(const QString &name);
    [[nodiscard]] static QString nameOf(Category category);

private:
    struct Node
    {
        std::vector<int> entries; ///< indices into m_entries
        int gap = -1;             ///< the node behind "…"
    };

    void insert(const QString &phrase, const Entry &entry);
    int wordNumber(const QString &word);
    [[nodiscard]] int child(int node, int word) const;
    [[nodiscard]] int childOrNew(int node, int word);
    [[nodiscard]] bool isFiller(const Token &token) const;
    [[nodiscard]] static bool takesFiller(Category category);
    /// Calls found(entry, length) for all phrases that start at the token, `i` on from `node`.
    template <class Found>
    void walk(int node, const Tokens &tokens, int at, int i, const Found &found) const;

    QHash<QString, int> m_words;
    QHash<quint64, int> m_edges; ///< (node, word) to node
    std::vector<Node> m_nodes = std::vector<Node>(1);
    std::vector<Entry> m_entries;
    QSet<int> m_fillers; ///< words
    /// By word, the categories in which a phrase opens with it: most questions end here.
    std::vector<std::bitset<size_t(Category::Count)>> m_opens;
};

/// The tables of resources/reading, loaded on first use.
[[nodiscard]] const Lexicon &english();

} // namespace reading
