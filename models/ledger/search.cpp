// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/search.h"

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

// More words than this say nothing more, and FTS5 limits how deep a query may be.
constexpr qsizetype mostWords = 16;
constexpr qsizetype longestWord = 100;

constexpr auto readRow = "SELECT n FROM search_row WHERE incident = ?"_L1;
constexpr auto countRow = "SELECT count(*) FROM search_row WHERE n = ?"_L1;
constexpr auto eraseRow = "DELETE FROM search_row WHERE incident = ?"_L1;
constexpr auto insertRow = "INSERT INTO search_row (n, incident) VALUES (?, ?)"_L1;
constexpr auto eraseText = "DELETE FROM search WHERE rowid = ?"_L1;
constexpr auto insertText =
    "INSERT INTO search (rowid, ref, title, felt, components, cause, posts, notes, postmortem)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_L1;
constexpr auto readText =
    "SELECT ref, title, felt, components, cause, posts, notes, postmortem FROM search"
    " WHERE rowid = (SELECT n FROM search_row WHERE incident = ?)"_L1;
// Where the index is damaged, removing rows through it would fail: it is made anew of nothing.
constexpr auto eraseTexts = "DELETE FROM search_content"_L1;
constexpr auto remakeIndex = "INSERT INTO search (search) VALUES ('rebuild')"_L1;
constexpr auto verifyIndex = "INSERT INTO search (search) VALUES ('integrity-check')"_L1;

/// Rows for those that began in the same minute.
constexpr qint64 rowsPerMinute = 65536;

/// The first row of its minute.
qint64 rowOf(base::Instant began)
{
    return std::chrono::floor<std::chrono::minutes>(began).time_since_epoch().count() *
           rowsPerMinute;
}

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

/// "Harbour Hosting", whom we spoke with, the ticket, and both sides of what was said.
QStringList contactTexts(const incident::Incident &incident)
{
    QStringList texts;
    for (const incident::ProviderContact &contact : incident.contacts)
        texts << contact.provider << contact.who << contact.reference << contact.said
              << contact.answer;
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
    notes += contactTexts(incident);
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

base::Done SearchStore::write(const QString &incident, base::Instant began, const SearchText &text)
{
    const auto n = placed(incident, began);
    if (!n)
        return base::passOn(n);
    Values row;
    row.add(*n);
    for (const QString &column : text)
        row.add(column);
    return m_database.run(insertText, row);
}

base::Result<qint64> SearchStore::placed(const QString &incident, base::Instant began)
{
    const auto before = m_database.row(readRow, Values().add(incident));
    if (!before)
        return base::passOn(before);
    const qint64 first = rowOf(began);
    if (*before) {
        const qint64 n = (*before)->number(0);
        if (auto done = m_database.run(eraseText, Values().add(n)); !done)
            return base::passOn(done);
        if (n >= first && n < first + rowsPerMinute)
            return n;
        if (auto done = m_database.run(eraseRow, Values().add(incident)); !done)
            return base::passOn(done);
    }
    // Anywhere in its minute, but in every ledger at the same place.
    for (qint64 n = first + qChecksum(incident.toUtf8());; ++n) {
        const auto taken = m_database.number(countRow, Values().add(n));
        if (!taken)
            return base::passOn(taken);
        if (*taken > 0)
            continue;
        if (auto done = m_database.run(insertRow, Values().add(n).add(incident)); !done)
            return base::passOn(done);
        return n;
    }
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
    if (auto done = m_database.run(eraseTexts); !done)
        return done;
    return m_database.run(remakeIndex);
}

base::Done SearchStore::verify()
{
    return m_database.run(verifyIndex);
}

} // namespace ledger
