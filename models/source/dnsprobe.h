// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "source/probe.h"

#include <QDnsLookup>
#include <QHostAddress>
#include <QUrl>

namespace source {

/// What a name server is asked, from the address of a spec such as
/// "dns://192.0.2.53/shop.example.org?type=TXT".
struct DnsQuestion
{
    QString name;
    QDnsLookup::Type type = QDnsLookup::A; ///< A, AAAA, CNAME or TXT
    QHostAddress server;                   ///< null: the system's

    bool operator==(const DnsQuestion &) const = default;
};

/// Checked: what is wrong is said in a sentence.
[[nodiscard]] base::Result<DnsQuestion> dnsQuestion(const QUrl &url);
/// "A", "AAAA", "CNAME", "TXT"
[[nodiscard]] QString nameOf(QDnsLookup::Type type);

/// Asks one name server once. Good: the server has such a record and, if the spec expects a value,
/// one of them has it. Names and addresses are compared as such, a text has to contain the value.
class DnsProbe final : public Probe
{
    Q_OBJECT

public:
    using Probe::Probe;

private:
    void begin() override;
    void drop() override;
    void fill(ProbeVerdict &verdict) const override;
    [[nodiscard]] Failure expired() const override;
    [[nodiscard]] bool mayBeUs(const Failure &failure) const override;
    [[nodiscard]] Failure withoutNetwork() const override;
    void answered();
    [[nodiscard]] QStringList values() const;
    void judge(const QStringList &values);

    DnsQuestion m_question;
    QDnsLookup *m_lookup = nullptr;
};

} // namespace source
