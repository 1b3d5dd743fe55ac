// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "entry/form.h"
#include "workflow/desk.h"

namespace workflow {

/// Stores what the retrospective form says, all or nothing; whoever calls has shown it and had it
/// confirmed. A cause of status unknown is "not known yet". Errors: Input for what is not clear
/// yet, NeedsReason where a rule wants one (Details::reason), Refused.
[[nodiscard]] base::Result<incident::Incident>
storeRetrospective(Desk &desk, const entry::Form &form, const entry::Details &details,
                   const incident::Cause &cause = {});

} // namespace workflow
