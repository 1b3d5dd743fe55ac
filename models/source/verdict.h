// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "health/sample.h"
#include "source/monitorspec.h"

#include <optional>
#include <QJsonObject>
#include <QString>

namespace source {

/// What one probe found, for code. People read ProbeVerdict::sentence.
enum class Finding {
    Ok,
    Slow,
    NameNotFound,
    ConnectionRefused,
    Unreachable,
    TimedOut,
    ConnectionLost, ///< closed or reset before the answer was complete
    CertificateExpired,
    CertificateNotYetValid,
    CertificateUntrusted,
    CertificateWrongHost,
    TlsFailed,
    NotHttp,
    WrongStatus,
    Redirected, ///< a redirect that was not followed
    BodyMismatch,
    WrongRecord,      ///< the name server answers something else than expected
    NameServerFailed, ///< it answers that it cannot
    OutOfLimits,      ///< a figure over or under what it may be
    NoFigure,       ///< the place that knows the figure has none, or does not answer; not measured
    SetupFault,     ///< a file that the probe needs cannot be used; not measured
    AddressRefused, ///< a place that probes do not go to; not measured
    NoNetwork,      ///< this machine itself is not connected; not measured
    Missed,         ///< this machine slept or was too busy; not measured
    Paused,
};

/// Where the time went, in ms. What was not reached has no value; a repeated phase (redirects) adds
/// up. No phase is shorter than it was seen to be: they are measured on the probe's own socket.
struct Phases
{
    std::optional<double> resolve;    ///< name to addresses; none for a numeric address
    std::optional<double> connect;    ///< TCP, addresses that did not answer included
    std::optional<double> tls;        ///< handshake
    std::optional<double> processing; ///< request sent to first byte of the answer
    std::optional<double> transfer;   ///< first byte to last byte

    /// Adds the phases of a further connection.
    void add(const Phases &further);

    bool operator==(const Phases &) const = default;
};

struct ProbeVerdict
{
    health::Quality quality = health::Quality::NotMeasured;
    Finding finding = Finding::Missed;
    QString sentence;     ///< what is wrong, or that all is well, in words; plain text
    base::InstantMs at{}; ///< when the probe began
    std::optional<double> totalMs;
    Phases phases;
    int status = 0;                               ///< HTTP status, 0 without an answer
    std::optional<base::Instant> certificateEnds; ///< the earliest in the chain the server sent
    std::optional<int> certificateDays;           ///< whole days until then, negative when over
    QString tlsVersion;                           ///< "TLSv1.3", empty without TLS
    QString ip;                                   ///< the address connected to, empty if none was
    int ipVersion = 0;                            ///< 4 or 6, 0 if not connected
    qint64 bodyBytes = 0;                         ///< bytes of body read; reading stops at 1 MiB

    bool operator==(const ProbeVerdict &) const = default;

    [[nodiscard]] health::Sample sample() const;
};

/// As `watchkeeper check --json` prints it.
[[nodiscard]] QJsonObject toJson(const ProbeVerdict &verdict);

} // namespace source

template <>
struct base::EnumNames<source::Finding>
{
    static constexpr base::NamedValue<source::Finding> table[] = {
        {source::Finding::Ok, "ok"},
        {source::Finding::Slow, "slow"},
        {source::Finding::NameNotFound, "name_not_found"},
        {source::Finding::ConnectionRefused, "connection_refused"},
        {source::Finding::Unreachable, "unreachable"},
        {source::Finding::TimedOut, "timed_out"},
        {source::Finding::ConnectionLost, "connection_lost"},
        {source::Finding::CertificateExpired, "certificate_expired"},
        {source::Finding::CertificateNotYetValid, "certificate_not_yet_valid"},
        {source::Finding::CertificateUntrusted, "certificate_untrusted"},
        {source::Finding::CertificateWrongHost, "certificate_wrong_host"},
        {source::Finding::TlsFailed, "tls_failed"},
        {source::Finding::NotHttp, "not_http"},
        {source::Finding::WrongStatus, "wrong_status"},
        {source::Finding::Redirected, "redirected"},
        {source::Finding::BodyMismatch, "body_mismatch"},
        {source::Finding::WrongRecord, "wrong_record"},
        {source::Finding::NameServerFailed, "name_server_failed"},
        {source::Finding::OutOfLimits, "out_of_limits"},
        {source::Finding::NoFigure, "no_figure"},
        {source::Finding::SetupFault, "setup_fault"},
        {source::Finding::AddressRefused, "address_refused"},
        {source::Finding::NoNetwork, "no_network"},
        {source::Finding::Missed, "missed"},
        {source::Finding::Paused, "paused"},
    };
};
