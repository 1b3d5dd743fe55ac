// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/feed.h"

#include "base/text.h"
#include "importing/htmltext.h"
#include "importing/words.h"

#include <QXmlStreamReader>

namespace importing {

using namespace Qt::StringLiterals;
using base::ErrorKind;
using base::Result;

namespace {

constexpr int deepest = 100;
constexpr qsizetype longestEntry = 1'000'000;
constexpr auto atom = "http://www.w3.org/2005/Atom"_L1;
constexpr auto rss1 = "http://purl.org/rss/1.0/"_L1;
constexpr auto rss09 = "http://my.netscape.com/rdf/simple/0.9/"_L1;
constexpr auto dublinCore = "http://purl.org/dc/elements/1.1/"_L1;
constexpr auto content = "http://purl.org/rss/1.0/modules/content/"_L1;

/// Feeds use the names of HTML's entities as if XML had them.
class HtmlEntities final : public QXmlStreamEntityResolver
{
public:
    QString resolveUndeclaredEntity(const QString &name) override { return entityText(name); }
};

class FeedReader
{
public:
    explicit FeedReader(const QString &text)
        : m_xml(text)
    {
        m_xml.setEntityResolver(&m_entities);
    }

    Result<Feed> run()
    {
        while (m_failure.isEmpty() && !m_xml.atEnd()) {
            next();
            if (m_xml.isStartElement())
                element();
        }
        if (!m_failure.isEmpty())
            return base::fail(ErrorKind::Format, m_failure);
        if (m_xml.hasError())
            return brokenOff();
        if (m_feed.entries.empty() && !m_known)
            return base::fail(ErrorKind::Format, notAFeed());
        return std::move(m_feed);
    }

private:
    static QString notAFeed()
    {
        return Words::tr("This is no RSS or Atom feed. Look on the page for a link named RSS, Atom "
                         "or feed, and use that address.");
    }

    Result<Feed> brokenOff()
    {
        if (!m_known)
            return base::fail(ErrorKind::Format, notAFeed(), m_xml.errorString());
        const QString line = QString::number(m_xml.lineNumber());
        if (m_feed.entries.empty()) {
            return base::fail(
                ErrorKind::Format,
                Words::tr("The feed is damaged in line %1. Fetch it again, or ask who "
                          "runs the page to mend it.")
                    .arg(line),
                m_xml.errorString());
        }
        m_feed.warnings += Words::tr("The feed is damaged in line %1: only the entries before it "
                                     "were read. Fetch it again.")
                               .arg(line);
        return std::move(m_feed);
    }

    void next()
    {
        m_xml.readNext();
        if (m_xml.isStartElement() && ++m_depth > deepest)
            m_failure =
                Words::tr("The feed is nested deeper than any feed needs. It was not read.");
        else if (m_xml.isEndElement())
            --m_depth;
        else if (m_xml.isDTD() && !m_xml.entityDeclarations().isEmpty())
            m_failure = Words::tr("The feed declares entities of its own, which no feed needs. It "
                                  "was not read, for safety.");
    }

    [[nodiscard]] bool goesOn() const
    {
        return m_failure.isEmpty() && !m_xml.atEnd() && !m_xml.hasError();
    }

    [[nodiscard]] bool is(QLatin1StringView name) const { return m_xml.name() == name; }

    /// An element that is neither in an entry nor read yet.
    void element()
    {
        if (m_depth == 1) {
            m_known = is("rss"_L1) || is("feed"_L1) || is("RDF"_L1);
            if (!m_known)
                m_failure = notAFeed();
        } else if (is("item"_L1) || is("entry"_L1)) {
            entry();
        } else if (is("title"_L1) && m_feed.title.isEmpty()) {
            m_feed.title = base::oneLine(words());
        } else if (is("link"_L1)) {
            feedLink();
        } else if (!is("channel"_L1)) {
            skip();
        }
    }

    void feedLink()
    {
        const auto attributes = m_xml.attributes();
        const QString address = attributes.value("href"_L1).toString();
        const QString relation = attributes.value("rel"_L1).toString();
        const QString text = words();
        if (relation == "next"_L1)
            m_feed.next = address;
        else if (m_feed.home.isEmpty() && (relation.isEmpty() || relation == "alternate"_L1))
            m_feed.home = address.isEmpty() ? text : address;
    }

    void entry()
    {
        const int depth = m_depth;
        FeedEntry entry;
        while (goesOn()) {
            next();
            if (m_xml.isEndElement() && m_depth < depth)
                break;
            if (m_xml.isStartElement())
                field(entry);
        }
        if (!goesOn())
            return;
        if (int(m_feed.entries.size()) >= mostEntries) {
            m_failure = Words::tr("The feed has more than 10000 entries on one page. Cut it into "
                                  "smaller files and import one by one.");
            return;
        }
        m_feed.entries.push_back(std::move(entry));
    }

    void field(FeedEntry &entry)
    {
        const auto space = m_xml.namespaceUri();
        const bool plain = space.isEmpty() || space == atom || space == rss1 || space == rss09;
        if (space == content && is("encoded"_L1)) {
            take(entry.text, plainText(text()));
        } else if (space == dublinCore) {
            dublinCoreField(entry);
        } else if (!plain) {
            skip();
        } else if (is("guid"_L1) || is("id"_L1)) {
            entry.id = text().trimmed();
        } else if (is("link"_L1)) {
            entryLink(entry);
        } else if (is("title"_L1)) {
            entry.title = base::oneLine(words());
        } else if (is("author"_L1)) {
            entry.author = base::oneLine(author());
        } else if (is("pubDate"_L1) || is("published"_L1)) {
            entry.published = text().trimmed();
        } else if (is("updated"_L1)) {
            entry.updated = text().trimmed();
        } else if (is("description"_L1) || is("content"_L1) || is("summary"_L1)) {
            take(entry.text, words());
        } else {
            skip();
        }
    }

    void dublinCoreField(FeedEntry &entry)
    {
        if (is("date"_L1)) {
            const QString date = text().trimmed();
            if (entry.published.isEmpty())
                entry.published = date;
        } else if (is("creator"_L1)) {
            entry.author = base::oneLine(text());
        } else {
            skip();
        }
    }

    void entryLink(FeedEntry &entry)
    {
        const auto attributes = m_xml.attributes();
        const QString relation = attributes.value("rel"_L1).toString();
        const QString address = attributes.value("href"_L1).toString();
        const QString written = text().trimmed();
        const bool itself = relation.isEmpty() || relation == "alternate"_L1;
        if (itself && entry.link.isEmpty())
            entry.link = address.isEmpty() ? written : address;
    }

    /// Atom puts the name into an element of its own.
    QString author()
    {
        const int depth = m_depth;
        QString name;
        QString all;
        while (goesOn()) {
            next();
            if (m_xml.isEndElement() && m_depth < depth)
                break;
            if (m_xml.isStartElement() && is("name"_L1))
                name = text();
            else if (m_xml.isCharacters())
                all += m_xml.text();
        }
        return name.isEmpty() ? all : name;
    }

    static void take(QString &longest, const QString &text)
    {
        if (text.size() > longest.size())
            longest = text;
    }

    /// What a reader sees of the element: RSS writes HTML, Atom says what it writes.
    QString words()
    {
        const QString type = m_xml.attributes().value("type"_L1).toString();
        const bool isAtom = m_xml.namespaceUri() == atom;
        const bool isPlain =
            isAtom && (type.isEmpty() || type == "text"_L1 || type.startsWith("text/plain"_L1));
        const QString raw = text();
        return isPlain ? raw.trimmed() : plainText(raw);
    }

    /// All up to the end of the element; elements in it become tags again.
    QString text()
    {
        const int depth = m_depth;
        QString text;
        while (goesOn()) {
            next();
            if (m_xml.isEndElement() && m_depth < depth)
                break;
            if (m_xml.isStartElement())
                text += u'<' + m_xml.name().toString() + u'>';
            else if (m_xml.isEndElement())
                text += "</"_L1 + m_xml.name().toString() + u'>';
            else if (m_xml.isEntityReference())
                text += entityText(m_xml.name());
            else if (m_xml.isCharacters())
                text +=
                    m_depth > depth ? base::escapeMarkup(m_xml.text()) : m_xml.text().toString();
            if (text.size() > longestEntry) {
                m_failure = Words::tr("An entry of the feed is longer than 1000000 characters. It "
                                      "was not read.");
            }
        }
        return text;
    }

    void skip()
    {
        const int depth = m_depth;
        while (goesOn()) {
            next();
            if (m_xml.isEndElement() && m_depth < depth)
                break;
        }
    }

    HtmlEntities m_entities;
    QXmlStreamReader m_xml;
    Feed m_feed;
    QString m_failure;
    int m_depth = 0;
    bool m_known = false;
};

} // namespace

Result<Feed> readFeed(const QString &xml)
{
    return FeedReader(xml).run();
}

} // namespace importing
