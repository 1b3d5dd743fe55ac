// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <QFuture>
#include <QPromise>

namespace base {

/// An answer that somebody waits for already.
template <class T>
[[nodiscard]] std::shared_ptr<QPromise<T>> promised()
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    return promise;
}

template <class T>
void keep(QPromise<T> &promise, T value)
{
    promise.addResult(std::move(value));
    promise.finish();
}

/// An answer that is there already.
template <class T>
[[nodiscard]] QFuture<T> ready(T value)
{
    const auto promise = promised<T>();
    keep(*promise, std::move(value));
    return promise->future();
}

} // namespace base
