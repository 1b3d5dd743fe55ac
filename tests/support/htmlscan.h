// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QString>
#include <vector>

namespace support {

struct HtmlTag
{
    QString name;
    bool closing = false;
    QMap<QString, QString> attributes; ///< decoded
};

/// What a strict reader makes of HTML. The products of this project need none of the leniency of
/// browsers: every attribute is quoted, and only five characters are written as entities.
struct HtmlScan
{
    std::vector<HtmlTag> tags;
    QString text;  ///< what is between the tags, decoded
    QString fault; ///< the first thing that is not as it should be; empty if all is well
};

[[nodiscard]] HtmlScan scanHtml(const QString &html);

/// Decodes the entities that this project writes; `fault` is set for any other use of '&'.
[[nodiscard]] QString decodeEntities(const QString &text, QString *fault = nullptr);

} // namespace support
