// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/target.h"
#include "publish/thread.h"

namespace wordpress {

/// A thread as one post: its updates one below the other, in the order in which they were told.
struct Content
{
    QString title; ///< HTML
    QString html;  ///< the whole body, with the mark of its thread and the digest of both

    bool operator==(const Content &) const = default;
};

/// Pure. The same thread gives the same content.
[[nodiscard]] Content contentOf(const publish::Thread &thread);

/// One update, from its status to the end of its text, as it stands in the content.
[[nodiscard]] QString updateHtml(const publish::Thread &thread, const publish::Update &update);

/// Whether a body bears the mark of this thread.
[[nodiscard]] bool belongsTo(const QString &html, const QString &threadKey);
/// Whether a body shows every update of the thread, each in its newest wording.
[[nodiscard]] bool showsAll(const QString &html, const publish::Thread &thread);
/// Whether title and body are still as Watchkeeper wrote them, whatever it was that it wrote.
[[nodiscard]] bool isUntouched(const QString &title, const QString &html);

/// The slugs of the categories that a new post is filed under.
[[nodiscard]] QStringList filedUnder(const publish::Thread &thread,
                                     const publish::TargetSpec &target);

/// The slug of the post: nobody else's, and the same whatever happens to its title.
[[nodiscard]] QString slugOf(const publish::Thread &thread);

} // namespace wordpress
