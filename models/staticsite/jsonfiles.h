// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "staticsite/edition.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <vector>

/// The files under api/v2 that any reader of the Statuspage API understands. Times are exact there,
/// so a rough one is given by its middle.
namespace staticsite {

/// One line, in which nothing can be taken for HTML.
[[nodiscard]] QByteArray jsonBytes(const QJsonObject &members);

struct JsonFile
{
    QString path; ///< "api/v2/summary.json"
    QByteArray (*write)(const Edition &);
};

/// All eight. The summary is last: who reads it finds the others as new as it is.
[[nodiscard]] const std::vector<JsonFile> &jsonFiles();

} // namespace staticsite
