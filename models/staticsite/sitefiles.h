// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "staticsite/edition.h"

#include <functional>
#include <QByteArray>
#include <set>

namespace staticsite {

/// One file of the site and how it is made.
struct SiteFile
{
    QString path;
    std::function<QByteArray()> render;
};

/// Which files of the edition to make: everything, or those of these threads, months and their
/// years, and what every change may show in (front page, components, maintenance, feeds, calendar,
/// JSON).
struct Scope
{
    bool everything = false;
    std::set<QString> threads; ///< keys
    std::set<QString> months;
};

/// In the order in which they are to be written: what is linked to comes before what links to it,
/// and the JSON summary last. The edition must outlive the list.
[[nodiscard]] std::vector<SiteFile> filesOf(const Edition &edition, const Scope &scope);

/// The paths of all files of a full build.
[[nodiscard]] std::set<QString> pathsOf(const Edition &edition);

/// Changes whenever every page has to be made again: the page's settings, and the templates.
[[nodiscard]] QString fingerprintOf(const publish::Page &page);

} // namespace staticsite
