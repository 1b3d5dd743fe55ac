// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/manifest.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace staticsite {

using namespace Qt::StringLiterals;

namespace {

constexpr int format = 1;

} // namespace

QByteArray toJson(const Manifest &manifest)
{
    QJsonArray files;
    for (const QString &file : manifest.files)
        files.append(file);
    QJsonObject threads;
    for (const auto &[key, written] : manifest.threads)
        threads.insert(key, QJsonArray{written.month, written.stamp});
    return QJsonDocument(QJsonObject{{u"made_by"_s, u"Watchkeeper"_s},
                                     {u"format"_s, format},
                                     {u"complete"_s, manifest.complete},
                                     {u"fingerprint"_s, manifest.fingerprint},
                                     {u"files"_s, files},
                                     {u"threads"_s, threads}})
        .toJson(QJsonDocument::Compact);
}

base::Result<Manifest> manifestFromJson(const QByteArray &json)
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
