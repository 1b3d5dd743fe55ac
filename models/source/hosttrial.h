// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "source/hostreader.h"
#include "source/verdict.h"

#include <QFuture>

class QObject;

namespace source {

/// One look at this machine, in a sentence. It takes a second, as rates need two readings. Not
/// measured if nothing can be read. `clock` and `context` outlive it.
[[nodiscard]] QFuture<base::Result<ProbeVerdict>>
lookAtHost(const base::Clock &clock, QObject *context, HostReader reader = HostReader());

} // namespace source
