// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "base/enumnames.h"
#include "base/result.h"
#include "http/message.h"

#include <optional>
#include <QStringList>
#include <vector>

/// The status pages of those that our service stands on.
namespace provider {

/// How bad a provider says it is, mildest first.
enum class Impact { None, Maintenance, Minor, Major, Critical };

/// Something that the provider tells its readers about and that is not over.
struct Notice
{
    QString id;
    QString title;  ///< plain text
    QString status; ///< the provider's word, such as "identified"
    Impact impact = Impact::None;
    std::optional<base::InstantMs> startedAt;
    QString latest;    ///< its latest words, plain text, one line
    QStringList parts; ///< of the provider's service

    bool operator==(const Notice &) const = default;
};

struct Part
{
    QString name;
    QString status; ///< "operational", "degraded_performance", "partial_outage", "major_outage" …

    [[nodiscard]] bool isWell() const { return status == QLatin1StringView("operational"); }
    bool operator==(const Part &) const = default;
};

struct Status
{
    QString page; ///< what the page calls itself
    Impact impact = Impact::None;
    QString sentence; ///< the provider's own, such as "All Systems Operational"
    std::vector<Notice> notices;
    std::vector<Part> parts; ///< groups left out

    bool operator==(const Status &) const = default;
};

/// Asks for the summary of a page whose address is `page`, as people open it. At most three
/// redirects are followed.
[[nodiscard]] http::Request summaryRequest(const QUrl &page);

/// Of the answer to that. Any Statuspage-compatible page has one; fields that it leaves out are
/// empty. The error is a sentence that says what is wrong.
[[nodiscard]] base::Result<Status> statusFrom(const http::Response &response);

} // namespace provider

template <>
struct base::EnumNames<provider::Impact>
{
    static constexpr base::NamedValue<provider::Impact> table[] = {
        {provider::Impact::None, "none"},         {provider::Impact::Maintenance, "maintenance"},
        {provider::Impact::Minor, "minor"},       {provider::Impact::Major, "major"},
        {provider::Impact::Critical, "critical"},
    };
};
