// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/phrase.h"

#include <algorithm>

#include <QCoreApplication>

namespace wording {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestNesting = 20;
using Choice = tl::expected<std::vector<Phrase>, PhraseMistake>;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

/// Fields may begin with a capital ({We}); conditions do not, "Really? Yes." is a sentence.
enum class Capital { No, Yes };

bool isNameSign(QChar c, bool first, Capital capital)
{
    const bool isCapital = capital == Capital::Yes && first && c >= u'A' && c <= u'Z';
    return isCapital || (c >= u'a' && c <= u'z') || (!first && (c == u'_' || c == u'.'));
}

qsizetype pastSpaces(QStringView text, qsizetype at)
{
    while (at < text.size() && text[at].isSpace())
        ++at;
    return at;
}

qsizetype pastName(QStringView text, qsizetype at, Capital capital)
{
    const qsizetype begin = at;
    while (at < text.size() && isNameSign(text[at], at == begin, capital))
        ++at;
    return at;
}

/// "ours, !first? " at `begin`; where it ends, or `begin` if nothing of the kind stands there.
qsizetype takeConditions(QStringView text, qsizetype begin,
                         std::vector<Phrase::Condition> &conditions)
{
    std::vector<Phrase::Condition> found;
    qsizetype at = begin;
    do {
        at = pastSpaces(text, found.empty() ? at : at + 1);
        const bool wanted = at >= text.size() || text[at] != u'!';
        const qsizetype name = at + (wanted ? 0 : 1);
        at = pastName(text, name, Capital::No);
        if (at == name)
            return begin;
        found.push_back({text.sliced(name, at - name).toString(), wanted, name});
        at = pastSpaces(text, at);
    } while (at < text.size() && text[at] == u',');
    if (at + 1 >= text.size() || text[at] != u'?' || !text[at + 1].isSpace())
        return begin;
    conditions = std::move(found);
    return at + 2;
}

class PhraseParser
{
public:
    explicit PhraseParser(QStringView text)
        : m_text(text)
    {}

    Choice parse()
    {
        auto choice = parseAlternatives();
        if (choice && m_at < m_text.size())
            return mistake(m_at, Words::tr("“]” closes nothing; take it out."));
        return choice;
    }

private:
    static tl::unexpected<PhraseMistake> mistake(qsizetype at, const QString &sentence)
    {
        return tl::make_unexpected(PhraseMistake{at, sentence});
    }

    Choice parseAlternatives()
    {
        std::vector<Phrase> choice;
        do {
            auto phrase = parsePhrase();
            if (!phrase)
                return tl::make_unexpected(phrase.error());
            choice.push_back(std::move(*phrase));
        } while (take(u'|'));
        return choice;
    }

    tl::expected<Phrase, PhraseMistake> parsePhrase()
    {
        Phrase phrase;
        m_at = takeConditions(m_text, m_at, phrase.conditions);
        while (m_at < m_text.size() && m_text[m_at] != u'|' && m_text[m_at] != u']') {
            auto part = parsePart();
            if (!part)
                return tl::make_unexpected(part.error());
            phrase.parts.push_back(std::move(*part));
        }
        return phrase;
    }

    tl::expected<Phrase::Part, PhraseMistake> parsePart()
    {
        if (take(u'['))
            return parseBrackets();
        if (take(u'{'))
            return parseField();
        Phrase::Part part;
        part.at = m_at;
        static constexpr QStringView special = u"[]{|";
        while (m_at < m_text.size() && !special.contains(m_text[m_at])) {
            if (m_text[m_at] == u'}')
                return mistake(m_at, Words::tr("“}” closes nothing; take it out."));
            if (m_text[m_at] == u'\\' && m_at + 1 < m_text.size())
                ++m_at;
            part.text += m_text[m_at++];
        }
        return part;
    }

    tl::expected<Phrase::Part, PhraseMistake> parseBrackets()
    {
        const qsizetype begin = m_at - 1;
        if (++m_depth > deepestNesting)
            return mistake(begin, Words::tr("Too many brackets in each other."));
        auto choice = parseAlternatives();
        if (!choice)
            return tl::make_unexpected(choice.error());
        if (!take(u']'))
            return mistake(begin, Words::tr("“[” is never closed; add “]”."));
        --m_depth;
        return Phrase::Part{Phrase::Part::Choice, {}, std::move(*choice), begin};
    }

    tl::expected<Phrase::Part, PhraseMistake> parseField()
    {
        const qsizetype begin = m_at - 1;
        const qsizetype end = m_text.indexOf(u'}', m_at);
        if (end < 0)
            return mistake(begin, Words::tr("“{” is never closed; add “}”."));
        const QStringView name = m_text.sliced(m_at, end - m_at).trimmed();
        if (name.isEmpty() || pastName(name, 0, Capital::Yes) != name.size())
            return mistake(begin, Words::tr("“%1” is no name of a field; take one of the list.")
                                      .arg(name.first(std::min<qsizetype>(name.size(), 40))));
        m_at = end + 1;
        return Phrase::Part{Phrase::Part::Field, name.toString(), {}, begin};
    }

    bool take(QChar c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
};

} // namespace

Choice parseChoice(QStringView text)
{
    return PhraseParser(text).parse();
}

PhraseFiller::PhraseFiller(const TemplateFields &fields)
    : m_fields(fields)
{}

std::optional<QString> PhraseFiller::say(const std::vector<Phrase> &choice)
{
    for (const Phrase &phrase : choice) {
        const bool named = m_zoneNamed;
        if (auto said = sayOne(phrase))
            return said;
        m_zoneNamed = named;
    }
    return std::nullopt;
}

bool PhraseFiller::holds(const Phrase::Condition &condition) const
{
    const bool is =
        m_fields.flags.contains(condition.name) || m_fields.values.contains(condition.name);
    return is == condition.wanted;
}

std::optional<QString> PhraseFiller::sayOne(const Phrase &phrase)
{
    const bool said =
        std::ranges::all_of(phrase.conditions, [this](const auto &each) { return holds(each); });
    if (!said)
        return std::nullopt;
    QString text;
    for (const Phrase::Part &part : phrase.parts) {
        if (text.size() > longest)
            break;
        if (part.kind == Phrase::Part::Text) {
            text += part.text;
        } else if (part.kind == Phrase::Part::Choice) {
            text += say(part.choice).value_or(QString());
        } else {
            const auto value = m_fields.values.find(part.text);
            if (value == m_fields.values.end())
                return std::nullopt;
            const bool nameZone = !m_zoneNamed && !value->second.zoned.isEmpty();
            text += nameZone ? value->second.zoned : value->second.text;
            m_zoneNamed = m_zoneNamed || nameZone;
        }
    }
    return text;
}

} // namespace wording
