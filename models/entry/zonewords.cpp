// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entry/zonewords.h"

#include "reading/zonename.h"
#include "timing/zone.h"

namespace entry {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t longestName = 4; // words, as in "los angeles local time"

/// "Europe/Berlin", "america/new_york", as one word.
std::optional<QTimeZone> scanIana(Cursor &cursor)
{
    const std::size_t start = cursor.position();
    QString name;
    bool hasPlace = false;
    for (const Token *next = cursor.peek(); next; next = cursor.peek()) {
        const bool isJoint = next->text == "/"_L1 || next->text == "_"_L1 || next->text == "-"_L1;
        const bool fits = next->kind == Token::Kind::Word || (isJoint && !name.isEmpty());
        if (!fits || (!name.isEmpty() && next->spaced))
            break;
        hasPlace |= next->text == "/"_L1;
        name += next->text;
        cursor.take();
    }
    if (hasPlace) {
        for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
            if (name.compare(QString::fromLatin1(id), Qt::CaseInsensitive) == 0)
                return QTimeZone(id);
        }
    }
    cursor.rewind(start);
    return std::nullopt;
}

/// The same names of zones that posts are read by.
std::optional<reading::ZoneName> zoneOf(const QString &words)
{
    reading::Tokens tokens = reading::tokenise(words);
    reading::english().number(tokens);
    int end = 0;
    const auto zone = reading::parseZone(reading::english(), tokens, 0, end);
    return zone && end == int(tokens.size()) ? zone : std::nullopt;
}

} // namespace

ZoneWords scanZoneWords(Cursor &cursor)
{
    if (const auto zone = scanIana(cursor))
        return {std::nullopt, zone};
    QStringList words;
    for (std::size_t i = 0; i < longestName; ++i) {
        const Token *next = cursor.peek(i);
        if (!next || next->kind != Token::Kind::Word)
            break;
        words += next->text;
    }
    for (; !words.isEmpty(); words.removeLast()) {
        const auto name = zoneOf(words.join(u' '));
        if (!name)
            continue;
        for (qsizetype taken = 0; taken < words.size(); ++taken)
            cursor.take();
        if (name->offset)
            return {*name->offset * 60, std::nullopt};
        if (!name->iana.isEmpty())
            return {std::nullopt, QTimeZone(name->iana)};
        return {}; // "local time"
    }
    return {};
}

} // namespace entry
