// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/lintrules.h"

#include <algorithm>

#include <QCoreApplication>
#include <QRegularExpression>

namespace wording {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(text, QRegularExpression::CaseInsensitiveOption);
}

template <class Make>
void eachMatch(const QString &text, const QRegularExpression &expression, Make make)
{
    for (auto it = expression.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        make(match.capturedStart(), match.captured());
    }
}

LintFinding removal(qsizetype start, qsizetype length, LintKind kind, const QString &sentence)
{
    return {start, length, kind, sentence, {}, Words::tr("remove", "button")};
}

bool isAllowed(const QString &what, const LintContext &context)
{
    return context.allowed.contains(what, Qt::CaseInsensitive);
}

const QRegularExpression &internalHost()
{
    static const QRegularExpression expression = pattern(
        u"(?<![\\w.@-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+"
        "(?:int|local|lan|internal|intranet|corp|home|localdomain)(?::\\d{1,5})?(?![\\w-])"_s);
    return expression;
}

/// A bare name is a word as well; only one that looks like a machine's and is known counts.
bool looksLikeMachine(const QString &name)
{
    static const QRegularExpression expression(u"^(?=.*[a-z])(?=.*[\\d-])[a-z0-9-]+$"_s);
    return expression.match(name.toLower()).hasMatch();
}

LintFinding hostFinding(qsizetype start, const QString &name)
{
    return removal(start, name.size(), LintKind::HostName,
                   Words::tr("Internal host name: %1.").arg(name));
}

void findBareNames(const QString &text, const LintContext &context, LintFindings &findings)
{
    for (const QString &host : context.knownHosts) {
        const QString name = host.section(u'.', 0, 0);
        const bool internal = !host.contains(u'.') || internalHost().match(host).hasMatch();
        if (!internal || !looksLikeMachine(name) || isAllowed(name, context))
            continue;
        const auto expression =
            pattern(u"(?<![\\w.-])"_s + QRegularExpression::escape(name) + u"(?![\\w-]|\\.\\w)"_s);
        eachMatch(text, expression, [&](qsizetype start, const QString &found) {
            findings.push_back(hostFinding(start, found));
        });
    }
}

/// RFC 1918, loopback, link-local and carrier-grade NAT.
bool isPrivateFour(const QString &address)
{
    const QStringList parts = address.split(u'.');
    const int first = parts[0].toInt();
    const int second = parts[1].toInt();
    const bool valid =
        std::ranges::all_of(parts, [](const QString &part) { return part.toInt() <= 255; });
    return valid &&
           (first == 10 || first == 127 || (first == 192 && second == 168) ||
            (first == 172 && second >= 16 && second <= 31) || (first == 169 && second == 254) ||
            (first == 100 && second >= 64 && second <= 127));
}

/// Unique local, link-local and loopback.
bool isPrivateSix(const QString &address)
{
    static const QRegularExpression expression =
        pattern(u"^(?:f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:|::1$)"_s);
    return expression.match(address).hasMatch();
}

void findAddresses(const QString &text, const LintContext &context, LintFindings &findings)
{
    static const QRegularExpression four =
        pattern(u"(?<![\\w.])(\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d{1,5})?(?![\\w]|\\.\\d)"_s);
    static const QRegularExpression six =
        pattern(u"(?<![\\w:.])((?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4})(?![\\w:])"_s);
    for (const auto &[expression, isPrivate] :
         {std::pair(&four, &isPrivateFour), std::pair(&six, &isPrivateSix)}) {
        for (auto it = expression->globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            const QString address = match.captured(1);
            if (isAllowed(address, context) || !isPrivate(address))
                continue;
            findings.push_back(
                removal(match.capturedStart(), match.capturedLength(), LintKind::PrivateAddress,
                        Words::tr("Private network address: %1.").arg(match.captured())));
        }
    }
}

} // namespace

LintFindings findSecrets(const QString &text)
{
    static const QRegularExpression expressions[] = {
        pattern(u"-----BEGIN [A-Z ]*PRIVATE KEY-----(?:\\s+[a-z0-9+/=]{16,})*+"
                "(?:\\s*-----END [A-Z ]*KEY-----)?"_s),
        pattern(u"(?<![\\w])(?:api[_-]?key|access[_-]?key|token|secret|passw(?:or)?d|pwd)"
                "(?:\\s*=\\s*|\\s*:\\s*(?=\\S*\\d|\\S{12}))[\"']?[^\\s\"']{4,}[\"']?"_s),
        pattern(u"\\bbearer\\s+[\\w.~+/-]{8,}=*"_s),
        pattern(u"\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"_s),
        pattern(u"\\b(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|sk_live_|sk-|hf_)[\\w-]{16,}"_s),
        pattern(u"\\beyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]*"_s),
        pattern(u"\\b[a-z][a-z0-9+.-]*://[^\\s/@:]+:[^\\s/@]+@[^\\s]*"_s),
        pattern(u"\\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\\d)[0-9a-f]{32,}\\b"_s),
    };
    LintFindings findings;
    for (const QRegularExpression &expression : expressions) {
        eachMatch(text, expression, [&](qsizetype start, const QString &found) {
            findings.push_back(removal(start, found.size(), LintKind::Secret,
                                       Words::tr("This looks like a password, token or key.")));
        });
    }
    return findings;
}

LintFindings findMailAddresses(const QString &text, const LintContext &context)
{
    static const QRegularExpression expression =
        pattern(u"(?<![\\w.+-])[\\w.+-]{1,64}@[a-z0-9-]+(?:\\.[a-z0-9-]+)+"_s);
    LintFindings findings;
    eachMatch(text, expression, [&](qsizetype start, const QString &found) {
        if (!isAllowed(found, context))
            findings.push_back(removal(start, found.size(), LintKind::MailAddress,
                                       Words::tr("E-mail address: %1.").arg(found)));
    });
    return findings;
}

LintFindings findHosts(const QString &text, const LintContext &context)
{
    LintFindings findings;
    eachMatch(text, internalHost(), [&](qsizetype start, const QString &found) {
        if (!isAllowed(found.section(u':', 0, 0), context))
            findings.push_back(hostFinding(start, found));
    });
    findBareNames(text, context, findings);
    findAddresses(text, context, findings);
    return findings;
}

LintFindings findPaths(const QString &text)
{
    static const QRegularExpression expression = pattern(
        u"(?<![\\w/:.])(?:/(?:bin|boot|data|dev|etc|home|lib|mnt|opt|proc|root|run|srv|sys|tmp|usr|"
        "var)(?:/[\\w.@+-]*[\\w@+-])+/?|~/[\\w./@+-]*\\w|[a-z]:\\\\[\\w.\\\\-]+)"_s);
    LintFindings findings;
    eachMatch(text, expression, [&](qsizetype start, const QString &found) {
        findings.push_back(removal(start, found.size(), LintKind::FilePath,
                                   Words::tr("File path: %1.").arg(found)));
    });
    return findings;
}

} // namespace wording
