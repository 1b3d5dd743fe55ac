// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/stylesheet.h"

#include "publish/look.h"
#include "staticsite/resource.h"

#include <QCryptographicHash>

namespace staticsite {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype markLength = 8;

QString accentRule(const QString &accent, publish::Ground ground)
{
    const QString colour = publish::checkedAccent(accent, ground).value_or(QString());
    return colour.isEmpty() ? QString() : u":root { --accent: %1; --focus: %1; }\n"_s.arg(colour);
}

QString bandRule(const QString &band)
{
    const QString colour = publish::checkedBand(band).value_or(QString());
    if (colour.isEmpty())
        return {};
    const QString text = publish::textOn(colour);
    return u".top { --panel: %1; --text: %2; --second: %2; --line: %1; --focus: %2; "
           "--accent: %2; }\n"_s.arg(colour, text);
}

} // namespace

QByteArray styleSheet(const publish::Look &look)
{
    QString own = accentRule(look.accent, publish::Ground::Light);
    if (const QString dark = accentRule(look.accentDark, publish::Ground::Dark); !dark.isEmpty()) {
        own += u"@media (prefers-color-scheme: dark) {\n%1}\n"_s.arg(dark);
    } else if (!own.isEmpty()) {
        // A colour that was chosen for a light page is not to be taken for a dark one.
        own = u"@media (prefers-color-scheme: light) {\n%1}\n"_s.arg(own);
    }
    return resource(u"site.css"_s) + (own + bandRule(look.band)).toUtf8();
}

QString assetMark(const publish::Look &look)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &bytes : {styleSheet(look), resource(u"site.js"_s), look.logo})
        hash.addData(bytes);
    return QString::fromLatin1(hash.result().toHex()).left(markLength);
}

} // namespace staticsite
