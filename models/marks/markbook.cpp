// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "marks/markbook.h"

#include "base/text.h"

#include <algorithm>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <unistd.h>

namespace marks {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 200;

QByteArray lineOf(const Mark &mark)
{
    const QJsonObject json{{u"id"_s, mark.id},
                           {u"at"_s, double(mark.at.time_since_epoch().count())},
                           {u"text"_s, base::oneLine(mark.text, longestText)},
                           {u"origin"_s, base::oneLine(mark.origin, longestText)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<Mark> markFrom(const QByteArray &line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    const QString id = json.value("id"_L1).toString();
    if (id.isEmpty() || !json.value("at"_L1).isDouble())
        return std::nullopt;
    return Mark{id, base::Instant(base::Span(json.value("at"_L1).toInteger())),
                base::oneLine(json.value("text"_L1).toString(), longestText),
                base::oneLine(json.value("origin"_L1).toString(), longestText)};
}

} // namespace

MarkBook::MarkBook(const QString &dataDir)
    : m_path(QDir(dataDir).filePath(u"marks.jsonl"_s))
{}

base::Done MarkBook::append(const Mark &mark) const
{
    QFile file(m_path);
    const QByteArray line = lineOf(mark);
    const bool isOpen = file.open(QIODevice::Append | QIODevice::Unbuffered);
    // One write, so that lines of two processes do not mix.
    const bool isKept = isOpen && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                        file.write(line) == line.size() && fsync(file.handle()) == 0;
    if (isKept)
        return {};
    return base::fail(base::ErrorKind::Storage,
                      QCoreApplication::translate(
                          "marks", "The mark cannot be kept in %1. Look whether the disk is full.")
                          .arg(QDir::toNativeSeparators(m_path)));
}

std::vector<Mark> MarkBook::read() const
{
    std::vector<Mark> all;
    QSet<QString> known;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return all;
    while (!file.atEnd()) {
        const auto mark = markFrom(file.readLine());
        if (!mark || known.contains(mark->id))
            continue;
        known.insert(mark->id);
        all.push_back(*mark);
    }
    std::ranges::stable_sort(all, {}, &Mark::at);
    return all;
}

qint64 MarkBook::size() const
{
    return QFileInfo(m_path).size();
}

} // namespace marks
