// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "staticsite/manifest.h"

#include <chrono>
#include <memory>
#include <optional>
#include <QLockFile>

namespace staticsite {

/// The folder that the site is written to. A reader never sees half a file; a folder that is not
/// ours, and what links inside it lead to, is never touched. While it is open, no other process
/// writes it. Paths are relative to it and made of [a-z0-9.-] and '/'.
///
/// Errors: Storage (with what to do; nothing that was there is lost), Refused (not our folder, or a
/// link in the way), Timeout (another process holds it).
class SiteFolder
{
public:
    /// Makes the folder, and the mark in it, if they are not there. `patience` is how long it waits
    /// for another process that is writing.
    [[nodiscard]] static base::Result<std::unique_ptr<SiteFolder>>
    open(const QString &path, std::chrono::milliseconds patience = std::chrono::seconds(10));

    [[nodiscard]] const Manifest &manifest() const { return m_manifest; }
    [[nodiscard]] base::Done saveManifest(Manifest manifest);

    /// Remembers, also if we end suddenly, that what stands here is not where it is served yet.
    [[nodiscard]] base::Done setDeployDue(bool due);

    /// Answers whether anything changed: what is there already is left alone.
    [[nodiscard]] base::Result<bool> write(const QString &file, const QByteArray &bytes);
    /// A file that is not there is removed already.
    [[nodiscard]] base::Done remove(const QString &file);

private:
    explicit SiteFolder(const QString &root);

    [[nodiscard]] base::Done claim(std::chrono::milliseconds patience);
    [[nodiscard]] base::Done readManifest();
    [[nodiscard]] base::Done appendToList(const QByteArray &lines);
    [[nodiscard]] base::Done rewriteList(const Manifest &manifest);

    QString m_root;
    QLockFile m_lock;
    Manifest m_manifest;
    bool m_listIsWhole = false; ///< it says what m_manifest does
    qint64 m_listSize = 0;      ///< bytes
    qint64 m_listBase = 0;      ///< bytes, when it was last written anew
};

/// Reads without locking, as readers do. Nothing if it is not there.
[[nodiscard]] base::Result<std::optional<QByteArray>> readSiteFile(const QString &root,
                                                                   const QString &file);
/// Whether the folder holds a site whose last build got to its end.
[[nodiscard]] bool isCompleteSite(const QString &root);
/// Whether what stands here is not where it is served yet; see SiteFolder::setDeployDue().
[[nodiscard]] bool isDeployDue(const QString &root);

} // namespace staticsite
