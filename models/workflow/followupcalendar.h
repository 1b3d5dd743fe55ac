// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/desk.h"

namespace workflow {

/// The follow-ups that have a due time as a calendar (RFC 5545): each is an event of the whole day
/// on which it falls due, by the zone of the desk. Events, as many calendars leave out the tasks of
/// a file. Its UID is for life and its SEQUENCE counts the changes, so that a calendar that takes
/// in a newer file follows; what is done or dropped is called off there. Errors: NotFound if none
/// has a due time.
[[nodiscard]] base::Result<QByteArray> followUpCalendar(const Desk &desk);

} // namespace workflow
