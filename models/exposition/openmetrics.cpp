// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exposition/cursor.h"
#include "exposition/familyreader.h"
#include "exposition/grammars.h"
#include "exposition/words.h"

#include <QHash>

namespace exposition {

namespace {

using Whole = tl::expected<void, Fault>;

/// One document of OpenMetrics, read line by line.
class OpenMetricsReader
{
public:
    explicit OpenMetricsReader(const QByteArray &bytes)
    {
        m_document.format = Format::OpenMetrics;
        m_document.source = bytes;
    }

    tl::expected<Document, Fault> read()
    {
        const QByteArrayView bytes(m_document.source);
        for (qsizetype at = 0; at < bytes.size();) {
            ++m_line;
            const qsizetype feed = bytes.indexOf('\n', at);
            const qsizetype end = feed < 0 ? bytes.size() : feed;
            const QByteArrayView line = bytes.sliced(at, end - at);
            at = feed < 0 ? end : feed + 1;
            if (line == "# EOF")
                return finish(at == bytes.size());
            if (const Whole read = readLine(line); !read)
                return tl::make_unexpected(read.error());
            if (feed < 0)
                break;
        }
        const int missing = bytes.isEmpty() || bytes.endsWith('\n') ? m_line + 1 : m_line;
        return tl::make_unexpected(Fault{missing, Words::tr("The line “# EOF” is missing at the "
                                                            "end. The document may have been cut "
                                                            "off.")});
    }

private:
    /// What a family has had so far, beside what the document holds of it.
    struct Metadata
    {
        int line = 0; ///< the first of the family
        bool type = false;
        bool help = false;
        bool unit = false;
        int unitLine = 0;
    };

    tl::unexpected<Fault> refuse(const QString &reason) const
    {
        return tl::make_unexpected(Fault{m_line, reason});
    }

    tl::expected<Document, Fault> finish(bool isAtEnd)
    {
        if (!isAtEnd)
            return tl::make_unexpected(
                Fault{m_line + 1, Words::tr("Nothing may follow the line “# EOF”.")});
        if (const Whole closed = closeFamily(); !closed)
            return tl::make_unexpected(closed.error());
        return std::move(m_document);
    }

    Whole readLine(QByteArrayView line)
    {
        if (line.isEmpty())
            return refuse(Words::tr("OpenMetrics allows no empty lines."));
        if (line.endsWith('\r'))
            return refuse(Words::tr("The line ends in a carriage return. Lines end in a line feed "
                                    "alone."));
        return line.startsWith('#') ? readMetadata(line) : readSample(line);
    }

    Whole readMetadata(QByteArrayView line)
    {
        Cursor cursor(line.sliced(1));
        cursor.take(' ');
        const QByteArrayView keyword = cursor.takeWord();
        const bool isKnown = keyword == "TYPE" || keyword == "HELP" || keyword == "UNIT";
        if (!isKnown || line.at(1) != ' ')
            return refuse(Words::tr("Only lines that begin with “# TYPE”, “# HELP”, “# UNIT” or "
                                    "“# EOF” may begin with a hash. OpenMetrics has no comments."));
        if (!cursor.take(' '))
            return refuse(Words::tr("Behind %1 there has to be one space and the name of a metric.")
                              .arg(QString::fromLatin1(keyword)));
        const QByteArrayView name = cursor.takeName(true);
        if (name.isEmpty() || !cursor.take(' '))
            return refuse(Words::tr("Behind %1 there has to be the name of a metric, one space and "
                                    "a text.")
                              .arg(QString::fromLatin1(keyword)));
        if (const Whole opened = openFor(name); !opened)
            return opened;
        if (keyword == "TYPE")
            return setType(cursor.rest());
        return keyword == "HELP" ? setHelp(cursor.rest()) : setUnit(cursor.rest());
    }

    /// Makes the family of that name the present one, which metadata may describe.
    Whole openFor(QByteArrayView name)
    {
        if (m_reader && family().name == name) {
            if (m_reader->hasSamples())
                return refuse(Words::tr("What describes %1 has to stand before its samples.")
                                  .arg(shown(name)));
            return {};
        }
        return openFamily(name);
    }

    Whole setType(QByteArrayView word)
    {
        if (m_metadata.type)
            return refuse(
                Words::tr("There is a second TYPE line for %1.").arg(shown(family().name)));
        const auto type = base::fromName<Type>(QString::fromUtf8(word));
        if (!type)
            return refuse(Words::tr("“%1” is not a type that OpenMetrics has.").arg(shown(word)));
        m_metadata.type = true;
        family().type = *type;
        m_reader.emplace(family());
        return {};
    }

    /// A quote or a backslash that stands alone is kept, as exporters of all kinds write them.
    Whole setHelp(QByteArrayView raw)
    {
        if (m_metadata.help)
            return refuse(
                Words::tr("There is a second HELP line for %1.").arg(shown(family().name)));
        m_metadata.help = true;
        family().help = resolved(raw, m_document);
        return {};
    }

    Whole setUnit(QByteArrayView unit)
    {
        const QByteArrayView name = family().name;
        if (m_metadata.unit)
            return refuse(Words::tr("There is a second UNIT line for %1.").arg(shown(name)));
        m_metadata.unit = true;
        m_metadata.unitLine = m_line;
        if (unit.isEmpty())
            return {};
        const bool isSuffix = name.endsWith(unit) && name.chopped(unit.size()).endsWith('_');
        if (!isSuffix)
            return refuse(Words::tr("The name %1 does not end in an underscore and its unit “%2”.")
                              .arg(shown(name), shown(unit)));
        family().unit = unit;
        return {};
    }

    Whole readSample(QByteArrayView line)
    {
        if (const auto read = readOpenMetricsSample(line, m_document, m_sample); !read)
            return refuse(read.error());
        auto part = m_reader ? partOf(family(), m_sample.name) : std::nullopt;
        if (!part) {
            if (const Whole opened = openFamily(m_sample.name); !opened)
                return opened;
            part = Part::Value;
        }
        const Exemplar *const exemplar = m_sample.exemplar ? &*m_sample.exemplar : nullptr;
        if (const Whole added = m_reader->add(*part, m_sample, exemplar, m_line); !added)
            return added;
        Sample sample{quint32(m_document.families.size() - 1),
                      m_line,
                      m_sample.name,
                      addLabels(m_sample.labels, m_document),
                      m_sample.value,
                      m_sample.at,
                      {}};
        if (exemplar) {
            sample.exemplar = quint32(m_document.exemplars.size());
            m_document.exemplars.push_back(*exemplar);
        }
        m_document.samples.push_back(sample);
        return {};
    }

    /// A new family of unknown type, until a TYPE line says otherwise.
    Whole openFamily(QByteArrayView name)
    {
        if (m_names.contains(name))
            return refuse(wordsForRepeated(name));
        if (const Whole closed = closeFamily(); !closed)
            return closed;
        m_names.insert(name);
        m_document.families.push_back({name, Type::Unknown, {}, {}});
        m_metadata = {};
        m_metadata.line = m_line;
        m_reader.emplace(family());
        return {};
    }

    QString wordsForRepeated(QByteArrayView name)
    {
        if (m_reader && family().name == name) {
            QStringList allowed;
            for (const SuffixedPart &part : partsOf(family().type))
                allowed += shown(name) + QString::fromLatin1(part.suffix);
            return Words::tr("%1 is a %2. Its samples have to be called %3.")
                .arg(shown(name), base::toName(family().type),
                     allowed.join(QLatin1StringView(", ")));
        }
        return Words::tr("%1 stood further up already, with others in between. All of it has to "
                         "stand together.")
            .arg(shown(name));
    }

    /// Once it is known what the samples of the present family may be called.
    Whole closeFamily()
    {
        if (!m_reader)
            return {};
        if (const Whole whole = m_reader->finish(); !whole)
            return whole;
        const Family &closed = family();
        const bool hasNoUnit = closed.type == Type::Info || closed.type == Type::StateSet;
        if (hasNoUnit && !closed.unit.isEmpty())
            return tl::make_unexpected(Fault{
                m_metadata.unitLine, Words::tr("%1 is a %2, which has no unit.")
                                         .arg(shown(closed.name), base::toName(closed.type))});
        for (const SuffixedPart &part : partsOf(closed.type)) {
            const QByteArray sample = closed.name.toByteArray() + part.suffix.toByteArray();
            const qsizetype before = m_sampleNames.size();
            m_sampleNames.insert(sample);
            if (m_sampleNames.size() == before)
                return tl::make_unexpected(
                    Fault{m_metadata.line,
                          Words::tr("The name %1 is used by two metrics of this document.")
                              .arg(shown(sample))});
        }
        return {};
    }

    [[nodiscard]] Family &family() { return m_document.families.back(); }

    Document m_document;
    int m_line = 0;
    ReadSample m_sample;
    std::optional<FamilyReader> m_reader; ///< of the present family
    Metadata m_metadata;
    QSet<QByteArrayView> m_names;   ///< of families
    QSet<QByteArray> m_sampleNames; ///< of closed families, whether or not they had such samples
};

} // namespace

tl::expected<Document, Fault> parseOpenMetrics(const QByteArray &bytes)
{
    return OpenMetricsReader(bytes).read();
}

} // namespace exposition
