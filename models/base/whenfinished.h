// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QCoreApplication>
#include <QFutureWatcher>

namespace base {

/// Calls `then` with the answer, in the thread of `context`, unless `context` is gone by then. A
/// future that was cancelled answers ErrorKind::Cancelled.
///
/// QFuture::then(context, …) of Qt 6.4 may not be used where the context can end first: it asserts
/// that it is still there.
template <class T, class Then>
void whenFinished(QObject *context, const QFuture<Result<T>> &future, Then then)
{
    using Watcher = QFutureWatcher<Result<T>>;
    auto *watcher = new Watcher(context);
    QObject::connect(watcher, &Watcher::finished, context, [watcher, then] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0) {
            then(watcher->result());
            return;
        }
        Error error{ErrorKind::Cancelled,
                    QCoreApplication::translate("base", "It was broken off. Try again."),
                    {},
                    {Retry::When::Now, {}}};
        then(Result<T>(tl::make_unexpected(std::move(error))));
    });
    watcher->setFuture(future);
}

} // namespace base
