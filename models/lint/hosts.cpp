// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lint/matches.h"
#include "lint/rules.h"

namespace lint {

using namespace Qt::StringLiterals;

namespace {

/// A name under a domain that only the inside of a network knows.
const QRegularExpression &internalHost()
{
    static const QRegularExpression expression =
        pattern(u"(?<![\\w.@-])(?:(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+"
                "(?:int|local|lan|internal|intranet|corp|home|localdomain|consul|localhost)|"
                "localhost(?=[:/])|ip-\\d{1,3}(?:-\\d{1,3}){3})(?::\\d{1,5})?(?![\\w-])"_s);
    return expression;
}

/// "db-3", "web01": what a thing is called that has brothers. "web" alone is a word.
const QRegularExpression &numberedMachine()
{
    static const QRegularExpression expression = pattern(
        u"(?<![\\w./@-])(?:[a-z0-9]{1,20}-){0,4}"
        "(?:db|database|web|www|app|api|cache|redis|mysql|maria|pg|postgres|postgresql|mongo|node|"
        "worker|srv|server|host|lb|haproxy|nginx|proxy|gw|gateway|kafka|rabbit|mq|queue|etcd|k8s|"
        "vm|prod|stg|staging|mail|smtp|mx|ns|dns|backup|replica|master|primary|store|storage|nas|"
        "san|ceph|elastic|search|build|ci|runner|bastion|jump)"
        "(?:-[a-z]{1,12}){0,3}(?:-\\d{1,4}[a-z]?|\\d{2,4}[a-z]?)(?![\\w-]|\\.\\w)"_s);
    return expression;
}

/// Addresses by which programs find each other: "postgres://orders/…".
const QRegularExpression &innerAddress()
{
    static const QRegularExpression expression = pattern(
        u"\\b(?:postgres(?:ql)?|mysql|redis|mongodb(?:\\+srv)?|amqps?|ldaps?|ssh|s?ftp|s3|gs|"
        "jdbc:[a-z]{2,12}|kafka|nfs|smb|memcached)://[^\\s]+[\\w/]"_s);
    return expression;
}

Finding hostFinding(qsizetype start, const QString &name)
{
    return removal(start, name.size(), Kind::HostName,
                   Words::tr("Internal host name: %1.").arg(name));
}

/// A bare name is a word as well; only one that looks like a machine's and is known counts.
bool looksLikeMachine(const QString &name)
{
    static const QRegularExpression expression(u"^(?=.*[a-z])(?=.*[\\d-])[a-z0-9-]+$"_s);
    return expression.match(name.toLower()).hasMatch();
}

void findKnownNames(const QString &text, const Context &context, Findings &findings)
{
    for (const QString &host : context.knownHosts) {
        const QString name = host.section(u'.', 0, 0);
        const bool internal = !host.contains(u'.') || internalHost().match(host).hasMatch();
        if (!internal || !looksLikeMachine(name) || isAllowed(name, context))
            continue;
        const auto expression =
            pattern(u"(?<![\\w.-])"_s + QRegularExpression::escape(name) + u"(?![\\w-]|\\.\\w)"_s);
        eachMatch(text, expression, [&](const QRegularExpressionMatch &match) {
            findings.push_back(hostFinding(match.capturedStart(), match.captured()));
        });
    }
}

} // namespace

Findings findHosts(const QString &text, const Context &context)
{
    Findings findings;
    eachMatch(text, innerAddress(), [&](const QRegularExpressionMatch &match) {
        findings.push_back(removal(match.capturedStart(), match.capturedLength(), Kind::HostName,
                                   Words::tr("Internal address: %1.").arg(match.captured())));
    });
    for (const QRegularExpression *expression : {&internalHost(), &numberedMachine()}) {
        eachMatch(text, *expression, [&](const QRegularExpressionMatch &match) {
            if (!isAllowed(match.captured().section(u':', 0, 0), context))
                findings.push_back(hostFinding(match.capturedStart(), match.captured()));
        });
    }
    findKnownNames(text, context, findings);
    return findings;
}

} // namespace lint
