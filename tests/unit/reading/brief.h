// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

/// Answers of the reader in one line, and when the posts of phrases.txt and sentences were written.
namespace posts {

using namespace Qt::StringLiterals;

inline const QString posted = u"2026-03-10T14:30"_s; // a Tuesday
inline const QString zone = u"Europe/London"_s;

inline QString shortTime(const QJsonValue &value)
{
    const QString time = value.toString();
    return time.startsWith(posted.first(11)) ? time.sliced(11) : time.sliced(5).replace(u'T', u'/');
}

/// "13:10" or "12:55..13:25"
inline QString interval(const QJsonObject &object, const QString &lo, const QString &hi)
{
    const auto bound = [](const QJsonValue &value) {
        return value.isNull()     ? u"?"_s
               : value.isDouble() ? QString::number(value.toInt())
                                  : shortTime(value);
    };
    if (object[lo].isNull() && object[hi].isNull())
        return {};
    const QString from = bound(object[lo]);
    const QString to = bound(object[hi]);
    return from == to && !object[lo].isDouble() ? from : from + u".."_s + to;
}

inline QString windowText(const QJsonObject &window)
{
    QStringList words;
    if (window[u"shape"_s] == "inside"_L1)
        words += u"inside"_s;
    if (window[u"multiplicity"_s] == "several_unlisted"_L1) {
        words += window[u"count"_s].isNull()
                     ? u"several"_s
                     : u"several "_s + QString::number(window[u"count"_s].toInt());
    }
    for (const QString &pair : {u"start"_s, u"end"_s, u"dur"_s, u"total"_s}) {
        const QString said = interval(window, pair + u"_lo"_s, pair + u"_hi"_s);
        if (!said.isEmpty())
            words += pair + u' ' + said;
    }
    if (!window[u"dur_precision"_s].isNull())
        words += window[u"dur_precision"_s].toString();
    if (!window[u"after"_s].isNull())
        words += u"after "_s + QString::number(window[u"after"_s].toInt());
    const QString status = window[u"status"_s].toString();
    if (!status.isEmpty() && status != "current"_L1)
        words += status;
    return words.join(u' ');
}

inline QString milestoneText(const QString &name, const QJsonObject &milestone)
{
    QStringList words{name};
    if (!milestone[u"from"_s].isNull())
        words +=
            interval(milestone, u"lo"_s, u"hi"_s) + u" from "_s + milestone[u"from"_s].toString();
    const QString at = interval(milestone, u"at_lo"_s, u"at_hi"_s);
    if (!at.isEmpty())
        words += u"at "_s + at;
    return words.join(u' ');
}

/// All times of an answer in one line: "plan start 02:00 dur 0..10 between; estimate duration
/// 0..10".
inline QString brief(const QJsonObject &answer)
{
    QStringList parts;
    for (const QJsonValue &window : answer[u"planned_windows"_s].toArray())
        parts += (u"plan "_s + windowText(window.toObject())).trimmed();
    for (const QJsonValue &window : answer[u"actual_windows"_s].toArray())
        parts += windowText(window.toObject());
    const QJsonObject milestones = answer[u"milestones"_s].toObject();
    for (const QString &name : {u"first_alert"_s, u"detected"_s, u"fixed"_s, u"back_to_normal"_s}) {
        if (milestones.contains(name))
            parts += milestoneText(name, milestones[name].toObject());
    }
    for (const QJsonValue &value : answer[u"estimates"_s].toArray()) {
        const QJsonObject estimate = value.toObject();
        parts += u"estimate %1 %2"_s.arg(estimate[u"of"_s].toString(),
                                         estimate[u"until"_s].isNull()
                                             ? interval(estimate, u"lo"_s, u"hi"_s)
                                             : shortTime(estimate[u"until"_s]));
    }
    const QJsonObject verdict = answer[u"predicted_vs_actual"_s].toObject();
    if (!verdict.isEmpty()) {
        parts += verdict[u"verdict"_s].toString();
        if (!verdict[u"difference"_s].isNull())
            parts.last() += u" by "_s + QString::number(verdict[u"difference"_s].toInt());
    }
    parts.removeAll(QString());
    return parts.join(u"; "_s);
}

} // namespace posts
