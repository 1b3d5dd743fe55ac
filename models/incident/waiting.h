// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/values.h"

namespace incident {

/// Somebody was asked and has not answered; a page that was read owes nothing.
[[nodiscard]] inline bool isWaiting(const ProviderContact &contact)
{
    return contact.answer.isEmpty() && contact.channel != Channel::StatusPage;
}

} // namespace incident
