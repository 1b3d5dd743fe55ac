// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/look.h"

#include <QCoreApplication>
#include <QSet>
#include <QXmlStreamReader>

namespace publish {

using namespace Qt::StringLiterals;
using base::ErrorKind;
using base::fail;
using base::Result;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StatusSite)
};

/// Shapes, text and paint. Nothing here runs or loads, whoever opens the file by itself.
const QSet<QString> &drawingElements()
{
    static const QSet<QString> names{
        u"svg"_s,      u"g"_s,        u"defs"_s,           u"symbol"_s,         u"use"_s,
        u"path"_s,     u"rect"_s,     u"circle"_s,         u"ellipse"_s,        u"line"_s,
        u"polyline"_s, u"polygon"_s,  u"text"_s,           u"tspan"_s,          u"title"_s,
        u"desc"_s,     u"metadata"_s, u"linearGradient"_s, u"radialGradient"_s, u"stop"_s,
        u"clipPath"_s, u"mask"_s,     u"pattern"_s,        u"marker"_s,         u"switch"_s};
    return names;
}

/// References stay inside the drawing: "#shape", "url(#paint)".
bool staysInside(const QXmlStreamAttribute &attribute)
{
    const QString name = attribute.name().toString().toLower();
    QString value = attribute.value().toString().toLower();
    // No drawing program writes escapes into its values; who hides an address does.
    if (name.startsWith("on"_L1) || value.contains(u'\\'))
        return false;
    if (name == "href"_L1 || name == "src"_L1)
        return value.startsWith(u'#');
    value.remove("url(#"_L1);
    return !value.contains("url("_L1) && !value.contains("javascript:"_L1) &&
           !value.contains("@import"_L1);
}

QString faultIn(QXmlStreamReader &xml)
{
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::DTD && !xml.entityDeclarations().isEmpty())
            return u"<!ENTITY>"_s;
        if (token == QXmlStreamReader::ProcessingInstruction)
            return u"<?%1?>"_s.arg(xml.processingInstructionTarget());
        if (token != QXmlStreamReader::StartElement)
            continue;
        // What editors keep for themselves, under names of their own, draws nothing.
        const bool svg = xml.namespaceUri() == "http://www.w3.org/2000/svg"_L1;
        const bool web = xml.namespaceUri().contains("w3.org/1999/xhtml"_L1);
        if (web || (svg && !drawingElements().contains(xml.name().toString())))
            return u"<%1>"_s.arg(xml.name());
        const auto attributes = xml.attributes();
        for (const QXmlStreamAttribute &attribute : attributes) {
            if (!staysInside(attribute))
                return attribute.qualifiedName().toString();
        }
    }
    return {};
}

Result<QString> drawing(const QByteArray &bytes)
{
    QXmlStreamReader xml(bytes);
    if (!xml.readNextStartElement() || xml.name() != "svg"_L1 ||
        xml.namespaceUri() != "http://www.w3.org/2000/svg"_L1) {
        return fail(ErrorKind::Input,
                    Words::tr("This is not an image that the status page can show. Choose a PNG, "
                              "JPEG, WebP or SVG file."));
    }
    QXmlStreamReader again(bytes);
    const QString fault = faultIn(again);
    if (!fault.isEmpty()) {
        return fail(ErrorKind::Input,
                    Words::tr("This drawing holds “%1”, which a logo does not need. Export it as "
                              "plain SVG without styles and scripts, or as PNG.")
                        .arg(fault));
    }
    if (again.hasError()) {
        return fail(
            ErrorKind::Input,
            Words::tr("This drawing is damaged (%1). Export it again.").arg(again.errorString()));
    }
    return u"logo.svg"_s;
}

} // namespace

Result<QString> logoFileFor(const QByteArray &bytes)
{
    if (bytes.size() > logoLimit) {
        return fail(ErrorKind::Input,
                    Words::tr("The logo is larger than %1 KB, and every reader has to load it. "
                              "Make it smaller.")
                        .arg(logoLimit / 1024));
    }
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return u"logo.png"_s;
    if (bytes.startsWith("\xff\xd8\xff"))
        return u"logo.jpg"_s;
    if (bytes.startsWith("RIFF") && bytes.mid(8).startsWith("WEBP"))
        return u"logo.webp"_s;
    return drawing(bytes);
}

} // namespace publish
