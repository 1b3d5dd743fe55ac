// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exposition/cursor.h"
#include "exposition/grammars.h"
#include "exposition/readsample.h"
#include "exposition/textdistributions.h"
#include "exposition/words.h"

#include <QHash>

namespace exposition {

namespace {

using Check = tl::expected<void, QString>;

tl::unexpected<QString> refuse(const QString &reason)
{
    return tl::make_unexpected(reason);
}

std::optional<Type> typeNamed(QByteArrayView word)
{
    if (word == "counter")
        return Type::Counter;
    if (word == "gauge")
        return Type::Gauge;
    if (word == "histogram")
        return Type::Histogram;
    if (word == "summary")
        return Type::Summary;
    if (word == "untyped")
        return Type::Unknown;
    return std::nullopt;
}

QByteArrayView withoutTrailingBlanks(QByteArrayView text)
{
    while (text.endsWith(' ') || text.endsWith('\t'))
        text.chop(1);
    return text;
}

/// One document of the text format, read line by line.
class TextReader
{
public:
    explicit TextReader(const QByteArray &bytes)
    {
        m_document.format = Format::Text;
        m_document.source = bytes;
    }

    tl::expected<Document, Fault> read()
    {
        const QByteArrayView bytes(m_document.source);
        for (qsizetype at = 0; at < bytes.size();) {
            ++m_line;
            const qsizetype end = bytes.indexOf('\n', at);
            const Check line =
                end < 0 ? readUnended(bytes.sliced(at)) : readLine(bytes.sliced(at, end - at));
            if (!line)
                return tl::make_unexpected(Fault{m_line, line.error()});
            at = end < 0 ? bytes.size() : end + 1;
        }
        if (const auto whole = m_distributions.finish(); !whole)
            return tl::make_unexpected(whole.error());
        return std::move(m_document);
    }

private:
    struct Seen
    {
        bool type = false;
        bool help = false;
        bool sample = false;
    };

    Check readUnended(QByteArrayView line)
    {
        if (withoutTrailingBlanks(line).isEmpty())
            return {};
        return refuse(Words::tr("The last line does not end in a line feed. The document may have "
                                "been cut off."));
    }

    Check readLine(QByteArrayView line)
    {
        Cursor cursor(line);
        cursor.skipBlanks();
        if (cursor.isAtEnd())
            return {};
        if (cursor.take('#'))
            return readComment(cursor);
        return readSample(cursor.rest());
    }

    Check readComment(Cursor cursor)
    {
        cursor.skipBlanks();
        const QByteArrayView keyword = cursor.takeWord();
        if (keyword != "HELP" && keyword != "TYPE")
            return {};
        const auto name = takeTextName(cursor, m_document);
        if (!name)
            return refuse(name.error());
        if (name->isEmpty() || !(cursor.isAtEnd() || cursor.isAtBlank()))
            return refuse(Words::tr("Behind %1 there has to be the name of a metric.")
                              .arg(QString::fromLatin1(keyword)));
        cursor.skipBlanks();
        const quint32 family = familyNamed(*name);
        const QByteArrayView rest = withoutTrailingBlanks(cursor.rest());
        return keyword == "HELP" ? setHelp(family, rest) : setType(family, rest);
    }

    Check setHelp(quint32 family, QByteArrayView help)
    {
        if (m_seen[family].help)
            return refuse(Words::tr("There is a second HELP line for %1.")
                              .arg(shown(m_document.families[family].name)));
        if (const auto escape = unknownEscape(help, "\\n"))
            return refuse(Words::tr("“%1” is not an escape. A backslash is written twice.")
                              .arg(shown(*escape)));
        m_seen[family].help = true;
        m_document.families[family].help = resolved(help, m_document);
        return {};
    }

    Check setType(quint32 family, QByteArrayView word)
    {
        const QString name = shown(m_document.families[family].name);
        if (m_seen[family].type)
            return refuse(Words::tr("There is a second TYPE line for %1.").arg(name));
        if (m_seen[family].sample)
            return refuse(
                Words::tr("The TYPE line for %1 has to stand before its samples.").arg(name));
        const auto type = typeNamed(word);
        if (!type)
            return refuse(Words::tr("“%1” is not a type. A type is counter, gauge, histogram, "
                                    "summary or untyped.")
                              .arg(shown(word)));
        m_seen[family].type = true;
        m_document.families[family].type = *type;
        return {};
    }

    Check readSample(QByteArrayView line)
    {
        if (const Check read = readTextSample(line, m_document, m_sample); !read)
            return read;
        const quint32 index = familyOfSample(m_sample.name);
        m_seen[index].sample = true;
        const Family &family = m_document.families[index];
        if (family.type == Type::Histogram || family.type == Type::Summary) {
            const Check fits = m_distributions.add(index, family, m_sample, m_line);
            if (!fits)
                return fits;
        }
        Sample sample{index, m_line, m_sample.name, {}, m_sample.value, m_sample.at, {}};
        sample.labels = addLabels(m_sample.labels, m_document);
        m_document.samples.push_back(sample);
        return {};
    }

    /// The family of that name, or else the histogram or summary that it is a part of.
    quint32 familyOfSample(QByteArrayView name)
    {
        if (const auto found = m_families.constFind(name); found != m_families.cend())
            return *found;
        for (const QByteArrayView suffix : {"_bucket", "_count", "_sum"}) {
            if (!name.endsWith(suffix))
                continue;
            const auto found = m_families.constFind(name.chopped(suffix.size()));
            if (found == m_families.cend())
                continue;
            const Type type = m_document.families[*found].type;
            if (type == Type::Histogram || (type == Type::Summary && suffix != "_bucket"))
                return *found;
        }
        return familyNamed(name);
    }

    quint32 familyNamed(QByteArrayView name)
    {
        const auto found = m_families.constFind(name);
        if (found != m_families.cend())
            return *found;
        const auto index = quint32(m_document.families.size());
        m_document.families.push_back({name, Type::Unknown, {}, {}});
        m_seen.push_back({});
        m_families.insert(name, index);
        return index;
    }

    Document m_document;
    int m_line = 0;
    ReadSample m_sample;
    QHash<QByteArrayView, quint32> m_families;
    std::vector<Seen> m_seen; ///< beside the document's families
    TextDistributions m_distributions;
};

} // namespace

tl::expected<Document, Fault> parseText(const QByteArray &bytes)
{
    return TextReader(bytes).read();
}

} // namespace exposition
