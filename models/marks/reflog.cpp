// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "marks/reflog.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace marks {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortId = 7;

/// What a `.git` that is a file points at.
QString gitFolder(const QString &folder)
{
    const QDir dir(folder);
    const QFileInfo inside(dir.filePath(u".git"_s));
    if (!inside.isFile())
        return inside.isDir() ? inside.filePath() : folder;
    QFile file(inside.filePath());
    const QByteArray line = file.open(QIODevice::ReadOnly) ? file.readLine(4096).trimmed() : "";
    const QString there = QString::fromUtf8(line).section(u"gitdir:"_s, 1).trimmed();
    return dir.absoluteFilePath(there);
}

/// "OLD NEW NAME <MAIL> SECONDS ZONE\tMESSAGE"
std::optional<Mark> markFrom(const QByteArray &line, const QString &origin)
{
    const qsizetype tab = line.indexOf('\t');
    const QByteArray head = tab < 0 ? line : line.first(tab);
    const QList<QByteArray> ids = head.split(' ');
    const qsizetype mail = head.lastIndexOf("> ");
    if (ids.size() < 4 || mail < 0 || ids[0] == ids[1] || ids[1].size() < shortId)
        return std::nullopt;
    bool isNumber = false;
    const qint64 seconds = head.sliced(mail + 2).split(' ').first().toLongLong(&isNumber);
    if (!isNumber)
        return std::nullopt;
    const QString message = tab < 0 ? QString() : QString::fromUtf8(line.sliced(tab + 1));
    Mark mark;
    mark.id = u"git/%1/%2/%3"_s.arg(origin, QString::fromLatin1(ids[1])).arg(seconds);
    mark.at = base::Instant(base::Span(seconds));
    mark.text =
        base::oneLine(QString::fromLatin1(ids[1].first(shortId)) + u' ' + message).trimmed();
    mark.origin = origin;
    return mark;
}

} // namespace

base::Result<QString> reflogOf(const QString &folder)
{
    const QString path = QDir(gitFolder(folder)).filePath(u"logs/HEAD"_s);
    if (QFile::exists(path))
        return path;
    return base::fail(base::ErrorKind::NotFound,
                      QCoreApplication::translate(
                          "marks", "In %1 is no Git repository that writes down where it was "
                                   "moved to. Choose a working copy.")
                          .arg(QDir::toNativeSeparators(folder)));
}

std::vector<Mark> marksFrom(const QByteArray &reflog, const QString &origin)
{
    std::vector<Mark> all;
    for (const QByteArray &line : reflog.split('\n')) {
        if (auto mark = markFrom(line, origin))
            all.push_back(std::move(*mark));
    }
    return all;
}

} // namespace marks
