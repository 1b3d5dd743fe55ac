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

/// The small part: whether the build got to its end, and what its pages depend on.
[[nodiscard]] QByteArray markOf(const Manifest &manifest);
/// A damaged one is read as one that knows nothing. Sites of earlier versions have all in it.
/// Errors: Refused, if a newer version wrote it.
[[nodiscard]] base::Result<Manifest> manifestFromMark(const QByteArray &json);

/// Files and threads, a line for each change. So a post appends a few lines, however many there
/// are already.
[[nodiscard]] QByteArray linesBetween(const Manifest &before, const Manifest &after);
/// Lines that cannot be read, such as one that was cut off, are passed over.
void applyLines(Manifest &manifest, const QByteArray &lines);

} // namespace staticsite
