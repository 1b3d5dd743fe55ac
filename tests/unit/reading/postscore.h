// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <vector>

/// Compares an answer of `watchkeeper read --json` with the one that is expected, value by value.
/// Windows and estimates are paired by likeness, so that one too many fails only itself.
namespace posts {

using namespace Qt::StringLiterals;

/// Statements by their path: "actual_windows[0].start_lo" and its value. Null is no statement.
using Facts = QMap<QString, QString>;

struct Score
{
    int found = 0;
    int missed = 0;
    int invented = 0;

    void operator+=(const Score &other)
    {
        found += other.found;
        missed += other.missed;
        invented += other.invented;
    }
};

inline QString text(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInt()) : value.toString();
}

/// How alike two windows or two estimates are.
inline int likeness(const QJsonObject &one, const QJsonObject &other)
{
    int points = 1;
    for (const QString &key : one.keys()) {
        if (!one[key].isNull() && one[key] == other[key])
            points += key.endsWith("_lo"_L1) || key.endsWith("_hi"_L1) || key == "hi"_L1 ? 4 : 1;
    }
    return points;
}

/// For each of `have` the index of the one in `want` that it stands for, in order; what stands for
/// none gets the numbers past the end.
inline std::vector<int> pairs(const QJsonArray &want, const QJsonArray &have)
{
    const int rows = int(want.size());
    const int columns = int(have.size());
    std::vector<std::vector<int>> best(size_t(rows + 1), std::vector<int>(size_t(columns + 1)));
    for (int i = rows - 1; i >= 0; --i) {
        for (int j = columns - 1; j >= 0; --j) {
            const int together = likeness(want[i].toObject(), have[j].toObject()) +
                                 best[size_t(i + 1)][size_t(j + 1)];
            best[size_t(i)][size_t(j)] = std::max(
                {together, best[size_t(i + 1)][size_t(j)], best[size_t(i)][size_t(j + 1)]});
        }
    }
    std::vector<int> stands(static_cast<size_t>(columns), -1);
    for (int i = 0, j = 0; i < rows && j < columns;) {
        if (best[size_t(i)][size_t(j)] == best[size_t(i + 1)][size_t(j)])
            ++i;
        else if (best[size_t(i)][size_t(j)] == best[size_t(i)][size_t(j + 1)])
            ++j;
        else
            stands[size_t(j++)] = i++;
    }
    int extra = rows;
    for (int &stand : stands) {
        if (stand < 0)
            stand = extra++;
    }
    return stands;
}

/// The list with its elements at their partners' places.
inline QJsonArray arranged(const QJsonArray &list, const std::vector<int> &places)
{
    QJsonArray all;
    for (qsizetype i = 0; i < list.size(); ++i) {
        while (all.size() <= places[size_t(i)])
            all.append(QJsonObject());
        all[places[size_t(i)]] = list[i];
    }
    return all;
}

inline void renumber(QJsonObject &object, const QString &key, const std::vector<int> &places)
{
    const int index = object[key].toInt(-1);
    if (index >= 0 && index < int(places.size()))
        object[key] = places[size_t(index)];
}

/// The answer with its windows and estimates in the order of the expected ones.
inline QJsonObject paired(const QJsonObject &want, QJsonObject have)
{
    const QString planned = u"planned_windows"_s;
    const QString actual = u"actual_windows"_s;
    const QString estimates = u"estimates"_s;
    QMap<QString, std::vector<int>> places;
    for (const QString &key : {planned, actual}) {
        places[key] = pairs(want[key].toArray(), have[key].toArray());
        QJsonArray windows;
        for (const QJsonValue &value : have[key].toArray()) {
            QJsonObject window = value.toObject();
            renumber(window, u"after"_s, places[key]);
            windows.append(window);
        }
        have[key] = arranged(windows, places[key]);
    }
    const bool isWork = want[u"kind"_s] == "maintenance"_L1;
    QJsonArray guesses;
    for (const QJsonValue &value : have[estimates].toArray()) {
        QJsonObject estimate = value.toObject();
        renumber(estimate, u"window"_s, places[isWork ? planned : actual]);
        guesses.append(estimate);
    }
    have[estimates] = arranged(guesses, pairs(want[estimates].toArray(), guesses));
    QJsonObject milestones = have[u"milestones"_s].toObject();
    for (const QString &name : milestones.keys()) {
        QJsonObject milestone = milestones[name].toObject();
        renumber(milestone, u"window"_s, places[actual]);
        milestones[name] = milestone;
    }
    have[u"milestones"_s] = milestones;
    return have;
}

inline void addObject(Facts &facts, const QString &path, const QJsonObject &object)
{
    for (const QString &key : object.keys()) {
        if (!object[key].isNull())
            facts[path + u'.' + key] = text(object[key]);
    }
}

/// All statements of an answer but the lists of words.
inline Facts factsOf(const QJsonObject &answer)
{
    Facts facts;
    for (const QString &key : {u"kind"_s, u"entry_mode"_s, u"updates_count"_s})
        facts[key] = text(answer[key]);
    for (const QString &key : {u"planned_windows"_s, u"actual_windows"_s, u"estimates"_s}) {
        const QJsonArray list = answer[key].toArray();
        for (qsizetype i = 0; i < list.size(); ++i)
            addObject(facts, u"%1[%2]"_s.arg(key).arg(i), list[i].toObject());
    }
    const QJsonObject milestones = answer[u"milestones"_s].toObject();
    for (const QString &name : milestones.keys()) {
        if (!milestones[name].isObject())
            continue;
        facts[u"milestones."_s + name] = u"said"_s;
        addObject(facts, u"milestones."_s + name, milestones[name].toObject());
    }
    addObject(facts, u"predicted_vs_actual"_s, answer[u"predicted_vs_actual"_s].toObject());
    return facts;
}

/// The path without its numbers.
inline QString field(const QString &path)
{
    static const QRegularExpression number(u"\\[\\d+\\]"_s);
    return QString(path).remove(number);
}

/// Times and lengths, as against what kind of window it is and where they belong.
inline bool isTiming(const QString &field)
{
    static const QSet<QString> others{u"effect"_s,   u"shape"_s,         u"multiplicity"_s,
                                      u"revision"_s, u"dur_precision"_s, u"after"_s,
                                      u"status"_s,   u"window"_s,        u"of"_s};
    return field.contains(u'.') && !others.contains(field.section(u'.', -1));
}

/// Adds what was found, missed and invented to the scores by field. Returns the deviations.
inline QStringList compare(const QJsonObject &want, const QJsonObject &have,
                           QMap<QString, Score> &scores)
{
    const Facts wanted = factsOf(want);
    const Facts answered = factsOf(paired(want, have));
    QStringList deviations;
    for (auto fact = wanted.cbegin(); fact != wanted.cend(); ++fact) {
        Score &score = scores[field(fact.key())];
        const QString answer = answered.value(fact.key());
        if (answer == *fact) {
            ++score.found;
            continue;
        }
        ++score.missed;
        if (!answer.isEmpty())
            ++score.invented;
        deviations += u"%1: want %2, have %3"_s.arg(fact.key(), *fact,
                                                    answer.isEmpty() ? u"nothing"_s : answer);
    }
    for (auto fact = answered.cbegin(); fact != answered.cend(); ++fact) {
        if (wanted.contains(fact.key()))
            continue;
        ++scores[field(fact.key())].invented;
        deviations += u"%1: invented %2"_s.arg(fact.key(), *fact);
    }
    return deviations;
}

inline QSet<QString> wordsOf(const QString &text)
{
    static const QRegularExpression gap(u"[^\\w']+"_s);
    const QStringList words = text.toLower().split(gap, Qt::SkipEmptyParts);
    return {words.begin(), words.end()};
}

/// Two quotations of a text are about the same if most words of the shorter one are in the other.
inline bool isSameQuotation(const QString &one, const QString &other)
{
    const QSet<QString> a = wordsOf(one);
    const QSet<QString> b = wordsOf(other);
    const qsizetype shorter = std::min(a.size(), b.size());
    return shorter > 0 && QSet<QString>(a).intersect(b).size() * 10 >= shorter * 7;
}

/// A list of words: each expected quotation is found if an answered one is about the same.
inline QStringList compareWords(const QJsonObject &want, const QJsonObject &have,
                                const QString &key, Score &score)
{
    QStringList left;
    for (const QJsonValue &value : have[key].toArray())
        left += value.toString();
    QStringList deviations;
    for (const QJsonValue &value : want[key].toArray()) {
        const QString wanted = value.toString();
        const auto same = std::find_if(left.begin(), left.end(), [&](const QString &answer) {
            return isSameQuotation(wanted, answer);
        });
        if (same == left.end()) {
            ++score.missed;
            deviations += key + u" missed: "_s + wanted;
        } else {
            ++score.found;
            left.erase(same);
        }
    }
    score.invented += int(left.size());
    for (const QString &answer : left)
        deviations += key + u" invented: "_s + answer;
    return deviations;
}

} // namespace posts
