// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lint/matches.h"
#include "lint/rules.h"

#include <algorithm>

namespace lint {

using namespace Qt::StringLiterals;

namespace {

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

} // namespace

Findings findAddresses(const QString &text, const Context &context)
{
    static const QRegularExpression four = pattern(
        u"(?<![\\w.])(\\d{1,3}(?:\\.\\d{1,3}){3})(?:/\\d{1,2}|:\\d{1,5})?(?![\\w]|\\.\\d)"_s);
    static const QRegularExpression six =
        pattern(u"(?<![\\w:.])\\[?((?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4})(?:%[a-z0-9]{1,15})?"
                "(?:\\]:\\d{1,5}|\\]|/\\d{1,3})?(?![\\w:])"_s);
    Findings findings;
    for (const auto &[expression, isPrivate] :
         {std::pair(&four, &isPrivateFour), std::pair(&six, &isPrivateSix)}) {
        eachMatch(text, *expression, [&](const QRegularExpressionMatch &match) {
            const QString address = match.captured(1);
            if (isAllowed(address, context) || !isPrivate(address))
                return;
            findings.push_back(
                removal(match.capturedStart(), match.capturedLength(), Kind::PrivateAddress,
                        Words::tr("Private network address: %1.").arg(match.captured())));
        });
    }
    return findings;
}

Findings findMailAddresses(const QString &text, const Context &context)
{
    static const QRegularExpression expression =
        pattern(u"(?<![\\w.+-])[\\w.+-]{1,64}@[a-z0-9-]+(?:\\.[a-z0-9-]+)+"_s);
    Findings findings;
    eachMatch(text, expression, [&](const QRegularExpressionMatch &match) {
        if (!isAllowed(match.captured(), context))
            findings.push_back(removal(match.capturedStart(), match.capturedLength(),
                                       Kind::MailAddress,
                                       Words::tr("E-mail address: %1.").arg(match.captured())));
    });
    return findings;
}

Findings findPaths(const QString &text)
{
    static const QRegularExpression expression = pattern(
        u"(?<![\\w/:.])(?:/(?:bin|boot|data|dev|etc|home|lib|mnt|opt|proc|root|run|srv|sys|tmp|usr|"
        "var)(?:/[\\w.@+-]*[\\w@+-])+/?|(?:~|\\.{1,2})/[\\w./@+-]*\\w|[a-z]:\\\\[\\w.\\\\-]+|"
        "\\\\\\\\[\\w.-]+\\\\[\\w.\\\\$-]+|"
        "[\\w-]{1,40}(?:/[\\w.-]{1,40}){1,8}\\.(?:ya?ml|conf|cfg|ini|log|sql|php|py|rb|go|rs|java|"
        "sh|env|xml|pem|key|crt|service|toml|cpp|hpp))(?![\\w/])"_s);
    Findings findings;
    eachMatch(text, expression, [&](const QRegularExpressionMatch &match) {
        findings.push_back(removal(match.capturedStart(), match.capturedLength(), Kind::FilePath,
                                   Words::tr("File path: %1.").arg(match.captured())));
    });
    return findings;
}

} // namespace lint
