// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>

namespace deploy {

/// For a command of the user's own, before it starts: it reads nothing, gets none of our secrets
/// in its environment, writes all to one channel, leads a group of its own and dies with us.
void prepareOwn(QProcess &process);

/// Sends a signal to it and to all that it has started.
void signalOwn(qint64 processId, int signal);

} // namespace deploy
