// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

/// Every setting there is: its key, its type and what it is when nobody has set it. Nothing here is
/// a secret. Keys are never spelled anywhere else.
namespace settings {

template <class T>
struct Setting
{
    const char *key;
    T fallback;
};

// Who is on call
inline const Setting<QString> author{"person/name", {}}; ///< empty: the account's name
inline const Setting<QString> zone{"person/zone", {}};   ///< IANA; empty: the machine's

// The service that is looked after
inline const Setting<QString> serviceName{"service/name", {}};
inline const Setting<QStringList> components{"service/components", {}};
/// Parts that planned work touches only when somebody has typed their names
inline const Setting<QStringList> guardedComponents{"service/guarded", {}};

// How posts are written
inline const Setting<QString> voice{"post/voice", QStringLiteral("we")}; ///< we, I

// What is watched: a JSON array of monitor specifications
inline const Setting<QByteArray> monitors{"health/monitors", {}};
// Servers that watch for us, and providers: a JSON array of upstream::Spec
inline const Setting<QByteArray> upstreams{"health/upstreams", {}};
/// Addresses that tell whether our own network works, such as tcp://192.0.2.1:53; empty: the
/// gateway alone
inline const Setting<QStringList> referenceHosts{"health/reference_hosts", {}};
// What somebody has seen and knows of: a JSON array of workflow::Acknowledgement
inline const Setting<QByteArray> acknowledged{"health/acknowledged", {}};
// What says that something was deployed: a JSON array of marks::Watched
inline const Setting<QByteArray> markSources{"health/mark_sources", {}};
inline const Setting<bool> watchHost{"health/this_machine", true};
/// Of this machine: `cpu>90, disk>95`, and for how many seconds before there is an alert
inline const Setting<QString> machineLimits{"health/machine_limits", {}};
inline const Setting<qint64> machineLimitHeld{"health/machine_limit_held", 60};

// The status page that Watchkeeper writes
inline const Setting<QString> siteFolder{"site/folder", {}}; ///< empty: "site" in the data folder
inline const Setting<QString> siteId{"site/id", {}};         ///< opaque; given once
inline const Setting<qint64> siteSince{"site/since",
                                       0}; ///< UTC seconds; records are kept from then on
inline const Setting<QString> siteUrl{"site/url", {}}; ///< where readers find it; may be empty
inline const Setting<QString> siteFooter{"site/footer", {}};
inline const Setting<QString> siteLanguage{"site/language", {}}; ///< BCP 47; empty: the program's
inline const Setting<QString> siteAccent{"site/accent", {}};     ///< "#rrggbb"; empty: our own
inline const Setting<QString> siteAccentDark{"site/accent_dark", {}};
inline const Setting<QString> siteBand{"site/band", {}}; ///< behind the name; empty: as the page
inline const Setting<QString> siteLogo{"site/logo", {}}; ///< a file in the data folder

// Where else posts go: a JSON array of publish::TargetSpec. Their passwords are in the keyring
inline const Setting<QByteArray> targets{"publish/targets", {}};
// Those to which nothing is sent until a person resumes them, by name
inline const Setting<QStringList> pausedTargets{"publish/paused", {}};

// The window
inline const Setting<QString> theme{"window/theme",
                                    QStringLiteral("system")}; ///< system, light, dark
inline const Setting<QByteArray> windowGeometry{"window/geometry", {}};
inline const Setting<QByteArray> consoleSplitter{"window/console_splitter", {}};

} // namespace settings
