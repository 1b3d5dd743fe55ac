// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

#include <QDeadlineTimer>
#include <QProcess>

namespace support {

/// A process that says a line for each thing it has done, and that may be killed at any moment.
class ChildProcess
{
public:
    ChildProcess(const QString &program, const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, arguments);
    }
    ~ChildProcess()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    /// Until it has said so many lines, or has ended.
    void waitForLines(qsizetype count)
    {
        while (m_output.count('\n') < count && m_process.state() != QProcess::NotRunning) {
            m_process.waitForReadyRead(50);
            m_output += m_process.readAllStandardOutput();
        }
    }

    /// SIGKILL, so that it gets no chance to tidy up: that long after the condition holds, or when
    /// it has ended by itself.
    void killAfter(std::chrono::microseconds delay, const std::function<bool()> &condition = {})
    {
        // Busy: the point is to hit a moment more exactly than a scheduler would wake us.
        while (condition && !condition() && m_process.state() != QProcess::NotRunning)
            m_process.waitForFinished(0);
        const QDeadlineTimer end(delay, Qt::PreciseTimer);
        while (!end.hasExpired()) {
        }
        m_process.kill();
        finish();
    }

    /// Waits for its end; answers with its exit code, or -1 if it was killed.
    int finish()
    {
        m_process.waitForFinished(240'000);
        m_output += m_process.readAllStandardOutput();
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

    /// The whole lines that it has said, without those that were cut off.
    [[nodiscard]] QStringList lines() const
    {
        QStringList lines = QString::fromUtf8(m_output).split(QLatin1Char('\n'));
        lines.removeLast();
        return lines;
    }

private:
    QProcess m_process;
    QByteArray m_output;
};

} // namespace support
