// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exposition/parse.h"

#include "exposition/grammars.h"
#include "exposition/words.h"

namespace exposition {

namespace {

/// Of bytes that are not valid UTF-8. A line feed is never a part of a longer character.
int firstInvalidLine(QByteArrayView bytes)
{
    int line = 1;
    for (qsizetype at = 0; at < bytes.size(); ++line) {
        const qsizetype end = bytes.indexOf('\n', at);
        const qsizetype length = (end < 0 ? bytes.size() : end) - at;
        if (!bytes.sliced(at, length).isValidUtf8())
            break;
        at += length + 1;
    }
    return line;
}

} // namespace

tl::expected<Document, Fault> parse(const QByteArray &bytes, Format format)
{
    if (!bytes.isValidUtf8())
        return tl::make_unexpected(
            Fault{firstInvalidLine(bytes), Words::tr("The text is not valid UTF-8.")});
    return format == Format::Text ? parseText(bytes) : parseOpenMetrics(bytes);
}

std::optional<Format> formatOf(QByteArrayView contentType)
{
    const qsizetype end = contentType.indexOf(';');
    const QByteArray type =
        (end < 0 ? contentType : contentType.first(end)).trimmed().toByteArray().toLower();
    if (type == "application/openmetrics-text")
        return Format::OpenMetrics;
    if (type.isEmpty() || type == "text/plain")
        return Format::Text;
    return std::nullopt;
}

Format guessFormat(QByteArrayView bytes)
{
    const QByteArrayView body = bytes.endsWith('\n') ? bytes.chopped(1) : bytes;
    const bool endsInMark = body == "# EOF" || body.endsWith("\n# EOF");
    return endsInMark ? Format::OpenMetrics : Format::Text;
}

} // namespace exposition
