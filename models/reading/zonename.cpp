// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/zonename.h"

namespace reading {

using namespace Qt::StringLiterals;

namespace {

/// "lisbon" and "new york" to their IANA names.
const QHash<QString, QByteArray> &cities()
{
    static const QHash<QString, QByteArray> table = [] {
        QHash<QString, QByteArray> all;
        for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
            const QString name = QString::fromLatin1(id);
            if (name.contains(u'/') && !name.startsWith("Etc/"_L1))
                all.insert(name.section(u'/', -1).toLower().replace(u'_', u' '), id);
        }
        return all;
    }();
    return table;
}

/// "+1", "+01:00", "-0500" behind UTC or GMT, in minutes.
int signedOffset(const Lexicon &lexicon, const Tokens &tokens, int at, int &end)
{
    const bool isMinusGlue =
        at < int(tokens.size()) && tokens[at].isNumber() && tokens[at].glue == Glue::Hyphen;
    const bool isSign = symbolAt(tokens, at, u'+') || symbolAt(tokens, at, u'-');
    const int number = isMinusGlue ? at : at + 1;
    if ((!isMinusGlue && !isSign) || number >= int(tokens.size()) || !tokens[number].isNumber() ||
        tokens[number].glue == Glue::Space)
        return 0;
    const Digits &digits = tokens[number].digits;
    int minutes = 0;
    if (digits.parts == 2)
        minutes = digits.part[0] * 60 + digits.part[1];
    else if (digits.width[0] == 4)
        minutes = digits.part[0] / 100 * 60 + digits.part[0] % 100;
    else
        minutes = digits.part[0] * 60;
    // "0115 UTC-0145 UTC" is a range.
    const bool isRange =
        isMinusGlue && digits.width[0] == 4 && lexicon.longest(Category::Zone, tokens, number + 1);
    if (minutes > 14 * 60 || isRange)
        return 0;
    end = number + 1;
    return symbolAt(tokens, at, u'+') ? minutes : -minutes;
}

std::optional<ZoneName> cityTime(const Tokens &tokens, int at, int &end)
{
    QString name;
    for (int i = at; i < at + 3 && i < int(tokens.size()) && tokens[i].isWord(); ++i) {
        if (i > at && tokens[i].text == "time"_L1) {
            const auto city = cities().constFind(name);
            if (city == cities().constEnd())
                return std::nullopt;
            end = i + 1;
            return ZoneName{{}, {}, *city};
        }
        name += (i > at ? u" "_s : QString()) + tokens[i].text;
    }
    return std::nullopt;
}

} // namespace

std::optional<ZoneName> parseZone(const Lexicon &lexicon, const Tokens &tokens, int at, int &end)
{
    int next = at;
    const bool isOpened = symbolAt(tokens, next, u'(');
    if (isOpened || symbolAt(tokens, next, u','))
        ++next;
    ZoneName zone;
    if (const Match found = lexicon.longest(Category::Zone, tokens, next)) {
        // A lone z or local word counts only where it touches the number.
        if (found.entry->text == "joined"_L1 && tokens[next].glue != Glue::Joined)
            return std::nullopt;
        if (!found.entry->numbers.empty())
            zone.offset = found.entry->numbers[0];
        else if (found.entry->text != "local"_L1)
            zone.iana = found.entry->text.toLatin1();
        if (found.length == 1)
            zone.abbreviation = tokens[next].text;
        next += found.length;
        if (zone.offset == 0 && found.entry->text.isEmpty())
            *zone.offset += signedOffset(lexicon, tokens, next, next);
    } else if (const auto city = cityTime(tokens, next, next)) {
        zone = *city;
    } else {
        return std::nullopt;
    }
    if (isOpened) {
        if (!symbolAt(tokens, next, u')'))
            return std::nullopt;
        ++next;
        zone.isBracketed = zone.offset.has_value();
        // "01:30 (UTC+01:00) London time"
        if (const auto city = cityTime(tokens, next, next); city && zone.isBracketed)
            zone.iana = city->iana;
    }
    end = next;
    return zone;
}

} // namespace reading
