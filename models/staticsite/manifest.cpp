// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/manifest.h"

#include <algorithm>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace staticsite {

using namespace Qt::StringLiterals;

namespace {

constexpr int format = 2;

/// No name of a file and no key of a thread holds a blank.
void addLine(QByteArray &lines, char kind, const QStringList &words)
{
    lines += kind;
    for (const QString &word : words)
        lines += ' ' + word.toUtf8();
    lines += '\n';
}

void applyLine(Manifest &manifest, const QString &line)
{
    const QStringList words = line.split(u' ');
    const QString name = words.value(1);
    if (words.first() == u"+"_s && words.size() == 2)
        manifest.files.insert(name);
    else if (words.first() == u"-"_s && words.size() == 2)
        manifest.files.erase(name);
    else if (words.first() == u"t"_s && words.size() == 4)
        manifest.threads[name] = {words[2], words[3]};
    else if (words.first() == u"x"_s && words.size() == 2)
        manifest.threads.erase(name);
}

} // namespace

QByteArray markOf(const Manifest &manifest)
{
    return QJsonDocument(QJsonObject{{u"made_by"_s, u"Watchkeeper"_s},
                                     {u"format"_s, format},
                                     {u"complete"_s, manifest.complete},
                                     {u"fingerprint"_s, manifest.fingerprint}})
        .toJson(QJsonDocument::Compact);
}

QByteArray linesBetween(const Manifest &before, const Manifest &after)
{
    QByteArray lines;
    std::vector<QString> files;
    std::ranges::set_difference(after.files, before.files, std::back_inserter(files));
    for (const QString &file : files)
        addLine(lines, '+', {file});
    files.clear();
    std::ranges::set_difference(before.files, after.files, std::back_inserter(files));
    for (const QString &file : files)
        addLine(lines, '-', {file});
    for (const auto &[key, written] : after.threads) {
        const auto old = before.threads.find(key);
        if (old == before.threads.end() || old->second != written)
            addLine(lines, 't', {key, written.month, written.stamp});
    }
    for (const auto &[key, written] : before.threads) {
        if (!after.threads.contains(key))
            addLine(lines, 'x', {key});
    }
    return lines;
}

void applyLines(Manifest &manifest, const QByteArray &lines)
{
    qsizetype from = 0;
    for (qsizetype end = lines.indexOf('\n'); end >= 0; end = lines.indexOf('\n', from)) {
        applyLine(manifest, QString::fromUtf8(lines.sliced(from, end - from)));
        from = end + 1;
    }
}

base::Result<Manifest> manifestFromMark(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(u"format"_s).toInt() > format) {
        return base::fail(base::ErrorKind::Refused,
                          QCoreApplication::translate(
                              "StatusSite",
                              "The status site was written by a newer version of Watchkeeper. "
                              "Update this one, or choose another folder."));
    }
    Manifest manifest;
    manifest.complete = object.value(u"complete"_s).toBool();
    manifest.fingerprint = object.value(u"fingerprint"_s).toString();
    for (const QJsonValue &file : object.value(u"files"_s).toArray())
        manifest.files.insert(file.toString());
    const QJsonObject threads = object.value(u"threads"_s).toObject();
    for (auto thread = threads.begin(); thread != threads.end(); ++thread) {
        const QJsonArray written = thread.value().toArray();
        manifest.threads[thread.key()] = {written.at(0).toString(), written.at(1).toString()};
    }
    return manifest;
}

} // namespace staticsite
