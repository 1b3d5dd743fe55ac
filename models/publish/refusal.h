// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "http/message.h"

namespace publish {

/// What to tell the user of a refusal: sentences in which %1 is the place that answered.
struct RefusalWords
{
    QString unauthorized; ///< status 401
    QString forbidden;    ///< status 403
    QString unknown;      ///< status 404
};

/// A target does not do what was asked. `said` is its own word for it, plain text of one line,
/// shown where no sentence fits. Kinds Auth, NotFound (worth another look later) and Refused.
[[nodiscard]] base::Error refusalOf(const http::Response &response, const QString &said,
                                    const RefusalWords &words);

/// Nothing is there; another look later may find it. `sentence` has a %1 for the place.
[[nodiscard]] base::Error notFound(const http::Response &response, const QString &sentence,
                                   const QString &detail = {});

} // namespace publish
