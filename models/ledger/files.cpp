// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/files.h"

#include "ledger/text.h"

#include <cerrno>
#include <cstring>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

constexpr mode_t folderRights = 0700;
constexpr mode_t fileRights = 0600;

tl::unexpected<base::Error> failed(const QString &text, int error)
{
    return base::fail(base::ErrorKind::Storage, text, QString::fromLocal8Bit(std::strerror(error)));
}

/// Says the reason in the words that help: no space and no right are told apart.
tl::unexpected<base::Error> notWritten(const QString &path, int error)
{
    if (error == ENOSPC || error == EDQUOT)
        return failed(
            LedgerText::tr("There is no space left to write %1. Free some space and try again.")
                .arg(path),
            error);
    return failed(
        LedgerText::tr("%1 cannot be written. See that its folder exists and that you may write to "
                       "it.")
            .arg(path),
        error);
}

/// An open descriptor that closes itself.
class Descriptor
{
public:
    Descriptor(const QString &path, int flags, mode_t rights = 0)
        : m_fd(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, rights))
    {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    [[nodiscard]] bool sync() const { return ::fsync(m_fd) == 0; }

private:
    int m_fd;
};

base::Done sync(const QString &path, int flags)
{
    const Descriptor file(path, flags);
    if (!file.isOpen() || !file.sync())
        return notWritten(path, errno);
    return {};
}

} // namespace

base::Done makeFolder(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return {};
    if (info.exists())
        return base::fail(
            base::ErrorKind::Storage,
            LedgerText::tr("%1 is a file, not a folder. Choose another folder with --data.")
                .arg(path));
    const QString parent = info.absolutePath();
    if (parent == path)
        return failed(LedgerText::tr("The folder %1 cannot be made.").arg(path), ENOENT);
    if (auto done = makeFolder(parent); !done)
        return done;
    // Somebody else may have made it meanwhile.
    if (::mkdir(QFile::encodeName(path).constData(), folderRights) != 0 && errno != EEXIST)
        return failed(
            LedgerText::tr("The folder %1 cannot be made. See that you may write to %2, or choose "
                           "another folder with --data.")
                .arg(path, parent),
            errno);
    return {};
}

base::Done createFile(const QString &path)
{
    const Descriptor file(path, O_RDWR | O_CREAT | O_EXCL, fileRights);
    if (!file.isOpen())
        return notWritten(path, errno);
    return {};
}

base::Done makePrivate(const QString &path)
{
    if (::chmod(QFile::encodeName(path).constData(), fileRights) != 0)
        return notWritten(path, errno);
    return {};
}

base::Done copyFile(const QString &from, const QString &to)
{
    if (auto done = createFile(to); !done)
        return done;
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorKind::Storage, LedgerText::tr("%1 cannot be read.").arg(from),
                          source.errorString());
    QFile target(to);
    if (!target.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return notWritten(to, errno);
    static constexpr qint64 piece = 1 << 20;
    while (!source.atEnd()) {
        const QByteArray bytes = source.read(piece);
        if (bytes.isEmpty())
            return base::fail(base::ErrorKind::Storage,
                              LedgerText::tr("%1 cannot be read.").arg(from), source.errorString());
        if (target.write(bytes) != bytes.size())
            return notWritten(to, errno);
    }
    target.close();
    return syncFile(to);
}

base::Done replaceFile(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return notWritten(to, errno);
    return syncFolder(QFileInfo(to).absolutePath());
}

base::Done syncFile(const QString &path)
{
    return sync(path, O_RDWR);
}

base::Done syncFolder(const QString &path)
{
    return sync(path, O_RDONLY | O_DIRECTORY);
}

bool isWritable(const QString &path)
{
    return ::access(QFile::encodeName(path).constData(), W_OK) == 0;
}

QString shellWord(const QString &path)
{
    static constexpr QStringView plain = u"/._-+,:@%";
    const bool safe = std::all_of(path.begin(), path.end(), [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || plain.contains(c);
    });
    if (safe && !path.isEmpty())
        return path;
    return u'\'' + QString(path).replace(u"'"_s, u"'\\''"_s) + u'\'';
}

} // namespace ledger
