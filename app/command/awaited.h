// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "base/whenfinished.h"

#include <QEventLoop>
#include <QFuture>

namespace app {

/// The answer, when it is there. A command has nothing else to do meanwhile.
template <class T>
[[nodiscard]] base::Result<T> awaited(const QFuture<base::Result<T>> &future)
{
    QEventLoop loop;
    base::Result<T> answer = base::fail(base::ErrorKind::Cancelled, {});
    base::whenFinished(&loop, future, [&](const base::Result<T> &result) {
        answer = result;
        loop.quit();
    });
    loop.exec();
    return answer;
}

} // namespace app
