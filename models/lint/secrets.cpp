// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lint/matches.h"
#include "lint/rules.h"

#include <algorithm>

namespace lint {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestSecret = 32; ///< that is recognised by its looks alone
constexpr qsizetype shortestPassphrase = 20;

/// What a name such as "password" is set to. "Password: unaffected." is a sentence.
bool looksSecret(const QString &value, bool isAssigned)
{
    if (isAssigned)
        return value.size() >= 4;
    const bool hasDigit = std::ranges::any_of(value, [](QChar c) { return c.isDigit(); });
    return (hasDigit && value.size() >= 4) || value.size() >= shortestPassphrase;
}

Finding secret(qsizetype start, qsizetype length)
{
    return removal(start, length, Kind::Secret,
                   Words::tr("This looks like a password, token or key."));
}

void findNamed(const QString &text, Findings &findings)
{
    static const QRegularExpression expression =
        pattern(u"(?<![\\w-])(?:[a-z0-9]{1,20}[_.-]){0,6}(?:pg|my)?"
                "(?:api[_-]?key|access[_-]?key|private[_-]?key|auth[_-]?key|account[_-]?key|"
                "(?:access|auth|api|client)?[_-]?(?:token|secret)|passw(?:or)?d|passphrase|pwd)"
                "(?:[_.-][a-z0-9]{1,20}){0,3}\\s*([=:])\\s*(\"[^\"\\n]{4,}\"|'[^'\\n]{4,}'|"
                "[^\\s\"',;]{4,})"_s);
    eachMatch(text, expression, [&](const QRegularExpressionMatch &match) {
        if (looksSecret(match.captured(2), match.captured(1) == u"="))
            findings.push_back(secret(match.capturedStart(), match.capturedLength()));
    });
}

/// Long, without blanks, with letters of both cases and figures in no order: nobody's prose.
void findRandom(const QString &text, Findings &findings)
{
    static const QRegularExpression expression(
        u"(?<![\\w/+.@-])[A-Za-z0-9+/_-]{%1,}={0,2}(?![\\w@])"_s.arg(shortestSecret));
    eachMatch(text, expression, [&](const QRegularExpressionMatch &match) {
        const QString found = match.captured();
        const auto count = [&](auto is) {
            return std::ranges::count_if(found, is);
        };
        const auto upper = count([](QChar c) { return c.isUpper(); });
        const auto lower = count([](QChar c) { return c.isLower(); });
        const auto digits = count([](QChar c) { return c.isDigit(); });
        const auto joints = count([](QChar c) { return c == u'-' || c == u'_' || c == u'/'; });
        if (upper >= 3 && lower >= 3 && digits >= 3 && joints * 8 < found.size())
            findings.push_back(secret(match.capturedStart(), match.capturedLength()));
    });
}

} // namespace

Findings findSecrets(const QString &text)
{
    static const QRegularExpression expressions[] = {
        pattern(u"-----BEGIN [A-Z ]*PRIVATE KEY-----(?:\\s+[a-z0-9+/=]{16,})*+"
                "(?:\\s*-----END [A-Z ]*KEY-----)?"_s),
        pattern(u"\\bbearer\\s+(?:(?=[\\w.~+/-]*\\d)[\\w.~+/-]{12,}|[\\w.~+/-]{16,})=*"_s),
        pattern(u"\\bbasic\\s+(?-i:(?=\\S*[A-Z]\\S*[A-Z])[A-Za-z0-9+/]{12,}={0,2})(?!\\w)"_s),
        pattern(u"\\b(?:AKIA|ASIA|AROA|AIDA)[0-9A-Z]{16}\\b"_s),
        pattern(u"\\bAIza[\\w-]{35}"_s),
        pattern(u"\\b(?:gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|sk_live_|rk_live_|pk_live_|sk-|"
                "hf_|npm_|pypi-|dop_v1_|shpat_|SG\\.)[\\w.-]{15,}[\\w-]"_s),
        pattern(u"\\beyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]*"_s),
        pattern(u"\\b[a-z][a-z0-9+.-]{0,20}://[^\\s/@:]{0,64}:[^\\s/@]{1,128}@[^\\s]*"_s),
        pattern(u"\\bssh-(?:rsa|ed25519|dss) [a-z0-9+/=]{20,}"_s),
        pattern(u"\\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\\d)[0-9a-f]{32,}\\b"_s),
    };
    Findings findings;
    for (const QRegularExpression &expression : expressions) {
        eachMatch(text, expression, [&](const QRegularExpressionMatch &match) {
            findings.push_back(secret(match.capturedStart(), match.capturedLength()));
        });
    }
    findNamed(text, findings);
    findRandom(text, findings);
    return findings;
}

} // namespace lint
