// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/sitefolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

namespace staticsite {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Done;
using base::ErrorKind;
using base::fail;

namespace {

constexpr auto markName = ".watchkeeper-site.json"_L1;
constexpr auto listName = ".watchkeeper-site.list"_L1;
constexpr auto dueName = ".watchkeeper-site.due"_L1;
constexpr auto lockName = ".watchkeeper-site.lock"_L1;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StatusSite)
};

tl::unexpected<base::Error> cannotWrite(const QString &path, const QString &reason)
{
    base::Error error{
        ErrorKind::Storage,
        Words::tr(
            "The status site cannot be written to “%1” (%2). Nothing is lost; make room or give "
            "access there, or choose another folder.")
            .arg(path, reason),
        {},
        {base::Retry::When::After, 30s}};
    return tl::make_unexpected(std::move(error));
}

/// Our own names only: nothing that a damaged manifest says can lead out of the folder.
bool isOwnName(const QString &file)
{
    static const QRegularExpression name(u"^[A-Za-z0-9-]+([./][A-Za-z0-9-]+)*\\z"_s);
    return file == markName || file == listName || file == dueName || name.match(file).hasMatch();
}

Done checkNoLinks(const QString &root, const QString &file)
{
    if (!isOwnName(file))
        return fail(ErrorKind::Internal, Words::tr("The status site has no file of that name."),
                    file);
    QString path = root;
    for (const QString &part : file.split(u'/')) {
        path += u'/' + part;
        if (QFileInfo(path).isSymLink()) {
            return fail(
                ErrorKind::Refused,
                Words::tr("In the folder of the status site, “%1” is a link. Watchkeeper does "
                          "not write through links; remove it and publish again.")
                    .arg(path));
        }
    }
    return {};
}

base::Result<std::optional<QByteArray>> readFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::Storage,
                    Words::tr("“%1” cannot be read (%2). Check who may read it.")
                        .arg(path, file.errorString()));
    }
    return file.readAll();
}

bool holdsOnlyOurs(const QString &root)
{
    QStringList entries =
        QDir(root).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    entries.removeAll(lockName);
    return entries.isEmpty() || entries.contains(markName);
}

} // namespace

SiteFolder::SiteFolder(const QString &root)
    : m_root(root)
    , m_lock(root + u'/' + lockName)
{
    m_lock.setStaleLockTime(0ms);
}

base::Result<std::unique_ptr<SiteFolder>> SiteFolder::open(const QString &path,
                                                           std::chrono::milliseconds patience)
{
    if (path.trimmed().isEmpty())
        return fail(ErrorKind::Input, Words::tr("Choose a folder for the status site."));
    const QFileInfo info(path);
    if (info.exists() && !info.isDir()) {
        return fail(ErrorKind::Refused,
                    Words::tr("“%1” is a file. Choose a folder for the status site.").arg(path));
    }
    if (!info.exists() && !QDir().mkpath(path))
        return cannotWrite(path, Words::tr("the folder cannot be made"));
    // A link to the folder itself is the user's choice.
    const QString root = QFileInfo(path).canonicalFilePath();
    if (!holdsOnlyOurs(root)) {
        return fail(
            ErrorKind::Refused,
            Words::tr("The folder “%1” holds other files, so the status site is not written "
                      "there. Choose an empty folder.")
                .arg(path));
    }
    std::unique_ptr<SiteFolder> folder(new SiteFolder(root));
    if (const Done claimed = folder->claim(patience); !claimed)
        return base::passOn(claimed);
    return folder;
}

Done SiteFolder::claim(std::chrono::milliseconds patience)
{
    if (!m_lock.tryLock(patience.count())) {
        if (m_lock.error() != QLockFile::LockFailedError)
            return cannotWrite(m_root, Words::tr("no permission to write"));
        base::Error error{
            ErrorKind::Timeout,
            Words::tr("Another Watchkeeper is writing the status site in “%1”. Wait until it "
                      "has finished.")
                .arg(m_root),
            {},
            {base::Retry::When::After, 10s}};
        return tl::make_unexpected(std::move(error));
    }
    if (const Done safe = checkNoLinks(m_root, markName); !safe)
        return safe;
    return readManifest();
}

Done SiteFolder::readManifest()
{
    if (const Done safe = checkNoLinks(m_root, listName); !safe)
        return safe;
    const auto mark = readFile(m_root + u'/' + markName);
    if (!mark)
        return base::passOn(mark);
    if (!*mark)
        return saveManifest({});
    auto manifest = manifestFromMark(**mark);
    if (!manifest)
        return base::passOn(manifest);
    m_manifest = std::move(*manifest);
    const auto list = readFile(m_root + u'/' + listName);
    if (!list)
        return base::passOn(list);
    m_listSize = list->value_or(QByteArray()).size();
    m_listBase = m_listSize;
    // Whatever was cut off, or stood in the mark alone, is written anew with the rest.
    m_listIsWhole = *list && (m_listSize == 0 || (*list)->endsWith('\n'));
    applyLines(m_manifest, list->value_or(QByteArray()));
    return {};
}

/// The list goes first: a file that it names and that is not there does no harm.
Done SiteFolder::saveManifest(Manifest manifest)
{
    constexpr qint64 slack = 256 * 1024;
    const bool appends = m_listIsWhole && m_listSize < 2 * m_listBase + slack;
    const Done listed =
        appends ? appendToList(linesBetween(m_manifest, manifest)) : rewriteList(manifest);
    if (!listed)
        return listed;
    const auto written = write(markName, markOf(manifest));
    if (!written)
        return base::passOn(written);
    m_manifest = std::move(manifest);
    return {};
}

Done SiteFolder::appendToList(const QByteArray &lines)
{
    if (lines.isEmpty())
        return {};
    QFile list(m_root + u'/' + listName);
    m_listIsWhole = false;
    if (!list.open(QIODevice::WriteOnly | QIODevice::Append))
        return cannotWrite(list.fileName(), list.errorString());
    if (list.write(lines) != lines.size() || !list.flush())
        return cannotWrite(list.fileName(), list.errorString());
    m_listIsWhole = true;
    m_listSize += lines.size();
    return {};
}

Done SiteFolder::rewriteList(const Manifest &manifest)
{
    const QByteArray lines = linesBetween({}, manifest);
    const auto written = write(listName, lines);
    if (!written)
        return base::passOn(written);
    m_listIsWhole = true;
    m_listSize = m_listBase = lines.size();
    return {};
}

Done SiteFolder::setDeployDue(bool due)
{
    if (!due)
        return remove(dueName);
    const auto written = write(dueName, {});
    return written ? Done() : base::passOn(written);
}

base::Result<bool> SiteFolder::write(const QString &file, const QByteArray &bytes)
{
    if (const Done safe = checkNoLinks(m_root, file); !safe)
        return base::passOn(safe);
    const QString path = m_root + u'/' + file;
    if (const auto old = readFile(path); old && *old == bytes)
        return false;
    if (!QDir().mkpath(QFileInfo(path).path()))
        return cannotWrite(path, Words::tr("the folder cannot be made"));
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly))
        return cannotWrite(path, out.errorString());
    // commit() would put a file that was cut short by a full disk in the place of the old one if
    // the last of it is written only then.
    if (out.write(bytes) != bytes.size() || !out.flush() || !out.commit())
        return cannotWrite(path, out.errorString());
    return true;
}

Done SiteFolder::remove(const QString &file)
{
    if (const Done safe = checkNoLinks(m_root, file); !safe)
        return safe;
    QFile old(m_root + u'/' + file);
    if (old.exists() && !old.remove())
        return cannotWrite(old.fileName(), old.errorString());
    return {};
}

base::Result<std::optional<QByteArray>> readSiteFile(const QString &root, const QString &file)
{
    if (const Done safe = checkNoLinks(root, file); !safe)
        return base::passOn(safe);
    return readFile(root + u'/' + file);
}

bool isCompleteSite(const QString &root)
{
    const auto mark = readSiteFile(root, markName);
    if (!mark || !*mark)
        return false;
    const auto manifest = manifestFromMark(**mark);
    return manifest && manifest->complete;
}

bool isDeployDue(const QString &root)
{
    return QFile::exists(root + u'/' + dueName);
}

} // namespace staticsite
