// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <ctime>
#include <QApplication>
#include <QThread>

/// What one clock of this process has counted, ms.
[[nodiscard]] inline double counted(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) * 1000 + double(time.tv_nsec) / 1'000'000;
}

/// Times each event of the window's thread on its way to whoever handles it, by the processor time
/// of the thread: the clock on the wall would say what else the machine does. It is kept beside it
/// all the same, since waiting for a disk costs no processor time.
class TimedApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        // Other threads bring their events here too.
        if (QThread::currentThread() != thread() || m_isWithin)
            return QApplication::notify(receiver, event);
        const QByteArray name = receiver->metaObject()->className();
        const auto type = event->type();
        m_isWithin = true;
        const double before = counted(CLOCK_THREAD_CPUTIME_ID);
        const double began = counted(CLOCK_MONOTONIC);
        const bool taken = QApplication::notify(receiver, event);
        const double took = counted(CLOCK_THREAD_CPUTIME_ID) - before;
        m_longestOnWall = std::max(m_longestOnWall, counted(CLOCK_MONOTONIC) - began);
        m_isWithin = false;
        ++m_count;
        if (took > m_longest) {
            m_longest = took;
            m_name = name + ", event " + QByteArray::number(type);
        }
        return taken;
    }

    void forget()
    {
        m_longest = 0;
        m_longestOnWall = 0;
        m_count = 0;
    }

    [[nodiscard]] QString longest() const
    {
        return QStringLiteral(
                   "%1 events, the longest %2 ms of the processor (%3), %4 ms on the wall")
            .arg(m_count)
            .arg(m_longest, 0, 'f', 1)
            .arg(QString::fromLatin1(m_name))
            .arg(m_longestOnWall, 0, 'f', 1);
    }

private:
    bool m_isWithin = false;
    qint64 m_count = 0;
    double m_longest = 0;
    double m_longestOnWall = 0;
    QByteArray m_name;
};
