// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/pages.h"
#include "staticsite/resource.h"
#include "staticsite/stylesheet.h"
#include "support/htmlscan.h"
#include "support/statuspagesamples.h"

#include <QTest>

using namespace support;
using staticsite::Edition;

namespace {

HtmlScan scan(const QByteArray &page)
{
    HtmlScan found = scanHtml(QString::fromUtf8(page));
    found.text = found.text.simplified();
    return found;
}

HtmlScan threadOf(const publish::Thread &thread)
{
    return scan(staticsite::threadPage(Edition(samplePage(), sampleNow()), thread));
}

HtmlScan indexOf(const publish::Page &page)
{
    return scan(staticsite::indexPage(Edition(page, sampleNow())));
}

QStringList attributeOf(const HtmlScan &page, const QString &tag, const QString &attribute)
{
    QStringList values;
    for (const HtmlTag &found : page.tags) {
        if (found.name == tag && found.attributes.contains(attribute))
            values.append(found.attributes[attribute]);
    }
    return values;
}

} // namespace

class TestPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFrontPageTellsWhatIsHappening();
    void theFrontPageWhenAllIsQuiet();
    void theFrontPageOfAnEmptySite();
    void aThreadTellsItsTimesHonestly();
    void aThreadOfUnknownBeginning();
    void updatesAreNewestFirstAndEditsAreSeen();
    void aPlanIsAWindowAndALength();
    void calledOffWorkSaysSo();
    void historyIsByMonth();
    void everyPageIsAnAccessibleDocument();
    void nothingIsLoadedFromElsewhere();
    void barsTellWhatIsKnown();
    void timesAreThoseOfThePage();
    void aComponentHasItsPage();
    void whatIsNotRecordedIsHatched();
    void maintenanceHasACalendar();
    void ownColoursAndLogo();
    void linksInTextsAreLinks();
};

void TestPages::theFrontPageTellsWhatIsHappening()
{
    const HtmlScan page = indexOf(samplePage());
    QCOMPARE(page.fault, QString());
    QVERIFY(page.text.contains(u"Some of the service does not work"_s));
    QVERIFY(page.text.contains(u"As of 22 November 2026, 16:30 GMT"_s));
    QVERIFY(page.text.contains(u"Happening now"_s));
    QVERIFY(page.text.contains(u"The cache server in front of the images has failed"_s));
    QVERIFY(page.text.contains(u"Update 2 · 22 November 2026, 16:25 GMT"_s));
    QVERIFY(page.text.contains(u"Next update by 16:45 London time on 22 November 2026"_s));
    QVERIFY(page.text.contains(u"Planned maintenance"_s));
    QVERIFY(page.text.contains(u"Database update"_s));
    QVERIFY(page.text.contains(u"The shop was down"_s));
    const QStringList links = attributeOf(page, u"a"_s, u"href"_s);
    QVERIFY(links.contains(u"incidents/2026-11-22-images-are-not-loading-00000100.html"_s));
    // Longer than 14 days ago.
    QVERIFY(!links.contains(u"incidents/2026-10-20-search-index-rebuild-00000400.html"_s));
}

void TestPages::theFrontPageWhenAllIsQuiet()
{
    publish::Page page = samplePage();
    page.threads = {finishedMaintenance()};
    const HtmlScan quiet = indexOf(page);
    QVERIFY(quiet.text.contains(u"Everything is working"_s));
    QVERIFY(!quiet.text.contains(u"Happening now"_s));
    QVERIFY(!quiet.text.contains(u"Planned maintenance"_s));
    QVERIFY(quiet.text.contains(u"Nothing else was reported."_s));
}

void TestPages::theFrontPageOfAnEmptySite()
{
    publish::Page page;
    page.name = u"New"_s;
    const HtmlScan empty = indexOf(page);
    QCOMPARE(empty.fault, QString());
    QVERIFY(empty.text.contains(u"No trouble is reported"_s));
    QVERIFY(!empty.text.contains(u"Everything is working"_s));
    QVERIFY(!empty.text.contains(u"Components"_s));
}

void TestPages::aThreadTellsItsTimesHonestly()
{
    const HtmlScan running = threadOf(runningOutage());
    QCOMPARE(running.fault, QString());
    QVERIFY(running.text.contains(u"Between 16:08 and 16:09 London time on 22 November 2026"_s));
    QCOMPARE(attributeOf(running, u"span"_s, u"data-from"_s),
             QStringList{u"2026-11-22T16:08:00Z"_s});
    QCOMPARE(attributeOf(running, u"span"_s, u"data-to"_s), QStringList{u"2026-11-22T16:09:00Z"_s});
    QVERIFY(running.text.contains(u"Pictures are missing on item pages"_s));
    QVERIFY(!running.text.contains(u"Lasted"_s));

    const HtmlScan resolved = threadOf(resolvedOutage());
    QVERIFY(resolved.text.contains(u"Around 13:45 London time on 12 November 2026"_s));
    QVERIFY(resolved.text.contains(u"At 14:21 London time on 12 November 2026"_s));
    QVERIFY(resolved.text.contains(u"Lasted between 30 and 40 minutes"_s));
    QVERIFY(attributeOf(resolved, u"time"_s, u"datetime"_s).contains(u"2026-11-12T14:21:00Z"_s));
}

void TestPages::aThreadOfUnknownBeginning()
{
    const HtmlScan page = threadOf(vagueTrouble());
    QVERIFY(!page.text.contains(u"Started"_s));
    QVERIFY(!page.text.contains(u"1970"_s));
    QVERIFY(page.text.contains(u"Between 08:45 and 09:00 UTC"_s) ||
            page.text.contains(u"Between 09:45 and 10:00 London time"_s));
}

void TestPages::updatesAreNewestFirstAndEditsAreSeen()
{
    const HtmlScan page = threadOf(runningOutage());
    const auto second = page.text.indexOf(u"The cache server"_s);
    const auto first = page.text.indexOf(u"Hi, images"_s);
    QVERIFY(second > 0 && first > second);
    QVERIFY(page.text.contains(u"edited 22 November 2026, 16:16 GMT"_s));
    QCOMPARE(attributeOf(page, u"article"_s, u"data-revision"_s),
             (QStringList{sampleId(103), sampleId(102)}));
    QCOMPARE(attributeOf(page, u"article"_s, u"data-update"_s),
             (QStringList{sampleId(103), sampleId(101)}));
    QCOMPARE(attributeOf(page, u"article"_s, u"data-status"_s),
             (QStringList{u"identified"_s, u"investigating"_s}));
}

void TestPages::aPlanIsAWindowAndALength()
{
    const HtmlScan page = threadOf(plannedMaintenance());
    QVERIFY2(page.text.contains(u"Between 01:00 and 02:00 London time on 24 November 2026, for no "
                                "more than 10 minutes"_s),
             qPrintable(page.text));
    QVERIFY(!page.text.contains(u"Began"_s));
    const HtmlScan done = threadOf(finishedMaintenance());
    QVERIFY(done.text.contains(u"Planned"_s));
    QVERIFY(done.text.contains(u"Finished"_s));
    QVERIFY(done.text.contains(u"Lasted 26 minutes"_s));
}

void TestPages::calledOffWorkSaysSo()
{
    publish::Thread thread = plannedMaintenance();
    thread.cancelled = true;
    thread.status = thread.updates[0].status = PublicStatus::Completed;
    QVERIFY(threadOf(thread).text.contains(u"Called off"_s));
    QVERIFY(!threadOf(thread).text.contains(u"Completed"_s));
}

void TestPages::historyIsByMonth()
{
    const Edition edition(samplePage(), sampleNow());
    const HtmlScan history = scan(staticsite::historyPage(edition));
    QVERIFY(history.text.contains(u"November 2026 2 incidents, 1 maintenance"_s));
    QVERIFY(history.text.contains(u"October 2026 1 maintenance"_s));
    const HtmlScan month = scan(staticsite::monthPage(edition, u"2026-11"_s));
    QVERIFY(month.text.contains(u"Images are not loading"_s));
    QVERIFY(month.text.contains(u"Affects: Shop, Images"_s));
    QVERIFY(!month.text.contains(u"Slow search"_s));
    QVERIFY(attributeOf(month, u"a"_s, u"href"_s)
                .contains(u"../incidents/2026-11-12-the-shop-was-down-00000200.html"_s));

    const Edition empty(publish::Page(), sampleNow());
    QVERIFY(
        scan(staticsite::historyPage(empty)).text.contains(u"Nothing has been reported yet."_s));
}

void TestPages::everyPageIsAnAccessibleDocument()
{
    const Edition edition(samplePage(), sampleNow());
    for (const QByteArray &bytes :
         {staticsite::indexPage(edition), staticsite::historyPage(edition),
          staticsite::monthPage(edition, u"2026-11"_s), staticsite::maintenancePage(edition),
          staticsite::componentPage(edition, edition.components().front()),
          staticsite::threadPage(edition, *edition.threads().front())}) {
        const HtmlScan page = scan(bytes);
        QCOMPARE(page.fault, QString());
        QVERIFY(bytes.startsWith("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
        QStringList ids;
        QStringList open;
        int headings = 0;
        for (const HtmlTag &tag : page.tags) {
            headings += tag.name == "h1"_L1 && !tag.closing ? 1 : 0;
            if (tag.attributes.contains(u"id"_s))
                ids.append(tag.attributes[u"id"_s]);
            static const QStringList alone{u"meta"_s,   u"link"_s, u"br"_s,    u"path"_s,
                                           u"circle"_s, u"rect"_s, u"input"_s, u"img"_s};
            if (alone.contains(tag.name))
                continue;
            if (!tag.closing)
                open.append(tag.name);
            else
                QCOMPARE(open.isEmpty() ? QString() : open.takeLast(), tag.name);
        }
        QCOMPARE(headings, 1);
        QVERIFY(open.isEmpty());
        QCOMPARE(ids.removeDuplicates(), 0);
        for (const QString &label : attributeOf(page, u"section"_s, u"aria-labelledby"_s))
            QVERIFY(ids.contains(label));
        QVERIFY(ids.contains(u"content"_s));
    }
}

void TestPages::nothingIsLoadedFromElsewhere()
{
    const Edition edition(samplePage(), sampleNow());
    const HtmlScan page = scan(staticsite::indexPage(edition));
    const QStringList policies = attributeOf(page, u"meta"_s, u"http-equiv"_s);
    QCOMPARE(policies, QStringList{u"Content-Security-Policy"_s});
    QVERIFY(
        attributeOf(page, u"meta"_s, u"content"_s).front().startsWith(u"default-src 'none';"_s));
    for (const QString &tag : {u"link"_s, u"script"_s}) {
        for (const QString &name : {u"href"_s, u"src"_s}) {
            for (const QString &address : attributeOf(page, tag, name))
                QVERIFY2(!address.contains(u':') && !address.startsWith(u'/'), qPrintable(address));
        }
    }
    for (const HtmlTag &tag : page.tags)
        QVERIFY(!tag.attributes.contains(u"style"_s));
}

void TestPages::barsTellWhatIsKnown()
{
    const HtmlScan page = indexOf(samplePage());
    const QStringList bars = attributeOf(page, u"svg"_s, u"aria-label"_s);
    QCOMPARE(bars.size(), 4);
    QVERIFY(bars[0].contains(u"Trouble on 1 day."_s));
    QVERIFY(bars[2].contains(u"Trouble on 2 days."_s));
    QVERIFY(bars[2].contains(u"Recorded since 20 September 2026."_s));
    QVERIFY(bars[3].contains(u"No trouble reported. Recorded since 10 November 2026."_s));
    QStringList kinds = attributeOf(page, u"rect"_s, u"class"_s);
    QCOMPARE(kinds.count(u"bar-down"_s), 3 + 0); // two components of one outage, and the legend
    QVERIFY(kinds.contains(u"bar-unknown"_s));

    publish::Page unset = samplePage();
    unset.since.reset();
    unset.components[3].since.reset();
    const HtmlScan unknown = indexOf(unset);
    QVERIFY(attributeOf(unknown, u"svg"_s, u"aria-label"_s)[3].contains(
        u"The other days are not recorded."_s));
}

void TestPages::timesAreThoseOfThePage()
{
    publish::Page page = samplePage();
    page.zone = u"America/Sao_Paulo"_s;
    const HtmlScan there = indexOf(page);
    QVERIFY(there.text.contains(u"As of 22 November 2026, 13:30 UTC-03:00"_s));
    QVERIFY(attributeOf(there, u"time"_s, u"datetime"_s).contains(u"2026-11-22T16:30:00Z"_s));
    QVERIFY(attributeOf(there, u"time"_s, u"data-wall"_s).contains(u"2026-11-22T13:30"_s));
    page.zone = u"No/Where"_s;
    QVERIFY(indexOf(page).text.contains(u"As of 22 November 2026, 16:30 UTC"_s));
}

void TestPages::aComponentHasItsPage()
{
    const Edition edition(samplePage(), sampleNow());
    const HtmlScan page = scan(staticsite::componentPage(edition, edition.components()[2]));
    QVERIFY(page.text.contains(u"Slow search"_s));
    QVERIFY(page.text.contains(u"Search index rebuild"_s));
    QVERIFY(!page.text.contains(u"The shop was down"_s));
    // The bars, day by day in words.
    QString days = page.text;
    QVERIFY(days.remove(u'\n').contains(u"30 September 2026Slow or faultySlow search"_s));
    QVERIFY(attributeOf(indexOf(samplePage()), u"a"_s, u"href"_s)
                .contains(staticsite::componentPath(u"Search"_s)));
    QVERIFY(attributeOf(threadOf(resolvedOutage()), u"a"_s, u"href"_s)
                .contains(u"../"_s + staticsite::componentPath(u"Shop"_s)));
}

void TestPages::whatIsNotRecordedIsHatched()
{
    publish::Page unknown = samplePage();
    unknown.threads.clear();
    unknown.since.reset();
    const HtmlScan page = indexOf(unknown);
    // 90 days of three components; the fourth is recorded since 10 November. One in the legend.
    const QStringList strokes = attributeOf(page, u"path"_s, u"class"_s);
    QCOMPARE(strokes.count(u"bar-unknown"_s), 3 * 90 + 77 + 1);
    QCOMPARE(attributeOf(page, u"rect"_s, u"class"_s).count(u"bar-quiet"_s), 13 + 4);
}

void TestPages::maintenanceHasACalendar()
{
    publish::Page planned = samplePage();
    const HtmlScan page = scan(staticsite::maintenancePage(Edition(planned, sampleNow())));
    QVERIFY(page.text.contains(u"November 2026"_s));
    QVERIFY(!page.text.contains(u"December 2026"_s));
    QVERIFY(attributeOf(page, u"a"_s, u"aria-label"_s)
                .contains(u"24 November 2026: Database update"_s));
    QVERIFY(page.text.contains(u"Search index rebuild"_s));

    publish::Thread &update = planned.threads[4];
    update.planned[0].start = RoughInstant::exact(utc("2027-02-28T22:00:00Z"));
    update.planned[0].end = RoughInstant::exact(utc("2027-03-02T00:00:00Z"));
    const HtmlScan later = scan(staticsite::maintenancePage(Edition(planned, sampleNow())));
    const QStringList days = attributeOf(later, u"a"_s, u"aria-label"_s);
    QCOMPARE(days, (QStringList{u"28 February 2027: Database update"_s,
                                u"1 March 2027: Database update"_s}));
    QVERIFY(!later.text.contains(u"January 2027"_s));

    update.cancelled = true;
    const HtmlScan off = scan(staticsite::maintenancePage(Edition(planned, sampleNow())));
    QCOMPARE(attributeOf(off, u"a"_s, u"aria-label"_s), QStringList());
}

void TestPages::ownColoursAndLogo()
{
    publish::Page own = samplePage();
    own.look = {u"#8a1c5a"_s, u"#ffb0d8"_s, u"#8a1c5a"_s, "<svg/>", u"logo.svg"_s};
    const HtmlScan page = indexOf(own);
    QCOMPARE(attributeOf(page, u"img"_s, u"src"_s).size(), 1);
    QVERIFY(attributeOf(page, u"img"_s, u"src"_s)[0].startsWith(u"assets/logo.svg?v="_s));
    const QByteArray style = staticsite::styleSheet(own.look);
    QVERIFY(style.contains("--accent: #8a1c5a;"));
    QVERIFY(style.contains(".top { --panel: #8a1c5a; --text: #ffffff;"));
    // What could not be read, or could be more than a colour, is left out.
    own.look = {u"#ffffff"_s, u"red"_s, u"} body { display: none"_s, {}, {}};
    QCOMPARE(staticsite::styleSheet(own.look), staticsite::resource(u"site.css"_s));
    QVERIFY(staticsite::assetMark(own.look) !=
            staticsite::assetMark({u"#8a1c5a"_s, {}, {}, {}, {}}));
}

void TestPages::linksInTextsAreLinks()
{
    publish::Thread thread = runningOutage();
    thread.updates[1].body =
        u"See https://provider.example/status?a=1&b=2, and\nhttp://x.example.\n"
        "\n\n\n\njavascript:no"_s;
    const HtmlScan page = threadOf(thread);
    const QStringList links = attributeOf(page, u"a"_s, u"href"_s);
    QVERIFY(links.contains(u"https://provider.example/status?a=1&b=2"_s));
    QVERIFY(links.contains(u"http://x.example"_s));
    QVERIFY(page.text.contains(u"javascript:no"_s));
    QCOMPARE(std::ranges::count(page.tags, u"br"_s, &HtmlTag::name), 1);
}

QTEST_GUILESS_MAIN(TestPages)
#include "tst_sitepages.moc"
