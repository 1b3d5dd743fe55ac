// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "http/message.h"
#include "publish/thread.h"

#include <QString>

namespace staticsite {

/// What a page that was written tells of one update.
struct UpdateOnPage
{
    QString status; ///< as in PublicStatus' table of names
    QString text;   ///< plain, white space collapsed

    bool operator==(const UpdateOnPage &) const = default;
};

/// Nothing if the page does not show this revision.
[[nodiscard]] std::optional<UpdateOnPage> updateOnPage(const QByteArray &html,
                                                       const QString &revision);

/// Reads the files of the site again. Fails unless the page, and the JSON list if the thread is
/// still in it, show this revision with its text and status.
[[nodiscard]] base::Done checkWritten(const QString &root, const publish::Thread &thread,
                                      const QString &revision);

/// The same for the thread's page as a server hands it out. Fails with Format, to be tried again,
/// while it is still an older one.
[[nodiscard]] base::Done checkServed(const http::Response &page, const publish::Thread &thread,
                                     const QString &revision);

} // namespace staticsite
