// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exposition/document.h"

#include <QString>
#include <tl/expected.hpp>

namespace exposition {

/// Why a document is refused.
struct Fault
{
    int line = 0;   ///< from 1; that of the last line of a group whose parts do not fit together
    QString reason; ///< one sentence or two for people, plain text
};

/// Nothing of a document that breaks its format is used: half an exposition is none.
[[nodiscard]] tl::expected<Document, Fault> parse(const QByteArray &bytes, Format format);

/// The format that a Content-Type names. Text if there is none, as older exporters send none;
/// nothing for anything else, such as a page of HTML.
[[nodiscard]] std::optional<Format> formatOf(QByteArrayView contentType);

/// The format of a document that came without a Content-Type: OpenMetrics if it ends in "# EOF".
[[nodiscard]] Format guessFormat(QByteArrayView bytes);

} // namespace exposition
