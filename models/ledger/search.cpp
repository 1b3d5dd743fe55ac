// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/search.h"

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

// More words than this say nothing more, and FTS5 limits how deep a query may be.
constexpr qsizetype mostWords = 16;
constexpr qsizetype longestWord = 100;

constexpr auto claimRow =
    "INSERT INTO search_row (incident) VALUES (?) ON CONFLICT (incident) DO NOTHING"_L1;
constexpr auto eraseText =
    "DELETE FROM search WHERE rowid = (SELECT n FROM search_row WHERE incident = ?)"_L1;
constexpr auto insertText =
    "INSERT INTO search (rowid, ref, title, felt, components, cause, posts, notes, postmortem)"
    " VALUES ((SELECT n FROM search_row WHERE incident = ?), ?, ?, ?, ?, ?, ?, ?, ?)"_L1;
constexpr auto readText =
    "SELECT ref, title, felt, components, cause, posts, notes, postmortem FROM search"
    " WHERE rowid = (SELECT n FROM search_row WHERE incident = ?)"_L1;
constexpr auto eraseAll = "DELETE FROM search"_L1;
// Where the index is damaged, removing rows through it would fail.
constexpr auto remakeIndex = "INSERT INTO search (search) VALUES ('rebuild')"_L1;
constexpr auto verifyIndex = "INSERT INTO search (search) VALUES ('integrity-check')"_L1;

bool hasWordCharacter(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
        if (QChar::isLetterOrNumber(c))
            return true;
    }
    return false;
}

QString joined(const QStringList &parts)
{
    QStringList said;
    for (const QString &part : parts) {
        if (!part.isEmpty() && !said.contains(part))
            said.append(part);
    }
    return said.join(u'\n');
}

QStringList postTexts(const incident::Incident &incident)
{
    QStringList texts;
    for (const incident::PostRevision &post : incident.posts)
        texts << post.title << post.body;
    return texts;
}

} // namespace

SearchText searchTextOf(const incident::Incident &incident, std::span<const incident::Event> events)
{
    QStringList felt;
    for (const incident::Window &window : incident.windows)
        felt.append(window.felt);
    QStringList notes;
    for (const incident::Event &event : events) {
        if (const auto *note = std::get_if<incident::Noted>(&event.payload))
            notes.append(note->text);
    }
    QStringList sections;
    for (const auto &[name, text] : incident.sections)
        sections.append(text);
    SearchText text = {incident.ref,
                       incident.title,
                       joined(felt),
                       joined(incident.components()),
                       joined({incident.cause.text, incident.cause.provider}),
                       joined(postTexts(incident)),
                       joined(notes),
                       joined(sections)};
    for (QString &column : text)
        column = storable(column);
    return text;
}

QString matchExpression(const QString &typed)
{
    QStringList words;
    const QStringList parts = storable(typed).simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        QString word = part.left(longestWord);
        if (!hasWordCharacter(word))
            continue;
        words.append(u'"' + word.replace(u"\""_s, u"\"\""_s) + u"\"*"_s);
        if (words.size() == mostWords)
            break;
    }
    return words.join(u' ');
}

base::Done SearchStore::write(const QString &incident, const SearchText &text)
{
    if (auto done = m_database.run(claimRow, Values().add(incident)); !done)
        return done;
    if (auto done = m_database.run(eraseText, Values().add(incident)); !done)
        return done;
    Values row;
    row.add(incident);
    for (const QString &column : text)
        row.add(column);
    return m_database.run(insertText, row);
}

base::Result<std::optional<SearchText>> SearchStore::read(const QString &incident)
{
    const auto row = m_database.row(readText, Values().add(incident));
    if (!row)
        return base::passOn(row);
    if (!*row)
        return std::nullopt;
    SearchText text;
    for (std::size_t column = 0; column < text.size(); ++column)
        text[column] = (*row)->text(int(column));
    return text;
}

base::Done SearchStore::removeAll()
{
    if (auto done = m_database.run(remakeIndex); !done)
        return done;
    return m_database.run(eraseAll);
}

base::Done SearchStore::verify()
{
    return m_database.run(verifyIndex);
}

} // namespace ledger
