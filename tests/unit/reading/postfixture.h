// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

/// A post in posts/NAME.txt and what a reader may take from it in posts/NAME.json:
///     {"posted": "2026-02-17T14:32", "zone": "Europe/London", "updates": ["2026-02-17T15:00"],
///      "expect": {"kind": …, "entry_mode": …, "planned": [W], "actual": [W], "milestones": {…},
///                 "estimates": [E], "verdict": {…}, "promises": […], …}}
/// in the words of the format, but short: a window W is {"effect", "start", "end", "dur", "total",
/// "inside", "several", "count", "revision", "after", "status"}, where a time is "13:45" (on the
/// day of posting) or "03-12 13:45", or a pair [lo, hi] of them, and "dur" is [lo, hi, precision].
/// What is left out is null; effect, promises, components and cause are compared only where they
/// are given.
namespace posts {

using namespace Qt::StringLiterals;

struct Fixture
{
    QString name;
    QString text;
    QString posted;
    QString zone;
    QStringList updates;
    QJsonObject expect;
};

/// One statement of an answer: "actual[0].start" and its value.
using Facts = QMap<QString, QString>;

inline QStringList names(const QString &folder)
{
    QStringList all;
    for (const QString &file : QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        all += file.chopped(5);
    return all;
}

inline QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline Fixture load(const QString &folder, const QString &name)
{
    const QJsonObject json =
        QJsonDocument::fromJson(contents(folder + u'/' + name + u".json"_s)).object();
    Fixture fixture;
    fixture.name = name;
    fixture.text = QString::fromUtf8(contents(folder + u'/' + name + u".txt"_s));
    fixture.posted = json[u"posted"_s].toString();
    fixture.zone = json[u"zone"_s].toString();
    for (const QJsonValue &update : json[u"updates"_s].toArray())
        fixture.updates += update.toString();
    fixture.expect = json[u"expect"_s].toObject();
    return fixture;
}

inline QString text(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toInt());
    return value.isNull() || value.isUndefined() ? u"-"_s : value.toString();
}

/// "13:45" and "03-12 13:45" as the whole wall time.
inline QString wall(const QJsonValue &value, const QString &posted)
{
    const QString said = value.toString();
    if (said.isEmpty())
        return u"-"_s;
    if (said.size() == 5)
        return posted.first(11) + said;
    return posted.first(5) + said.first(5) + u'T' + said.sliced(6);
}

inline void add(Facts &facts, const QString &path, const QString &lo, const QString &hi)
{
    if (lo != "-"_L1 || hi != "-"_L1)
        facts[path] = lo + u".."_s + hi;
}

inline void addWall(Facts &facts, const QString &path, const QJsonValue &value,
                    const QString &posted)
{
    if (value.isArray())
        add(facts, path, wall(value.toArray()[0], posted), wall(value.toArray()[1], posted));
    else if (value.isString())
        add(facts, path, wall(value, posted), wall(value, posted));
}

inline void addMinutes(Facts &facts, const QString &path, const QJsonValue &value)
{
    if (value.isArray())
        add(facts, path, text(value.toArray()[0]), text(value.toArray()[1]));
}

inline void addExpectedWindows(Facts &facts, const Fixture &fixture, const QString &key)
{
    const QJsonArray windows = fixture.expect[key].toArray();
    for (qsizetype i = 0; i < windows.size(); ++i) {
        const QJsonObject window = windows[i].toObject();
        const QString path = u"%1[%2]."_s.arg(key).arg(i);
        if (window.contains(u"effect"_s))
            facts[path + u"effect"_s] = window[u"effect"_s].toString();
        facts[path + u"shape"_s] = window[u"inside"_s].toBool() ? u"inside"_s : u"occupies"_s;
        facts[path + u"revision"_s] = QString::number(window[u"revision"_s].toInt());
        if (window.contains(u"several"_s))
            facts[path + u"multiplicity"_s] = u"several_unlisted"_s;
        if (window.contains(u"count"_s))
            facts[path + u"count"_s] = text(window[u"count"_s]);
        if (window.contains(u"after"_s))
            facts[path + u"after"_s] = text(window[u"after"_s]);
        if (key == "planned"_L1)
            facts[path + u"status"_s] = window[u"status"_s].toString(u"current"_s);
        addWall(facts, path + u"start"_s, window[u"start"_s], fixture.posted);
        addWall(facts, path + u"end"_s, window[u"end"_s], fixture.posted);
        addMinutes(facts, path + u"dur"_s, window[u"dur"_s]);
        if (window[u"dur"_s].isArray())
            facts[path + u"dur_precision"_s] = text(window[u"dur"_s].toArray()[2]);
        addMinutes(facts, path + u"total"_s, window[u"total"_s]);
    }
}

/// The expected statements of a fixture.
inline Facts expected(const Fixture &fixture)
{
    Facts facts;
    const QJsonObject &expect = fixture.expect;
    facts[u"kind"_s] = expect[u"kind"_s].toString();
    facts[u"entry_mode"_s] = expect[u"entry_mode"_s].toString();
    facts[u"updates_count"_s] = QString::number(fixture.updates.size());
    addExpectedWindows(facts, fixture, u"planned"_s);
    addExpectedWindows(facts, fixture, u"actual"_s);
    const QJsonObject milestones = expect[u"milestones"_s].toObject();
    for (const QString &name : milestones.keys()) {
        const QJsonObject milestone = milestones[name].toObject();
        const QString path = u"milestones."_s + name;
        facts[path] = u"said"_s;
        if (milestone.contains(u"from"_s)) {
            addMinutes(facts, path + u".minutes"_s, milestone[u"min"_s]);
            facts[path + u".minutes"_s] += u" from "_s + milestone[u"from"_s].toString();
            if (milestone[u"from"_s] == "started"_L1)
                facts[path + u".window"_s] = QString::number(milestone[u"window"_s].toInt());
            if (milestone[u"from"_s] == "posted"_L1)
                facts[path + u".revision"_s] = QString::number(milestone[u"revision"_s].toInt());
        }
        addWall(facts, path + u".at"_s, milestone[u"at"_s], fixture.posted);
    }
    const QJsonArray estimates = expect[u"estimates"_s].toArray();
    for (qsizetype i = 0; i < estimates.size(); ++i) {
        const QJsonObject estimate = estimates[i].toObject();
        const QString path = u"estimates[%1]."_s.arg(i);
        facts[path + u"of"_s] = estimate[u"of"_s].toString();
        facts[path + u"window"_s] = QString::number(estimate[u"window"_s].toInt());
        facts[path + u"revision"_s] = QString::number(estimate[u"revision"_s].toInt());
        addMinutes(facts, path + u"minutes"_s, estimate[u"min"_s]);
        addWall(facts, path + u"until"_s, estimate[u"until"_s], fixture.posted);
    }
    if (expect.contains(u"verdict"_s)) {
        const QJsonObject verdict = expect[u"verdict"_s].toObject();
        facts[u"verdict"_s] = verdict[u"verdict"_s].toString();
        if (verdict.contains(u"difference"_s))
            facts[u"verdict.difference"_s] = text(verdict[u"difference"_s]);
    }
    return facts;
}

inline QString join(const QJsonValue &value)
{
    QStringList all;
    for (const QJsonValue &item : value.toArray())
        all += item.toString();
    return all.join(u" | "_s);
}

/// What a fixture leaves out of the judgements that are no times is not compared.
inline void dropUnasked(const Facts &want, Facts &have)
{
    for (const QString &path : have.keys()) {
        if (path.endsWith("effect"_L1) && !want.contains(path) &&
            want.contains(path.chopped(6) + u"shape"_s))
            have.remove(path);
    }
}

/// The lists of words that a fixture gives, and the same lists of an answer.
inline void compareWords(const Fixture &fixture, const QJsonObject &answer, Facts &want,
                         Facts &have)
{
    for (const QString &key : {u"promises"_s, u"components"_s, u"cause"_s, u"warnings"_s}) {
        if (!fixture.expect.contains(key))
            continue;
        want[u"words."_s + key] = join(fixture.expect[key]);
        have[u"words."_s + key] = join(answer[key]);
    }
}

inline void addAnsweredWindows(Facts &facts, const QJsonArray &windows, const QString &key)
{
    for (qsizetype i = 0; i < windows.size(); ++i) {
        const QJsonObject window = windows[i].toObject();
        const QString path = u"%1[%2]."_s.arg(key).arg(i);
        for (const QString &plain : {u"effect"_s, u"shape"_s, u"revision"_s, u"count"_s, u"after"_s,
                                     u"status"_s, u"dur_precision"_s}) {
            if (!window[plain].isNull() && window.contains(plain))
                facts[path + plain] = text(window[plain]);
        }
        if (window[u"multiplicity"_s] == "several_unlisted"_L1)
            facts[path + u"multiplicity"_s] = u"several_unlisted"_s;
        for (const QString &pair : {u"start"_s, u"end"_s, u"dur"_s, u"total"_s})
            add(facts, path + pair, text(window[pair + u"_lo"_s]), text(window[pair + u"_hi"_s]));
    }
}

/// The statements of an answer in the format of `watchkeeper read --json`.
inline Facts answered(const QJsonObject &answer)
{
    Facts facts;
    for (const QString &key : {u"kind"_s, u"entry_mode"_s, u"updates_count"_s})
        facts[key] = text(answer[key]);
    addAnsweredWindows(facts, answer[u"planned_windows"_s].toArray(), u"planned"_s);
    addAnsweredWindows(facts, answer[u"actual_windows"_s].toArray(), u"actual"_s);
    const QJsonObject milestones = answer[u"milestones"_s].toObject();
    for (const QString &name : milestones.keys()) {
        const QJsonObject milestone = milestones[name].toObject();
        const QString path = u"milestones."_s + name;
        facts[path] = u"said"_s;
        for (const QString &plain : {u"window"_s, u"revision"_s}) {
            if (!milestone[plain].isNull())
                facts[path + u'.' + plain] = text(milestone[plain]);
        }
        add(facts, path + u".minutes"_s, text(milestone[u"lo"_s]), text(milestone[u"hi"_s]));
        if (!milestone[u"from"_s].isNull())
            facts[path + u".minutes"_s] += u" from "_s + text(milestone[u"from"_s]);
        add(facts, path + u".at"_s, text(milestone[u"at_lo"_s]), text(milestone[u"at_hi"_s]));
    }
    const QJsonArray estimates = answer[u"estimates"_s].toArray();
    for (qsizetype i = 0; i < estimates.size(); ++i) {
        const QJsonObject estimate = estimates[i].toObject();
        const QString path = u"estimates[%1]."_s.arg(i);
        for (const QString &plain : {u"of"_s, u"window"_s, u"revision"_s})
            facts[path + plain] = text(estimate[plain]);
        add(facts, path + u"minutes"_s, text(estimate[u"lo"_s]), text(estimate[u"hi"_s]));
        add(facts, path + u"until"_s, text(estimate[u"until"_s]), text(estimate[u"until"_s]));
    }
    const QJsonObject verdict = answer[u"predicted_vs_actual"_s].toObject();
    if (!verdict.isEmpty()) {
        facts[u"verdict"_s] = text(verdict[u"verdict"_s]);
        if (!verdict[u"difference"_s].isNull())
            facts[u"verdict.difference"_s] = text(verdict[u"difference"_s]);
    }
    return facts;
}

} // namespace posts
