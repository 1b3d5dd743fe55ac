// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/build.h"
#include "support/sitetree.h"
#include "support/statuspagesamples.h"

#include <atomic>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace support;
using staticsite::BuildReport;
using staticsite::Edition;
using staticsite::SiteFolder;

namespace {

BuildReport buildAll(const QString &root, const publish::Page &page)
{
    const Edition edition(page, sampleNow());
    const auto folder = SiteFolder::open(root);
    const auto report = staticsite::buildAll(**folder, edition);
    return report.value_or(BuildReport{-1, -1, -1});
}

BuildReport buildChanges(const QString &root, const publish::Page &page)
{
    const Edition edition(page, sampleNow());
    const auto folder = SiteFolder::open(root);
    const auto report = staticsite::buildChanges(**folder, edition);
    return report.value_or(BuildReport{-1, -1, -1});
}

publish::Page withHistory(int threads)
{
    publish::Page page = samplePage();
    for (int i = 0; i < threads; ++i) {
        publish::Thread thread = resolvedOutage();
        thread.key = sampleId(1000 + i);
        thread.permalink = u"2026-01-01-old-%1"_s.arg(i);
        thread.started = RoughInstant::exact(utc("2024-01-01T00:00:00Z") + 24h * i);
        thread.updates[0].key = thread.updates[0].revision = sampleId(5000 + i);
        thread.updates[0].publishedAt = utc("2024-01-01T01:00:00Z") + 24h * i;
        page.threads.push_back(thread);
    }
    return page;
}

void resolve(publish::Thread &thread)
{
    thread.backToNormal = RoughInstant::exact(utc("2026-11-22T16:28:00Z"));
    thread.actual[0].end = thread.backToNormal;
    thread.trouble = RoughDuration::exact(20min);
    addUpdate(thread,
              sampleUpdate(107, 3, PublicStatus::Resolved, u"Images are back"_s,
                           u"Images load again."_s, utc("2026-11-22T16:29:00Z")),
              {{u"Images"_s, ComponentState::Operational}});
}

} // namespace

class TestBuild : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void aFullBuildIsWhole();
    void buildingAgainTouchesNothing();
    void changesGiveTheSameAsEverything_data();
    void changesGiveTheSameAsEverything();
    void aPublishTouchesFewFiles();
    void changedSettingsReachEveryPage();
    void whatBrokeOffIsMadeWhole();
    void staleFilesGoOthersStay();
    void progressIsCounted();
    void readersNeverSeeHalfAFile();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestBuild::aFullBuildIsWhole()
{
    QVERIFY(buildAll(path(u"site"_s), samplePage()).made > 0);
    QVERIFY(staticsite::isCompleteSite(path(u"site"_s)));
    const SiteTree tree = siteTreeOf(path(u"site"_s));
    const QStringList expected{
        u"api/v2/components.json"_s,
        u"api/v2/incidents.json"_s,
        u"api/v2/incidents/unresolved.json"_s,
        u"api/v2/scheduled-maintenances.json"_s,
        u"api/v2/scheduled-maintenances/active.json"_s,
        u"api/v2/scheduled-maintenances/upcoming.json"_s,
        u"api/v2/status.json"_s,
        u"api/v2/summary.json"_s,
        u"assets/icon.svg"_s,
        u"assets/site.css"_s,
        u"assets/site.js"_s,
        u"components/images-be7e2f20.html"_s,
        u"components/payments-632e1c58.html"_s,
        u"components/search-49c266ba.html"_s,
        u"components/shop-d00aae6b.html"_s,
        u"feed.atom"_s,
        u"feed.rss"_s,
        u"history/2026-09.html"_s,
        u"history/2026-10.html"_s,
        u"history/2026-11.html"_s,
        u"history/index.html"_s,
        u"incidents/2026-09-30-slow-search-00000500.html"_s,
        u"incidents/2026-10-20-search-index-rebuild-00000400.html"_s,
        u"incidents/2026-11-12-the-shop-was-down-00000200.html"_s,
        u"incidents/2026-11-21-database-update-00000300.html"_s,
        u"incidents/2026-11-22-images-are-not-loading-00000100.html"_s,
        u"index.html"_s,
        u"maintenance.ics"_s,
        u"maintenance/index.html"_s,
        u"search/2026.json"_s,
        u"search/index.json"_s,
    };
    QCOMPARE(QStringList(tree.keys()), expected);
    for (const QByteArray &bytes : tree)
        QVERIFY(!bytes.isEmpty());
}

void TestBuild::buildingAgainTouchesNothing()
{
    const BuildReport first = buildAll(path(u"site"_s), samplePage());
    QCOMPARE(first.changed, first.made);
    const BuildReport second = buildAll(path(u"site"_s), samplePage());
    QCOMPARE(second, (BuildReport{first.made, 0, 0}));
}

void TestBuild::changesGiveTheSameAsEverything_data()
{
    QTest::addColumn<int>("change");
    const char *names[] = {
        "nothing",    "update",      "edit",          "new title", "start in another month",
        "new thread", "thread gone", "new component", "empty page"};
    int number = 0;
    for (const char *name : names)
        QTest::newRow(name) << number++;
}

void TestBuild::changesGiveTheSameAsEverything()
{
    QFETCH(const int, change);
    publish::Page page = samplePage();
    QVERIFY(buildAll(path(u"changes"_s), page).made > 0);
    publish::Thread &running = page.threads[2];
    if (change == 1)
        resolve(running);
    if (change == 2) {
        running.updates[1].edits.push_back({sampleId(150), utc("2026-11-22T16:27:00Z")});
        running.updates[1].revision = sampleId(150);
        running.updates[1].body = u"Corrected."_s;
    }
    if (change == 3)
        running.title = running.updates[1].title = u"Something else"_s;
    if (change == 4)
        running.started = RoughInstant::exact(utc("2026-10-31T22:00:00Z"));
    if (change == 5) {
        publish::Thread thread = resolvedOutage();
        thread.key = sampleId(600);
        thread.permalink = u"2026-08-01-new-00000600"_s;
        thread.started = RoughInstant::exact(utc("2026-08-01T12:00:00Z"));
        page.threads.push_back(thread);
    }
    if (change == 6)
        page.threads.erase(page.threads.begin());
    if (change == 7)
        page.components.push_back({u"Mail"_s, {}, {}});
    if (change == 8)
        page.threads.clear();
    QVERIFY(buildChanges(path(u"changes"_s), page).made > 0);
    QVERIFY(buildAll(path(u"all"_s), page).made > 0);
    QCOMPARE(siteTreeOf(path(u"changes"_s)), siteTreeOf(path(u"all"_s)));
}

void TestBuild::aPublishTouchesFewFiles()
{
    const auto changedWith = [&](int history) {
        const QString root = path(u"site-%1"_s.arg(history));
        publish::Page page = withHistory(history);
        buildAll(root, page);
        resolve(page.threads[2]);
        const BuildReport report = buildChanges(root, page);
        return std::pair(report.made, report.changed);
    };
    const auto few = changedWith(0);
    QCOMPARE(changedWith(30), few);
    QVERIFY(few.first <= 23);
}

void TestBuild::changedSettingsReachEveryPage()
{
    publish::Page page = samplePage();
    buildAll(path(u"site"_s), page);
    page.footer = u"A new footer"_s;
    QVERIFY(buildChanges(path(u"site"_s), page).changed > 5);
    const SiteTree tree = siteTreeOf(path(u"site"_s));
    for (const QString &file : tree.keys()) {
        if (file.endsWith(".html"_L1))
            QVERIFY2(tree[file].contains("A new footer"), qPrintable(file));
    }
}

void TestBuild::whatBrokeOffIsMadeWhole()
{
    publish::Page page = samplePage();
    const QString root = path(u"site"_s);
    buildAll(root, page);
    resolve(page.threads[2]);
    // A folder stands where a file is to go: the build ends in the middle.
    const QString feed = root + u"/feed.atom"_s;
    QVERIFY(QFile::remove(feed));
    QVERIFY(QDir().mkpath(feed + u"/x"_s));
    QCOMPARE(buildChanges(root, page).made, -1);
    QVERIFY(!staticsite::isCompleteSite(root));

    QVERIFY(QDir(feed).removeRecursively());
    QVERIFY(buildChanges(root, page).made > 0);
    QVERIFY(staticsite::isCompleteSite(root));
    buildAll(path(u"all"_s), page);
    QCOMPARE(siteTreeOf(root), siteTreeOf(path(u"all"_s)));
}

void TestBuild::staleFilesGoOthersStay()
{
    publish::Page page = samplePage();
    const QString root = path(u"site"_s);
    buildAll(root, page);
    QFile robots(root + u"/robots.txt"_s);
    QVERIFY(robots.open(QIODevice::WriteOnly));
    robots.close();
    page.threads.erase(page.threads.begin());
    QCOMPARE(buildChanges(root, page).removed, 2);
    QVERIFY(!QFile::exists(root + u"/history/2026-09.html"_s));
    QVERIFY(!QFile::exists(root + u"/incidents/2026-09-30-slow-search-00000500.html"_s));
    QVERIFY(QFile::exists(robots.fileName()));
}

void TestBuild::progressIsCounted()
{
    const Edition edition(samplePage(), sampleNow());
    const auto folder = SiteFolder::open(path(u"site"_s));
    QVERIFY(folder);
    std::vector<std::pair<int, int>> steps;
    const auto report = staticsite::buildAll(
        **folder, edition, [&](int done, int all) { steps.emplace_back(done, all); });
    QVERIFY(report);
    QCOMPARE(int(steps.size()), report->made);
    QCOMPARE(steps.front(), (std::pair(1, report->made)));
    QCOMPARE(steps.back(), (std::pair(report->made, report->made)));
}

void TestBuild::readersNeverSeeHalfAFile()
{
    publish::Page page = samplePage();
    const QString root = path(u"site"_s);
    buildAll(root, page);
    std::atomic_bool done = false;
    std::atomic_int halves = 0;
    std::atomic_int reads = 0;
    const std::unique_ptr<QThread> reader(QThread::create([&] {
        const QMap<QString, QByteArray> ends{{u"index.html"_s, "</html>\n"},
                                             {u"feed.atom"_s, "</feed>\n"},
                                             {u"maintenance.ics"_s, "END:VCALENDAR\r\n"},
                                             {u"api/v2/summary.json"_s, "}\n"}};
        while (!done) {
            for (const QString &file : ends.keys()) {
                QFile in(root + u'/' + file);
                const bool whole =
                    in.open(QIODevice::ReadOnly) && in.readAll().endsWith(ends[file]);
                halves += whole ? 0 : 1;
                ++reads;
            }
        }
    }));
    reader->start();
    for (int i = 0; i < 10; ++i) {
        page.threads[0].title = QString(1 + i * 397 % 5000, u'x');
        QVERIFY(buildChanges(root, page).made > 0);
    }
    done = true;
    reader->wait();
    QCOMPARE(halves, 0);
    QVERIFY(reads > 0);
}

QTEST_GUILESS_MAIN(TestBuild)
#include "tst_sitebuild.moc"
