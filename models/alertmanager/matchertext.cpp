// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "alertmanager/matchertext.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace alertmanager {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(alertmanager)
};

QString quoted(QString value)
{
    value.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s);
    return u'"' + value + u'"';
}

QString unquoted(const QString &value)
{
    if (!value.startsWith(u'"'))
        return value;
    QString plain;
    for (qsizetype i = 1; i + 1 < value.size(); ++i) {
        if (value[i] != u'\\') {
            plain += value[i];
            continue;
        }
        ++i;
        plain += value[i] == u'n' ? QChar(u'\n') : value[i];
    }
    return plain;
}

QString signOf(const Matcher &matcher)
{
    if (matcher.isRegex)
        return matcher.isEqual ? u"=~"_s : u"!~"_s;
    return matcher.isEqual ? u"="_s : u"!="_s;
}

} // namespace

QString textOf(const std::vector<Matcher> &matchers)
{
    QStringList parts;
    for (const Matcher &matcher : matchers)
        parts << matcher.name + signOf(matcher) + quoted(matcher.value);
    return parts.join(u", "_s);
}

base::Result<std::vector<Matcher>> matchersFrom(const QString &text)
{
    static const QRegularExpression one(
        uR"RE(\G\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|[^",\s]*)\s*(,|$))RE"_s);
    QString inner = text.trimmed();
    if (inner.startsWith(u'{') && inner.endsWith(u'}'))
        inner = inner.mid(1, inner.size() - 2).trimmed();
    std::vector<Matcher> matchers;
    qsizetype at = 0;
    while (at < inner.size()) {
        const auto match = one.match(inner, at);
        if (!match.hasMatch())
            return base::fail(
                base::ErrorKind::Input,
                Words::tr("This is not a label with its value: %1").arg(inner.mid(at, 40)));
        const QString sign = match.captured(2);
        matchers.push_back({match.captured(1), unquoted(match.captured(3)), sign.endsWith(u'~'),
                            sign.startsWith(u'=')});
        at = match.capturedEnd(0);
    }
    return matchers;
}

} // namespace alertmanager
