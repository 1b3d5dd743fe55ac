// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/dnsprobe.h"

#include "http/words.h"

#include <algorithm>
#include <QCoreApplication>
#include <QLocale>
#include <QUrlQuery>

namespace source {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(source)
};

constexpr qsizetype mostShown = 200;

struct NamedType
{
    QLatin1StringView name;
    QDnsLookup::Type type;
};

constexpr NamedType types[] = {{"A"_L1, QDnsLookup::A},
                               {"AAAA"_L1, QDnsLookup::AAAA},
                               {"CNAME"_L1, QDnsLookup::CNAME},
                               {"TXT"_L1, QDnsLookup::TXT}};

tl::unexpected<base::Error> refuse(const QString &sentence)
{
    return base::fail(base::ErrorKind::Input, sentence);
}

QString withoutDot(const QString &name)
{
    return name.endsWith(u'.') ? name.chopped(1) : name;
}

/// As the record of this type compares them.
bool isValue(QDnsLookup::Type type, const QString &found, const QString &wanted)
{
    if (type == QDnsLookup::TXT)
        return found.contains(wanted);
    if (type == QDnsLookup::CNAME)
        return withoutDot(found).compare(withoutDot(wanted), Qt::CaseInsensitive) == 0;
    return QHostAddress(found) == QHostAddress(wanted);
}

QString listed(const QStringList &values)
{
    QString text = values.join(", "_L1);
    if (text.size() > mostShown)
        text = text.left(mostShown) + u'…';
    return text;
}

} // namespace

QString nameOf(QDnsLookup::Type type)
{
    const auto found = std::ranges::find(types, type, &NamedType::type);
    return found == std::end(types) ? QString() : QString(found->name);
}

base::Result<DnsQuestion> dnsQuestion(const QUrl &url)
{
    DnsQuestion question;
    question.name = url.path().mid(1);
    if (question.name.isEmpty() || question.name.contains(u'/') || question.name.size() > 253)
        return refuse(Words::tr("Which name? Write it as in dns:shop.example.org or "
                                "dns://192.0.2.53/shop.example.org?type=TXT."));
    const QString type = QUrlQuery(url.query()).queryItemValue(u"type"_s).toUpper();
    const auto known = std::ranges::find(types, type, &NamedType::name);
    if (known == std::end(types) && !type.isEmpty())
        return refuse(Words::tr("Records of the type %1 cannot be watched. Use A, AAAA, CNAME or "
                                "TXT.")
                          .arg(type));
    if (known != std::end(types))
        question.type = known->type;
    if (!url.host().isEmpty() && !question.server.setAddress(url.host()))
        return refuse(Words::tr("The name server is given by its IP address, such as "
                                "dns://192.0.2.53/shop.example.org."));
    if (url.port() >= 0 && url.port() != 53)
        return refuse(Words::tr("Name servers are asked at port 53. Leave the port out."));
    return question;
}

void DnsProbe::begin()
{
    m_question = dnsQuestion(QUrl(spec().address)).value_or(DnsQuestion());
    m_lookup = new QDnsLookup(m_question.type, m_question.name, m_question.server, this);
    connect(m_lookup, &QDnsLookup::finished, this, &DnsProbe::answered);
    m_lookup->lookup();
}

void DnsProbe::drop()
{
    m_lookup->disconnect(this);
    m_lookup->abort();
    m_lookup->deleteLater();
}

void DnsProbe::fill(ProbeVerdict &verdict) const
{
    verdict.phases.resolve = verdict.totalMs;
    verdict.ip = m_question.server.isNull() ? QString() : m_question.server.toString();
    if (!m_question.server.isNull())
        verdict.ipVersion = m_question.server.protocol() == QHostAddress::IPv6Protocol ? 6 : 4;
}

Failure DnsProbe::expired() const
{
    return {Finding::TimedOut, Words::tr("Timed out: no name server has answered about %1 within "
                                         "%2.")
                                   .arg(m_question.name, http::secondsOf(spec().timeout))};
}

bool DnsProbe::mayBeUs(const Failure &failure) const
{
    const bool isUnreached =
        failure.finding == Finding::TimedOut || failure.finding == Finding::Unreachable;
    return isUnreached && !m_question.server.isLoopback();
}

Failure DnsProbe::withoutNetwork() const
{
    return {Finding::NoNetwork, Words::tr("Not measured: this machine has no network, so nothing "
                                          "is known about %1.")
                                    .arg(m_question.name)};
}

void DnsProbe::answered()
{
    switch (m_lookup->error()) {
    case QDnsLookup::NoError:
        return judge(values());
    case QDnsLookup::NotFoundError:
        return fail(
            {Finding::NameNotFound, Words::tr("There is no name %1.").arg(m_question.name)});
    case QDnsLookup::ServerFailureError:
        return fail({Finding::NameServerFailed,
                     Words::tr("The name server could not find out about %1. It may be broken, or "
                               "the name's own servers may.")
                         .arg(m_question.name)});
    case QDnsLookup::ServerRefusedError:
        return fail(
            {Finding::NameServerFailed,
             Words::tr("The name server refuses to answer about %1.").arg(m_question.name)});
    case QDnsLookup::InvalidReplyError: // also an answer without records
        return fail({Finding::WrongRecord,
                     Words::tr("The name server answers without an %2 record of %1, or in a way "
                               "that cannot be understood.")
                         .arg(m_question.name, nameOf(m_question.type))});
    default:
        return fail({Finding::Unreachable,
                     Words::tr("No name server answers about %1.").arg(m_question.name)});
    }
}

QStringList DnsProbe::values() const
{
    QStringList values;
    if (m_question.type == QDnsLookup::CNAME) {
        for (const QDnsDomainNameRecord &record : m_lookup->canonicalNameRecords())
            values << record.value();
    } else if (m_question.type == QDnsLookup::TXT) {
        for (const QDnsTextRecord &record : m_lookup->textRecords())
            values << QString::fromUtf8(record.values().join());
    } else {
        const auto protocol = m_question.type == QDnsLookup::A ? QHostAddress::IPv4Protocol
                                                               : QHostAddress::IPv6Protocol;
        for (const QDnsHostAddressRecord &record : m_lookup->hostAddressRecords()) {
            if (record.value().protocol() == protocol)
                values << record.value().toString();
        }
    }
    return values;
}

void DnsProbe::judge(const QStringList &values)
{
    const QString type = nameOf(m_question.type);
    if (values.isEmpty())
        return fail(
            {Finding::WrongRecord, Words::tr("%1 has no %2 record.").arg(m_question.name, type)});
    const QString wanted = spec().bodyContains;
    const bool isThere = wanted.isEmpty() || std::ranges::any_of(values, [&](const QString &value) {
                             return isValue(m_question.type, value, wanted);
                         });
    if (!isThere)
        return fail({Finding::WrongRecord,
                     //: %1 a name, %2 a kind of record, %3 what was found, %4 what was expected
                     Words::tr("%1 has the %2 record %3 instead of %4.")
                         .arg(m_question.name, type, listed(values), wanted)});
    ProbeVerdict verdict = verdictSoFar();
    const bool isSlow = spec().slowMs && *verdict.totalMs > *spec().slowMs;
    verdict.finding = isSlow ? Finding::Slow : Finding::Ok;
    verdict.sentence = Words::tr("%1 has the %2 record %3 (%4 ms).")
                           .arg(m_question.name, type, listed(values),
                                QLocale().toString(*verdict.totalMs, 'f', 1));
    conclude(verdict);
}

} // namespace source
