// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/rehearsal/practiceprocess.h"

#include <QCoreApplication>

namespace app {

using namespace Qt::StringLiterals;
using base::Done;

namespace {

constexpr int startTimeoutMs = 10'000;
constexpr int stopTimeoutMs = 3'000;

} // namespace

PracticeProcess::~PracticeProcess()
{
    stop();
}

Done PracticeProcess::start()
{
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.start(QCoreApplication::applicationFilePath(),
                    {u"practice-service"_s, u"--port"_s, QString::number(m_port)});
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(startTimeoutMs)) {
            return base::fail(base::ErrorKind::Internal,
                              tr("The practice service did not start: %1")
                                  .arg(QString::fromUtf8(m_process.readAllStandardError())));
        }
    }
    m_port = m_process.readLine().trimmed().toUShort();
    return {};
}

void PracticeProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(stopTimeoutMs);
}

Done PracticeProcess::setBreakage(Breakage breakage)
{
    if (breakage == Breakage::Killed) {
        stop();
        return {};
    }
    if (m_process.state() == QProcess::NotRunning) {
        if (const Done started = start(); !started)
            return started;
    }
    m_process.write(base::toName(breakage).toLatin1() + '\n');
    return {};
}

QString PracticeProcess::address() const
{
    return u"http://127.0.0.1:%1/"_s.arg(m_port);
}

} // namespace app
