// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entry/entry.h"

#include "entry/story.h"

#include <algorithm>

#include <QCoreApplication>

namespace entry {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(entry)
};

/// Neighbours are one thing that was not understood.
void join(std::vector<Leftover> &leftovers, QStringView line)
{
    std::ranges::sort(leftovers, {}, [](const Leftover &one) { return one.where.at; });
    std::vector<Leftover> joined;
    for (const Leftover &one : leftovers) {
        const bool follows =
            !joined.empty() &&
            line.sliced(joined.back().where.end(), one.where.at - joined.back().where.end())
                .trimmed()
                .isEmpty();
        if (!follows) {
            joined.push_back(one);
            continue;
        }
        Leftover &last = joined.back();
        last.where = spanning(last.where, one.where);
        last.words = line.sliced(last.where.at, last.where.length).toString();
    }
    leftovers = std::move(joined);
}

} // namespace

bool Entry::isClear() const
{
    const bool anything = window.start.isKnown() || window.end.isKnown() ||
                          window.duration.isKnown() || detected.told || fixed.told || normal.told;
    return anything && questions.empty() && leftovers.empty();
}

Entry readLine(QStringView line, const timing::FieldContext &context)
{
    Entry entry;
    if (line.size() > longestLine) {
        entry.questions.push_back(
            {{0, line.size()},
             Words::tr("This is too long for one line: write only when it was and how long it "
                       "took."),
             {}});
        return entry;
    }
    std::vector<Question> questions;
    const std::vector<Item> items = itemsOf(line, context, questions);
    Moments moments(context, questions);
    const Story story = storyOf(items, line, entry, moments);
    tell(story, entry, moments, questions);
    std::ranges::stable_sort(questions, {}, [](const Question &one) { return one.where.at; });
    entry.questions = std::move(questions);
    join(entry.leftovers, line);
    return entry;
}

QString answered(const QString &line, const Question &question, const Choice &choice)
{
    QString text = line;
    return text.replace(question.where.at, question.where.length, choice.replacement);
}

} // namespace entry
