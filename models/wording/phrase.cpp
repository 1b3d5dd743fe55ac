// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/phrase.h"

#include <algorithm>

#include <QCoreApplication>
#include <QRegularExpression>

namespace wording {

using base::ErrorKind;
using base::fail;
using base::passOn;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr int deepestNesting = 20;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

/// "ours, !first?" at the beginning of a phrase.
qsizetype takeConditions(QStringView text, std::vector<Phrase::Condition> &conditions)
{
    static const QRegularExpression pattern(
        uR"(^\s*(!?[a-z][a-z_.]*(?:\s*,\s*!?[a-z][a-z_.]*)*)\?\s)"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return 0;
    for (const QStringView name : match.capturedView(1).split(u',')) {
        const QStringView plain = name.trimmed();
        const bool wanted = !plain.startsWith(u'!');
        conditions.push_back({plain.sliced(wanted ? 0 : 1).toString(), wanted});
    }
    return match.capturedEnd();
}

class PhraseParser
{
public:
    explicit PhraseParser(QStringView text)
        : m_text(text)
    {}

    Result<std::vector<Phrase>> parse()
    {
        auto choice = parseAlternatives();
        if (choice && m_at < m_text.size())
            return fail(ErrorKind::Format, Words::tr("“]” closes nothing; take it out."));
        return choice;
    }

private:
    Result<std::vector<Phrase>> parseAlternatives()
    {
        std::vector<Phrase> choice;
        do {
            auto phrase = parsePhrase();
            if (!phrase)
                return passOn(phrase);
            choice.push_back(std::move(*phrase));
        } while (take(u'|'));
        return choice;
    }

    Result<Phrase> parsePhrase()
    {
        Phrase phrase;
        m_at += takeConditions(m_text.sliced(m_at), phrase.conditions);
        while (m_at < m_text.size() && m_text[m_at] != u'|' && m_text[m_at] != u']') {
            auto part = parsePart();
            if (!part)
                return passOn(part);
            phrase.parts.push_back(std::move(*part));
        }
        return phrase;
    }

    Result<Phrase::Part> parsePart()
    {
        if (take(u'['))
            return parseBrackets();
        if (take(u'{'))
            return parseField();
        Phrase::Part part;
        static constexpr QStringView special = u"[]{|";
        while (m_at < m_text.size() && !special.contains(m_text[m_at])) {
            if (m_text[m_at] == u'}')
                return fail(ErrorKind::Format, Words::tr("“}” closes nothing; take it out."));
            if (m_text[m_at] == u'\\' && m_at + 1 < m_text.size())
                ++m_at;
            part.text += m_text[m_at++];
        }
        return part;
    }

    Result<Phrase::Part> parseBrackets()
    {
        if (++m_depth > deepestNesting)
            return fail(ErrorKind::Format, Words::tr("Too many brackets in each other."));
        auto choice = parseAlternatives();
        if (!choice)
            return passOn(choice);
        if (!take(u']'))
            return fail(ErrorKind::Format, Words::tr("“[” is never closed; add “]”."));
        --m_depth;
        return Phrase::Part{Phrase::Part::Choice, {}, std::move(*choice)};
    }

    Result<Phrase::Part> parseField()
    {
        const qsizetype end = m_text.indexOf(u'}', m_at);
        if (end < 0)
            return fail(ErrorKind::Format, Words::tr("“{” is never closed; add “}”."));
        const QString name = m_text.sliced(m_at, end - m_at).trimmed().toString();
        static const QRegularExpression pattern(u"^[a-z][a-z_.]*$"_s);
        if (!pattern.match(name).hasMatch())
            return fail(ErrorKind::Format,
                        Words::tr("“%1” is no name of a field; use small letters.").arg(name));
        m_at = end + 1;
        return Phrase::Part{Phrase::Part::Field, name, {}};
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

Result<std::vector<Phrase>> parseChoice(QStringView text)
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
