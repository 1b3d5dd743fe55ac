// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/resource.h"

#include <map>
#include <mutex>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace staticsite {

using namespace Qt::StringLiterals;

QByteArray resource(const QString &name)
{
    QFile file(u":/site/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList resourceNames()
{
    return QDir(u":/site"_s).entryList(QDir::Files, QDir::Name);
}

QString templateText(const QString &name)
{
    static const QRegularExpression part(u"^\\{\\{> *([a-z]+\\.html) *\\}\\}\n"_s,
                                         QRegularExpression::MultilineOption);
    const QString source = QString::fromUtf8(resource(name));
    QString text;
    qsizetype done = 0;
    for (auto lines = part.globalMatch(source); lines.hasNext();) {
        const auto line = lines.next();
        text += source.mid(done, line.capturedStart() - done) +
                QString::fromUtf8(resource(line.captured(1)));
        done = line.capturedEnd();
    }
    return text + source.mid(done);
}

const Template &pageTemplate(const QString &name)
{
    static std::mutex guard;
    static std::map<QString, Template> parsed;
    const std::scoped_lock lock(guard);
    const auto known = parsed.find(name);
    if (known != parsed.end())
        return known->second;
    const auto fresh = Template::parse(templateText(name));
    return parsed.emplace(name, fresh.value_or(Template())).first->second;
}

} // namespace staticsite
