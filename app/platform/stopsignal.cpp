// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/stopsignal.h"

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace app {

namespace {

sigset_t stopSignals()
{
    sigset_t wanted;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGINT);
    sigaddset(&wanted, SIGTERM);
    return wanted;
}

int descriptor()
{
    const sigset_t wanted = stopSignals();
    pthread_sigmask(SIG_BLOCK, &wanted, nullptr);
    return signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
}

} // namespace

StopSignal::StopSignal(QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor())
    , m_notifier(m_descriptor, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
        signalfd_siginfo info{};
        while (read(m_descriptor, &info, sizeof info) == sizeof info)
            emit raised();
    });
}

StopSignal::~StopSignal()
{
    m_notifier.setEnabled(false);
    close(m_descriptor);
    const sigset_t wanted = stopSignals();
    pthread_sigmask(SIG_UNBLOCK, &wanted, nullptr);
}

} // namespace app
