// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "http/message.h"

#include <QUrl>

namespace wordpress {

/// What people type or paste as the address of their site: https where they name no scheme, and
/// without what belongs to a page of it (wp-admin, a query). Ends in a slash. Errors: Input.
[[nodiscard]] base::Result<QUrl> siteAddress(const QString &typed);

/// Where a page says that the interface of its site is; not valid if it says nothing.
[[nodiscard]] QUrl interfaceIn(const http::Response &page);

} // namespace wordpress
