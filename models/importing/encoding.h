// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <QByteArray>

namespace importing {

/// The largest file or feed page, in bytes.
inline constexpr qint64 mostBytes = 16 * 1024 * 1024;

struct DecodedText
{
    QString text;
    QString warning; ///< a sentence; empty if the bytes were what they say
};

/// Text from bytes: by its byte order mark, then by what an XML declaration says, then by
/// `charset` (as HTTP names it; may be empty), then as UTF-8. Bytes that are not valid are read as
/// Windows-1252, with a warning. Errors: Format for an encoding that this machine does not know and
/// for what is no text; Input if it is over mostBytes.
[[nodiscard]] base::Result<DecodedText> decoded(const QByteArray &bytes, const QByteArray &charset);

/// The charset parameter of a Content-Type; empty if it has none.
[[nodiscard]] QByteArray charsetOf(const QByteArray &contentType);

} // namespace importing
