// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"

#include <map>
#include <QByteArray>
#include <QString>
#include <set>

namespace staticsite {

/// What the site knows of itself: which files are its own, and whether the last build got to its
/// end. It is also the mark by which a folder is known as ours.
struct Manifest
{
    /// How a thread was when it was last written.
    struct Written
    {
        QString month; ///< in whose list it stands
        QString stamp; ///< see stampOf()

        bool operator==(const Written &) const = default;
    };

    bool complete = false;              ///< the last build got to its end
    QString fingerprint;                ///< of what all its pages depend on; see fingerprintOf()
    std::set<QString> files;            ///< paths within the folder
    std::map<QString, Written> threads; ///< by key

    bool operator==(const Manifest &) const = default;
};

[[nodiscard]] QByteArray toJson(const Manifest &manifest);
/// A damaged one is read as one that knows nothing. Errors: Refused, if a newer version wrote it.
[[nodiscard]] base::Result<Manifest> manifestFromJson(const QByteArray &json);

} // namespace staticsite
