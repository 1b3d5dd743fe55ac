// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/encoding.h"

#include "importing/words.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace importing {

using namespace Qt::StringLiterals;
using base::ErrorKind;

namespace {

constexpr qsizetype declarationReach = 256;

QByteArray declaredEncoding(const QByteArray &bytes)
{
    static const QRegularExpression form(
        u"^\\s*<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']"_s);
    const auto match =
        form.match(QString::fromLatin1(bytes.first(std::min(bytes.size(), declarationReach))));
    return match.captured(1).toLatin1();
}

/// Windows' characters in the place of the controls that Latin-1 has there.
QString fromWindows(const QByteArray &bytes)
{
    static constexpr char16_t upper[] = {
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    };
    QString text = QString::fromLatin1(bytes);
    for (QChar &character : text) {
        const uint code = character.unicode();
        if (code >= 0x80 && code < 0x80 + std::size(upper))
            character = upper[code - 0x80];
    }
    return text;
}

bool isWindows(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    return lower == "windows-1252" || lower == "cp1252" || lower == "iso-8859-1" ||
           lower == "latin1" || lower == "us-ascii";
}

bool hasMark(const QByteArray &bytes)
{
    return QStringConverter::encodingForData(bytes).has_value() &&
           (bytes.startsWith("\xEF\xBB\xBF") || bytes.startsWith("\xFF\xFE") ||
            bytes.startsWith("\xFE\xFF"));
}

} // namespace

QByteArray charsetOf(const QByteArray &contentType)
{
    static const QRegularExpression form(u";\\s*charset\\s*=\\s*\"?([A-Za-z0-9._-]+)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(QString::fromLatin1(contentType)).captured(1).toLatin1();
}

base::Result<DecodedText> decoded(const QByteArray &bytes, const QByteArray &charset)
{
    if (bytes.size() > mostBytes) {
        return base::fail(ErrorKind::Input, Words::tr("This is larger than 16 MB. Cut it into "
                                                      "smaller files and import one by one."));
    }
    const QByteArray declared = declaredEncoding(bytes);
    const QByteArray name = !declared.isEmpty() ? declared : charset;
    if (!hasMark(bytes) && isWindows(name))
        return DecodedText{fromWindows(bytes), {}};
    QStringDecoder decoder = hasMark(bytes)
                                 ? QStringDecoder(*QStringConverter::encodingForData(bytes))
                                 : QStringDecoder(name.isEmpty() ? "UTF-8" : name.constData());
    if (!decoder.isValid()) {
        return base::fail(ErrorKind::Format,
                          Words::tr("Its character encoding “%1” is not known "
                                    "here. Save it as UTF-8 and import the file.")
                              .arg(QString::fromLatin1(name)));
    }
    DecodedText result{decoder(bytes), {}};
    if (decoder.hasError()) {
        result.text = fromWindows(bytes);
        result.warning = Words::tr("Its characters are not what it says they are. They were read "
                                   "as Windows-1252; look whether accents and quotes are right.");
    }
    if (result.text.contains(QChar(0)))
        return base::fail(ErrorKind::Format, Words::tr("This is not text. Choose a feed or a text "
                                                       "file."));
    return result;
}

} // namespace importing
