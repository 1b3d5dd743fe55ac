// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/redactor.h"

#include <QRegularExpression>

namespace base {

using namespace Qt::StringLiterals;

QString redact(const QString &text)
{
    static const QRegularExpression userInfo(u"(\\b[a-z][a-z0-9+.-]*://)[^/@\\s]+@"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression query(u"([?&][^=&\\s]+=)[^&\\s#]+"_s);
    static const QRegularExpression authorization(u"\\b(authorization\\s*:\\s*)(\\S+\\s+)?\\S+"_s,
                                                  QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression named(
        u"\\b((?:api[_-]?key|token|secret|password|passwd|pwd)\"?\\s*[=:]\\s*\"?)[^\\s\"&,;]+"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString out = text;
    out.replace(userInfo, u"\\1"_s);
    out.replace(query, u"\\1…"_s);
    out.replace(authorization, u"\\1…"_s);
    out.replace(named, u"\\1…"_s);
    return out;
}

} // namespace base
