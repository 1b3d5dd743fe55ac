// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/command/invocation.h"

namespace app {

/// `history similar REF`
int historySimilar(Invocation &call);
/// `history export REF`
int historyExport(Invocation &call);
/// `import incident FILE`
int importIncidentFile(Invocation &call);

} // namespace app
