// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

/// A post in NAME.txt and what a reader may take from it in NAME.json:
///     {"posted": "2026-02-17T14:32", "zone": "Europe/London", "updates": ["2026-02-17T15:00"],
///      "answer": {the whole answer of `watchkeeper read --json`}}
/// "partly": true marks a post that is not understood fully yet; it counts in the figures only.
namespace posts {

using namespace Qt::StringLiterals;

struct Fixture
{
    QString name;
    QString text;
    QString posted;
    QString zone;
    QStringList updates;
    QJsonObject answer;
    bool isPartly = false;
};

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
    fixture.answer = json[u"answer"_s].toObject();
    fixture.isPartly = json[u"partly"_s].toBool();
    return fixture;
}

} // namespace posts
