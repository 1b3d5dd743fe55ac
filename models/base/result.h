// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

namespace base {

template <class T>
using Result = tl::expected<T, Error>;

/// Success without a value.
using Done = Result<void>;

/// `return fail(ErrorKind::Input, tr("…"));`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, QString text, QString detail = {})
{
    return tl::make_unexpected(Error{kind, std::move(text), std::move(detail), {}});
}

/// Hands the error of one Result on as the error of another.
template <class T>
[[nodiscard]] tl::unexpected<Error> passOn(const Result<T> &failed)
{
    return tl::make_unexpected(failed.error());
}

} // namespace base
