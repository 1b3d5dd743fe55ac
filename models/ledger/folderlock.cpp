// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/folderlock.h"

#include "ledger/text.h"

#include <cerrno>
#include <cstring>
#include <thread>
#include <utility>

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

constexpr off_t gate = 0;
constexpr off_t users = 1;
constexpr std::chrono::milliseconds pause{10};

} // namespace

base::Result<FolderLock> FolderLock::open(const QString &dataDir, std::chrono::milliseconds wait)
{
    const QString path = dataDir + u"/ledger.lock"_s;
    FolderLock lock;
    lock.m_wait = wait;
    lock.m_fd = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock.m_fd < 0)
        return base::fail(
            base::ErrorKind::Storage,
            LedgerText::tr("The folder %1 cannot be written. Give yourself the right to write to "
                           "it, or choose another folder with --data.")
                .arg(dataDir),
            QString::fromLocal8Bit(std::strerror(errno)));
    return lock;
}

FolderLock::FolderLock(FolderLock &&other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
    , m_wait(other.m_wait)
{}

FolderLock &FolderLock::operator=(FolderLock &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    std::swap(m_wait, other.m_wait);
    return *this;
}

FolderLock::~FolderLock()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

base::Done FolderLock::enter()
{
    if (lock(F_WRLCK, gate))
        return {};
    return base::fail(
        base::ErrorKind::Timeout,
        LedgerText::tr("Another Watchkeeper is just opening this folder. Try again."));
}

void FolderLock::leave()
{
    (void)lock(F_UNLCK, gate);
}

base::Done FolderLock::use()
{
    if (lock(F_RDLCK, users))
        return {};
    return base::fail(
        base::ErrorKind::Timeout,
        LedgerText::tr("Another Watchkeeper is just replacing this ledger. Try again."));
}

base::Done FolderLock::useAlone()
{
    if (lock(F_WRLCK, users))
        return {};
    return base::fail(
        base::ErrorKind::Refused,
        LedgerText::tr("Another Watchkeeper has this folder open. Close it, then try again."));
}

bool FolderLock::lock(short type, off_t byte) const
{
    // Open file description locks: unlike the older kind they also hold between two ledgers of one
    // process, and closing some other descriptor of the file does not drop them.
    struct flock range = {};
    range.l_type = type;
    range.l_whence = SEEK_SET;
    range.l_start = byte;
    range.l_len = 1;
    const auto end = std::chrono::steady_clock::now() + m_wait;
    while (::fcntl(m_fd, F_OFD_SETLK, &range) != 0) {
        const bool taken = errno == EAGAIN || errno == EACCES || errno == EINTR;
        if (!taken || std::chrono::steady_clock::now() >= end)
            return false;
        std::this_thread::sleep_for(pause);
    }
    return true;
}

} // namespace ledger
