// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/incident.h"
#include "publish/thread.h"

namespace publish {

/// The thread as it is to stand at `target`: the revisions that were seen there, and the one that
/// is being published (`upToRevision`; empty for what stands there already). What it says of times
/// and components comes from the facts that its revisions were written from, so that nothing gets
/// out that was not published. No updates if nothing is public. Pure, and the same for the same
/// arguments: publishing again changes nothing.
[[nodiscard]] Thread threadOf(const incident::Incident &incident, const QString &upToRevision,
                              const QString &target);

} // namespace publish
