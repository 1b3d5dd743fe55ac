// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/calendar.h"
#include "staticsite/feeds.h"
#include "staticsite/jsonfiles.h"
#include "staticsite/pages.h"
#include "staticsite/readback.h"
#include "staticsite/searchfiles.h"
#include "staticsite/sitefiles.h"
#include "support/hostiletexts.h"
#include "support/htmlscan.h"
#include "support/statuspagesamples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QXmlStreamReader>

using namespace support;
using staticsite::Edition;

namespace {

/// The text in every place where somebody can put one.
publish::Page hostilePage(const QString &text)
{
    publish::Page page = samplePage();
    page.name = text;
    page.footer = text;
    page.components[1] = {text, text, {}};
    for (publish::Thread &thread : page.threads) {
        thread.title = text;
        for (auto *windows : {&thread.planned, &thread.actual}) {
            for (incident::Window &window : *windows) {
                window.felt = text;
                window.components = {text};
            }
        }
        for (auto &effect : thread.components)
            effect.name = text;
        for (publish::Update &update : thread.updates) {
            update.title = text;
            update.body = text;
            for (auto &effect : update.components)
                effect.name = text;
        }
    }
    return page;
}

/// What an output that is XML or UTF-8 can keep of a text.
QString keepable(const QString &text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            out += c;
            out += text[++i];
            continue;
        }
        const bool control = c.unicode() < 0x20 && c != u'\t' && c != u'\n' && c != u'\r';
        const bool forbidden = control || c.isSurrogate() || c.unicode() >= 0xfffe;
        out += forbidden ? QChar(QChar::ReplacementCharacter) : c;
    }
    return out;
}

bool isAllowedAddress(const QString &address)
{
    return address.startsWith("https://"_L1) || address.startsWith("http://"_L1) ||
           address.startsWith(u'#') || !address.contains(u':');
}

QString faultIn(const HtmlScan &scan, const QStringList &allowedTags)
{
    static const QSet<QString> attributes{u"lang"_s,
                                          u"charset"_s,
                                          u"http-equiv"_s,
                                          u"content"_s,
                                          u"name"_s,
                                          u"rel"_s,
                                          u"type"_s,
                                          u"href"_s,
                                          u"title"_s,
                                          u"src"_s,
                                          u"defer"_s,
                                          u"data-local"_s,
                                          u"class"_s,
                                          u"id"_s,
                                          u"aria-label"_s,
                                          u"aria-labelledby"_s,
                                          u"aria-current"_s,
                                          u"aria-hidden"_s,
                                          u"dir"_s,
                                          u"role"_s,
                                          u"viewBox"_s,
                                          u"fill"_s,
                                          u"d"_s,
                                          u"cx"_s,
                                          u"cy"_s,
                                          u"r"_s,
                                          u"rx"_s,
                                          u"x"_s,
                                          u"y"_s,
                                          u"width"_s,
                                          u"height"_s,
                                          u"preserveAspectRatio"_s,
                                          u"datetime"_s,
                                          u"data-wall"_s,
                                          u"data-from"_s,
                                          u"data-to"_s,
                                          u"data-thread"_s,
                                          u"data-update"_s,
                                          u"data-status"_s,
                                          u"data-revision"_s,
                                          u"reversed"_s,
                                          u"data-offset"_s,
                                          u"scope"_s,
                                          u"for"_s,
                                          u"hidden"_s,
                                          u"autocomplete"_s,
                                          u"spellcheck"_s,
                                          u"maxlength"_s,
                                          u"data-index"_s,
                                          u"data-root"_s,
                                          u"data-one"_s,
                                          u"data-many"_s,
                                          u"data-first"_s,
                                          u"data-none"_s,
                                          u"data-broken"_s};
    if (!scan.fault.isEmpty())
        return scan.fault;
    for (const HtmlTag &tag : scan.tags) {
        if (!allowedTags.contains(tag.name))
            return u"tag "_s + tag.name;
        for (auto attribute = tag.attributes.begin(); attribute != tag.attributes.end();
             ++attribute) {
            if (!attributes.contains(attribute.key()))
                return u"attribute "_s + attribute.key();
        }
        for (const QString &name : {u"href"_s, u"src"_s}) {
            if (!isAllowedAddress(tag.attributes.value(name)))
                return u"address "_s + tag.attributes.value(name);
        }
        if (tag.name == "script"_L1 && !tag.closing &&
            !tag.attributes.value(u"src"_s).contains("assets/site.js?v="_L1))
            return u"a script that is not ours"_s;
    }
    return {};
}

const QStringList &pageTags()
{
    static const QStringList tags{
        u"html"_s,    u"head"_s,  u"meta"_s,    u"title"_s,   u"link"_s,   u"script"_s, u"body"_s,
        u"a"_s,       u"p"_s,     u"br"_s,      u"header"_s,  u"footer"_s, u"main"_s,   u"nav"_s,
        u"section"_s, u"div"_s,   u"span"_s,    u"article"_s, u"h1"_s,     u"h2"_s,     u"h3"_s,
        u"ul"_s,      u"ol"_s,    u"li"_s,      u"dl"_s,      u"dt"_s,     u"dd"_s,     u"time"_s,
        u"svg"_s,     u"g"_s,     u"path"_s,    u"rect"_s,    u"circle"_s, u"form"_s,   u"label"_s,
        u"input"_s,   u"table"_s, u"caption"_s, u"thead"_s,   u"tbody"_s,  u"tr"_s,     u"th"_s,
        u"td"_s,      u"abbr"_s};
    return tags;
}

/// The tags of a page, without those that stand in texts.
QStringList skeletonOf(const HtmlScan &scan)
{
    static const QStringList inTexts{u"a"_s, u"p"_s, u"br"_s};
    QStringList names;
    for (const HtmlTag &tag : scan.tags) {
        if (!inTexts.contains(tag.name))
            names.append(tag.closing ? u'/' + tag.name : tag.name);
    }
    return names;
}

QList<QByteArray> pagesOf(const Edition &edition)
{
    QList<QByteArray> pages;
    for (const staticsite::SiteFile &file : staticsite::filesOf(edition, {true, {}, {}})) {
        if (file.path.endsWith(".html"_L1))
            pages.append(file.render());
    }
    return pages;
}

} // namespace

class TestHostileTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void corpusIsLarge();
    void pagesHoldOnlyOurMarkup_data();
    void pagesHoldOnlyOurMarkup();
    void feedsHoldTheTextAndNothingElse_data();
    void feedsHoldTheTextAndNothingElse();
    void jsonHoldsTheText_data();
    void jsonHoldsTheText();
    void calendarHoldsNoOtherLines_data();
    void calendarHoldsNoOtherLines();
    void readBackIsNotFooled();

private:
    static void addTexts();
};

void TestHostileTexts::addTexts()
{
    QTest::addColumn<QString>("text");
    int number = 0;
    for (const QString &text : hostileTexts())
        QTest::addRow("%02d", ++number) << text;
}

void TestHostileTexts::corpusIsLarge()
{
    const QStringList texts = hostileTexts();
    QVERIFY(texts.size() >= 200);
    QCOMPARE(QSet<QString>(texts.begin(), texts.end()).size(), texts.size());
}

void TestHostileTexts::pagesHoldOnlyOurMarkup_data()
{
    addTexts();
}

void TestHostileTexts::pagesHoldOnlyOurMarkup()
{
    QFETCH(const QString, text);
    const Edition hostile(hostilePage(text), sampleNow());
    static const auto expected = pagesOf(Edition(hostilePage(u"harmless"_s), sampleNow()));
    const auto pages = pagesOf(hostile);
    QCOMPARE(pages.size(), expected.size());
    for (qsizetype i = 0; i < pages.size(); ++i) {
        const HtmlScan scan = scanHtml(QString::fromUtf8(pages[i]));
        QCOMPARE(faultIn(scan, pageTags()), QString());
        QCOMPARE(skeletonOf(scan), skeletonOf(scanHtml(QString::fromUtf8(expected[i]))));
        QVERIFY(scan.text.simplified().contains(keepable(text).simplified()));
    }
}

void TestHostileTexts::feedsHoldTheTextAndNothingElse_data()
{
    addTexts();
}

void TestHostileTexts::feedsHoldTheTextAndNothingElse()
{
    QFETCH(const QString, text);
    const Edition edition(hostilePage(text), sampleNow());
    const QSet<QString> known{
        u"feed"_s, u"id"_s,    u"title"_s,     u"updated"_s,     u"link"_s,         u"author"_s,
        u"name"_s, u"entry"_s, u"published"_s, u"content"_s,     u"rss"_s,          u"channel"_s,
        u"item"_s, u"guid"_s,  u"pubDate"_s,   u"description"_s, u"lastBuildDate"_s};
    for (const QByteArray &feed : {staticsite::atomFeed(edition), staticsite::rssFeed(edition)}) {
        QXmlStreamReader xml(feed);
        int bodies = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            const QString name = xml.name().toString();
            QVERIFY2(known.contains(name), qPrintable(name));
            const bool html = name == "content"_L1 || (name == "description"_L1 && bodies >= 0);
            if (!html)
                continue;
            const QString body = xml.readElementText();
            if (!body.startsWith("<p>"_L1))
                continue; // the channel's own description
            ++bodies;
            const HtmlScan scan = scanHtml(body);
            QCOMPARE(faultIn(scan, {u"p"_s, u"br"_s, u"a"_s}), QString());
            QCOMPARE(scan.text.simplified(), keepable(text).simplified());
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(bodies, 7);
    }
}

void TestHostileTexts::jsonHoldsTheText_data()
{
    addTexts();
}

void TestHostileTexts::jsonHoldsTheText()
{
    QFETCH(const QString, text);
    const Edition edition(hostilePage(text), sampleNow());
    const QString kept = staticsite::wellFormed(text);
    QVERIFY(kept.isValidUtf16());
    const QByteArray search = staticsite::searchYear(edition, u"2026"_s);
    QVERIFY(!search.contains('<') && !search.contains('>') && !search.contains('&'));
    const QJsonArray found = QJsonDocument::fromJson(search).object()[u"threads"_s].toArray();
    QCOMPARE(found.size(), 5);
    for (const QJsonValue &thread : found)
        QCOMPARE(thread[u"title"_s].toString(), kept);
    for (const auto &file : staticsite::jsonFiles()) {
        const QByteArray json = file.write(edition);
        QVERIFY(!json.contains('<') && !json.contains('>') && !json.contains('&'));
        QJsonParseError error;
        const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
        QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
        QCOMPARE(object[u"page"_s][u"name"_s].toString(), kept);
        for (const QString &list : {u"incidents"_s, u"scheduled_maintenances"_s}) {
            const QJsonArray threads = object[list].toArray();
            for (const QJsonValue &thread : threads)
                QCOMPARE(thread[u"incident_updates"_s][0][u"body"_s].toString(), kept);
        }
    }
}

void TestHostileTexts::calendarHoldsNoOtherLines_data()
{
    addTexts();
}

void TestHostileTexts::calendarHoldsNoOtherLines()
{
    QFETCH(const QString, text);
    const auto namesIn = [](const publish::Page &page) {
        const Edition edition(page, sampleNow());
        QByteArray unfolded = staticsite::maintenanceCalendar(edition);
        unfolded.replace("\r\n ", "");
        QStringList names;
        for (const QByteArray &line : unfolded.split('\n')) {
            const auto end = line.indexOf(':');
            names.append(QString::fromUtf8(line.left(end < 0 ? line.size() : end)));
        }
        return names;
    };
    QCOMPARE(namesIn(hostilePage(text)), namesIn(hostilePage(u"harmless"_s)));
}

void TestHostileTexts::readBackIsNotFooled()
{
    // A body that looks like the update of another revision.
    publish::Page page = samplePage();
    publish::Thread &thread = page.threads[2];
    thread.updates[0].body = u"<article data-revision=\"fake\" data-status=\"resolved\">"
                             "<div class=\"body\" dir=\"auto\"><p>All well</p></div></article>"_s;
    const Edition edition(page, sampleNow());
    const QByteArray html = staticsite::threadPage(edition, thread);
    QVERIFY(!staticsite::updateOnPage(html, u"fake"_s));
    const auto shown = staticsite::updateOnPage(html, thread.updates[0].revision);
    QVERIFY(shown);
    QCOMPARE(shown->status, u"investigating"_s);
    QVERIFY(shown->text.contains("All well"_L1));
}

QTEST_GUILESS_MAIN(TestHostileTexts)
#include "tst_hostiletexts.moc"
