// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/thread.h"

namespace publish {

struct Component
{
    QString name;
    QString description;          ///< may be empty
    std::optional<Instant> since; ///< records are kept from then on; nothing: since the page's

    bool operator==(const Component &) const = default;
};

/// How the page looks. Checked before it is kept; see look.h.
struct Look
{
    QString accent;     ///< of links on a light ground, "#2f5fd0"; empty: our own
    QString accentDark; ///< the same on a dark ground
    QString band;       ///< ground of the head of every page; empty: that of the page
    QByteArray logo;    ///< an image file; empty: none
    QString logoFile;   ///< what it is called on the site, "logo.svg"

    bool operator==(const Look &) const = default;
};

/// A status page: what is set for it, and all that was published on it.
struct Page
{
    QString id;       ///< opaque and stable
    QString name;     ///< "Example shop"
    QString url;      ///< where readers find it, "https://status.example.org/"; empty if not known
    QString zone;     ///< IANA name of the zone that its times are in
    QString language; ///< BCP 47, "en-GB"
    QString footer;   ///< plain text; may be empty
    Look look;
    std::optional<Instant> since;      ///< records are kept from then on; before, nothing is known
    std::vector<Component> components; ///< in the order in which they are shown
    std::vector<Thread> threads;       ///< in any order; those without updates are left out

    bool operator==(const Page &) const = default;
};

/// 16 hexadecimal digits that stay the same as long as the name does.
[[nodiscard]] QString componentId(const QString &name);

} // namespace publish
