// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/verdict.h"

#include <cmath>
#include <QDateTime>

namespace source {

using namespace Qt::StringLiterals;

namespace {

/// To the microsecond: more is noise.
QJsonValue jsonMs(const std::optional<double> &ms)
{
    return ms ? QJsonValue(std::round(*ms * 1000) / 1000) : QJsonValue();
}

QString iso(base::InstantMs at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC)
        .toString(Qt::ISODateWithMs);
}

void addTo(std::optional<double> &sum, const std::optional<double> &part)
{
    if (part)
        sum = sum.value_or(0) + *part;
}

} // namespace

void Phases::add(const Phases &further)
{
    addTo(resolve, further.resolve);
    addTo(connect, further.connect);
    addTo(tls, further.tls);
    addTo(processing, further.processing);
    addTo(transfer, further.transfer);
}

health::Sample ProbeVerdict::sample() const
{
    health::Sample sample{at, quality};
    if (totalMs && (quality == health::Quality::Ok || quality == health::Quality::Failed))
        sample.value = *totalMs;
    return sample;
}

QJsonObject toJson(const ProbeVerdict &verdict)
{
    const Phases &phases = verdict.phases;
    QJsonObject json{
        {u"quality"_s, base::toName(verdict.quality)},
        {u"finding"_s, base::toName(verdict.finding)},
        {u"sentence"_s, verdict.sentence},
        {u"at"_s, iso(verdict.at)},
        {u"total_ms"_s, jsonMs(verdict.totalMs)},
        {u"phases_ms"_s, QJsonObject{{u"resolve"_s, jsonMs(phases.resolve)},
                                     {u"connect"_s, jsonMs(phases.connect)},
                                     {u"tls"_s, jsonMs(phases.tls)},
                                     {u"processing"_s, jsonMs(phases.processing)},
                                     {u"transfer"_s, jsonMs(phases.transfer)}}},
        {u"status"_s, verdict.status > 0 ? QJsonValue(verdict.status) : QJsonValue()},
        {u"ip"_s, verdict.ip.isEmpty() ? QJsonValue() : QJsonValue(verdict.ip)},
        {u"ip_version"_s, verdict.ipVersion > 0 ? QJsonValue(verdict.ipVersion) : QJsonValue()},
        {u"body_bytes"_s, verdict.bodyBytes},
    };
    if (verdict.certificateEnds) {
        json[u"certificate_ends"_s] = iso(*verdict.certificateEnds);
        json[u"certificate_days"_s] = verdict.certificateDays.value_or(0);
    }
    if (!verdict.tlsVersion.isEmpty())
        json[u"tls_version"_s] = verdict.tlsVersion;
    return json;
}

} // namespace source
