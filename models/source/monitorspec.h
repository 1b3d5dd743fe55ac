// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/enumnames.h"
#include "base/result.h"
#include "health/rule.h"
#include "incident/remedy.h"

#include <chrono>
#include <optional>
#include <QJsonObject>
#include <QString>

namespace source {

enum class Kind {
    Http,       ///< http:// and https://
    Tcp,        ///< tcp:// (connects) and tls:// (connects and checks the certificate)
    Dns,        ///< dns:NAME, dns://SERVER/NAME?type=AAAA
    Host,       ///< this machine
    Prometheus, ///< what an expression gives, asked of a Prometheus
    Exposition, ///< one sample of the page where an exporter shows its metrics
};

/// Those whose samples are a figure, and not whether and how fast something answers.
[[nodiscard]] constexpr bool isFigure(Kind kind)
{
    return kind == Kind::Prometheus || kind == Kind::Exposition;
}

/// Which IP protocol to use. A name with both kinds of address needs two monitors to watch both.
enum class Family { Any, V4, V6 };

/// Status codes that count as good, both ends included.
struct StatusRange
{
    int from = 200; ///< 100..599
    int to = 299;   ///< from..599

    [[nodiscard]] bool contains(int status) const { return status >= from && status <= to; }

    bool operator==(const StatusRange &) const = default;
};

/// One thing to watch, as the user set it up.
struct MonitorSpec
{
    QString id;   ///< given by the caller, never shown
    QString name; ///< for people
    Kind kind = Kind::Http;
    QString address; ///< "https://example.org/", "tcp://db:5432", "tls://mail:465"; empty for Host
    QString component; ///< the part of the service it tells about; may be empty
    std::chrono::milliseconds interval{20000}; ///< 1 s to 1 day
    std::chrono::milliseconds timeout{10000};  ///< 100 ms up to the interval
    /// Of a figure: PromQL, or for an exposition a sample such as `free_bytes{disk="/"}`. Of this
    /// machine its limits, which may be empty: `cpu>90, disk>95`.
    QString expression;
    std::optional<double> above; ///< a figure over this has failed
    std::optional<double> below; ///< a figure under this has failed; under `above` if both are set
    StatusRange expected;
    QString bodyContains; ///< of a page or a name server's answer; empty: it does not matter
    /// How many of the last `failOutOf` looks have to fail for an alert. In a row: both the same.
    int failAfter = 2;    ///< 1 to failOutOf
    int failOutOf = 2;    ///< up to 20
    int recoverAfter = 2; ///< good looks in a row that end the alert, 1 to 20
    /// The id of a monitor that this one stands on: while that one is down, this one raises no
    /// alert. May be empty.
    QString dependsOn;
    std::optional<double> slowMs; ///< over 0; a good answer that takes longer is slow
    bool followRedirects = false; ///< at most 5, and never to another host
    Family family = Family::Any;
    QString caFile; ///< PEM file of certificate authorities to trust besides the system's
    bool allowLinkLocal = false; ///< 169.254.0.0/16 and fe80::/10 are refused otherwise
    bool paused = false;
    std::optional<incident::Remedy> remedy; ///< what may mend it when its alert fires

    bool operator==(const MonitorSpec &) const = default;
};

/// All fields that differ from a new MonitorSpec, times in milliseconds.
[[nodiscard]] QJsonObject toJson(const MonitorSpec &spec);
/// Checked as validate() does. Unknown fields are left alone.
[[nodiscard]] base::Result<MonitorSpec> specFromJson(const QJsonObject &json);

/// Whether it can be run; the error is a sentence that says what to change.
[[nodiscard]] base::Done validate(const MonitorSpec &spec);

/// The rule a monitor gets when the user has not set one: what it says about failing,
/// slow after three steps over slowMs.
[[nodiscard]] health::Rule defaultRule(const MonitorSpec &spec);

} // namespace source

template <>
struct base::EnumNames<source::Kind>
{
    static constexpr base::NamedValue<source::Kind> table[] = {
        {source::Kind::Http, "http"},
        {source::Kind::Tcp, "tcp"},
        {source::Kind::Dns, "dns"},
        {source::Kind::Host, "host"},
        {source::Kind::Prometheus, "prometheus"},
        {source::Kind::Exposition, "exposition"},
    };
};

template <>
struct base::EnumNames<source::Family>
{
    static constexpr base::NamedValue<source::Family> table[] = {
        {source::Family::Any, "any"},
        {source::Family::V4, "ipv4"},
        {source::Family::V6, "ipv6"},
    };
};
