// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exposition/cursor.h"
#include "exposition/number.h"
#include "exposition/readsample.h"
#include "exposition/words.h"

namespace exposition {

namespace {

using Check = tl::expected<void, QString>;

tl::unexpected<QString> refuse(const QString &reason)
{
    return tl::make_unexpected(reason);
}

/// What stands in quotes, past the quote that ends it.
tl::expected<QByteArrayView, QString> takeString(Cursor &cursor, Document &document)
{
    const auto raw = cursor.takeQuoted();
    if (!raw)
        return refuse(Words::tr("A text in quotes has no quote at its end."));
    if (const auto escape = unknownEscape(*raw, "\\\"n"))
        return refuse(
            Words::tr("“%1” is not an escape. A backslash is written twice.").arg(shown(*escape)));
    return resolved(*raw, document);
}

/// The names and labels between braces.
class Braces
{
public:
    Braces(Cursor &cursor, Document &document, ReadSample &sample)
        : m_cursor(cursor)
        , m_document(document)
        , m_sample(sample)
    {}

    /// From the opening brace, which is there, past the closing one.
    Check take()
    {
        m_cursor.take('{');
        m_cursor.skipBlanks();
        while (!m_cursor.take('}')) {
            if (const Check item = takeItem(); !item)
                return item;
            m_cursor.skipBlanks();
            if (!m_cursor.take(',') && !m_cursor.isAt('}'))
                return refuse(
                    Words::tr("After a label there has to be a comma or a closing brace."));
            m_cursor.skipBlanks();
        }
        if (const auto name = repeatedName(m_sample.labels))
            return refuse(Words::tr("The label %1 stands there twice.").arg(shown(*name)));
        return {};
    }

private:
    /// A label, or the name of the metric in quotes.
    Check takeItem()
    {
        const bool isQuoted = m_cursor.isAt('"');
        const auto name = isQuoted ? takeQuotedName() : m_cursor.takeName(false);
        if (!name)
            return refuse(name.error());
        if (name->isEmpty())
            return refuse(Words::tr("There is no label name where one has to be: “%1”.")
                              .arg(shown(m_cursor.rest())));
        m_cursor.skipBlanks();
        if (m_cursor.take('='))
            return takeValueOf(*name);
        if (!isQuoted)
            return refuse(Words::tr("The label name %1 is not followed by an equals sign.")
                              .arg(shown(*name)));
        if (!m_sample.name.isEmpty())
            return refuse(Words::tr("A second name of a metric, %1, stands in the braces.")
                              .arg(shown(*name)));
        m_sample.name = *name;
        return {};
    }

    tl::expected<QByteArrayView, QString> takeQuotedName()
    {
        m_cursor.take('"');
        return takeString(m_cursor, m_document);
    }

    Check takeValueOf(QByteArrayView name)
    {
        if (name == "__name__")
            return refuse(Words::tr("The label name __name__ is reserved."));
        m_cursor.skipBlanks();
        if (!m_cursor.take('"'))
            return refuse(Words::tr("The value of the label %1 has to be in double quotes.")
                              .arg(shown(name)));
        const auto value = takeString(m_cursor, m_document);
        if (!value)
            return refuse(value.error());
        m_sample.labels.push_back({name, *value});
        return {};
    }

    Cursor &m_cursor;
    Document &m_document;
    ReadSample &m_sample;
};

Check takeNumbers(Cursor &cursor, ReadSample &sample)
{
    const QByteArrayView value = cursor.takeWord();
    if (value.isEmpty())
        return refuse(Words::tr("The value is missing."));
    const auto read = number(value);
    if (!read)
        return refuse(Words::tr("“%1” is not a number.").arg(shown(value)));
    sample.value = *read;
    cursor.skipBlanks();
    sample.stampText = cursor.takeWord();
    if (!sample.stampText.isEmpty()) {
        const auto ms = integer(sample.stampText);
        if (!ms)
            return refuse(Words::tr("“%1” is not a timestamp, which is a whole number of "
                                    "milliseconds.")
                              .arg(shown(sample.stampText)));
        sample.at = Stamp{double(*ms), *ms};
    }
    cursor.skipBlanks();
    if (!cursor.isAtEnd())
        return refuse(Words::tr("There is something behind the sample that does not belong there: "
                                "“%1”.")
                          .arg(shown(cursor.rest())));
    return {};
}

} // namespace

tl::expected<QByteArrayView, QString> takeTextName(Cursor &cursor, Document &document)
{
    cursor.skipBlanks();
    if (!cursor.take('"'))
        return cursor.takeName(true);
    return takeString(cursor, document);
}

tl::expected<void, QString> readTextSample(QByteArrayView line, Document &document,
                                           ReadSample &sample)
{
    Cursor cursor(line);
    sample.labels.clear();
    sample.at.reset();
    sample.exemplar.reset();
    sample.name = cursor.takeName(true);
    if (sample.name.isEmpty() && !cursor.isAt('{'))
        return refuse(Words::tr("“%1” does not begin with the name of a metric.").arg(shown(line)));
    cursor.skipBlanks();
    if (cursor.isAt('{')) {
        if (const Check read = Braces(cursor, document, sample).take(); !read)
            return read;
    }
    if (sample.name.isEmpty())
        return refuse(Words::tr("There is no name of a metric, neither before nor in the braces."));
    cursor.skipBlanks();
    return takeNumbers(cursor, sample);
}

} // namespace exposition
