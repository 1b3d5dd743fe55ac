// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "deploy/record.h"

#include "base/redactor.h"
#include "deploy/words.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>

namespace deploy {

using namespace Qt::StringLiterals;

QString keptText(const QByteArray &output)
{
    static const QRegularExpression steering(
        u"\\x1b(\\[[0-9;?]*[ -/]*[@-~]|\\][^\\x07\\x1b]*(\\x07|\\x1b\\\\)?|.)"_s);
    static const QRegularExpression control(u"[\\x00-\\x08\\x0b-\\x1f\\x7f]"_s);
    QString text = QString::fromUtf8(output.last(std::min(output.size(), keptOutput)));
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    text.remove(steering).remove(control);
    return base::redact(text).trimmed();
}

base::Done saveRecord(const QString &path, const Record &record)
{
    const QJsonObject object{{u"started"_s, qint64(record.started.time_since_epoch().count())},
                             {u"seconds"_s, qint64(record.took.count())},
                             {u"succeeded"_s, record.succeeded},
                             {u"sentence"_s, record.sentence},
                             {u"output"_s, record.output}};
    QSaveFile file(path);
    const bool opened = file.open(QIODevice::WriteOnly);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (!opened || file.write(json) != json.size() || !file.commit()) {
        return base::fail(base::ErrorKind::Storage,
                          Words::tr("What the deploy command wrote could not be kept (%1).")
                              .arg(file.errorString()));
    }
    return {};
}

std::optional<Record> loadRecord(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    if (object.isEmpty())
        return std::nullopt;
    return Record{base::Instant(base::Span(object.value(u"started"_s).toInteger())),
                  std::chrono::seconds(object.value(u"seconds"_s).toInteger()),
                  object.value(u"sentence"_s).toString(), object.value(u"succeeded"_s).toBool(),
                  object.value(u"output"_s).toString()};
}

} // namespace deploy
