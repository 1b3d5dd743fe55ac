// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <QString>

namespace base {

/// What went wrong, for code that has to choose what to do next. People read Error::text instead.
enum class ErrorKind {
    Input,       ///< what was typed or passed in cannot be used
    Refused,     ///< understood, but a rule of the product does not allow it
    NeedsReason, ///< allowed once somebody says why; ask, then try again with the reason
    NotFound,    ///< what was named does not exist
    Conflict,    ///< somebody else changed it meanwhile
    Storage,     ///< disk, database or file
    Network,     ///< no answer, or none that could be used
    Auth,        ///< credentials missing, wrong or not sufficient
    Timeout,     ///< the deadline passed
    Format,      ///< an answer or file that does not follow its format
    Cancelled,   ///< stopped by the user
    Internal,    ///< a fault of ours
};

/// Whether, and when, the same attempt may be made again.
struct Retry
{
    enum class When { Never, Now, After };

    When when = When::Never;
    std::chrono::seconds delay{0}; ///< only for After

    bool operator==(const Retry &) const = default;
};

/// An error as it is shown and logged.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString text;   ///< one sentence for the user: what is wrong and what to do
    QString detail; ///< for the log, already redacted; may be empty
    Retry retry;

    bool operator==(const Error &) const = default;
};

} // namespace base
