// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/status.h"

namespace provider {

/// Asks for a feed at its own address. At most three redirects are followed.
[[nodiscard]] http::Request feedRequest(const QUrl &feed);

/// What the entries of the last day in an RSS or Atom feed say that is not over. An entry is over,
/// planned or under way by the first of the words that status pages use ("Resolved - …"); one
/// without such a word counts as not over. A feed does not say how bad it is: everything is Minor,
/// or Maintenance. The error is a sentence that says what is wrong.
[[nodiscard]] base::Result<Status> statusFromFeed(const http::Response &response,
                                                  base::InstantMs now);

} // namespace provider
