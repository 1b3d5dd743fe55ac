// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/promised.h"
#include "cachet/cachetpage.h"
#include "cachet/content.h"
#include "http/networkclient.h"
#include "publish/limits.h"
#include "staticsite/staticsite.h"
#include "statuspage/hostedpage.h"
#include "support/fakecachet.h"
#include "support/fakestatuspage.h"
#include "support/manualclock.h"
#include "support/waiting.h"
#include "wordpress/content.h"
#include "wordpress/wordpresspage.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using publish::Preview;
using publish::PublicStatus;
using publish::Thread;
using support::utc;
using support::waitFor;

namespace {

const auto now = utc("2026-11-22T16:20:00Z");

publish::Update updateOf(int number, const QString &body, PublicStatus status)
{
    publish::Update update;
    update.number = number;
    update.key = update.revision = u"r%1"_s.arg(number);
    update.title = u"Pictures <b>missing</b>"_s;
    update.body = body;
    update.status = status;
    update.publishedAt = now;
    return update;
}

Thread pictures()
{
    Thread thread;
    thread.key = u"0193a000-0000-7000-8000-0000abcd1234"_s;
    thread.permalink = u"2026-11-22-pictures-abcd1234"_s;
    thread.zone = u"Europe/London"_s;
    thread.title = u"Pictures <b>missing</b>"_s;
    thread.started = timing::RoughInstant::exact(utc("2026-11-22T16:08:00Z"));
    thread.components = {{u"Pictures"_s, publish::ComponentState::PartialOutage},
                         {u"Mail"_s, publish::ComponentState::Degraded}};
    thread.updates = {
        updateOf(1, u"See [gallery] & *all* <script>x</script>"_s, PublicStatus::Investigating)};
    return thread;
}

Thread withSecond(Thread thread)
{
    thread.updates.push_back(updateOf(2, u"It was the cache."_s, PublicStatus::Identified));
    return thread;
}

/// The pages of all kinds, none of which is ever asked.
struct Places
{
    support::ManualClock clock{now};
    http::NetworkClient client;
    QTemporaryDir folder;

    publish::TargetSpec spec(const QString &readers = {}) const
    {
        publish::TargetSpec spec;
        spec.label = u"Ops"_s;
        spec.components = {{u"Pictures"_s, u"7"_s}};
        spec.category = u"status"_s;
        spec.version = u"3"_s;
        spec.readers = QUrl(readers);
        return spec;
    }

    static QFuture<base::Result<secret::Secret>> password()
    {
        return base::ready(base::Result<secret::Secret>(secret::Secret("t0ken")));
    }

    wordpress::WordPressPage blog{spec(), client, password, clock};
    statuspage::HostedPage hosted{spec(), client, password, clock};
    cachet::CachetPage cachet{spec(), client, password, clock};
    staticsite::StaticSite site{u"site"_s, folder.filePath(u"site"_s),
                                [] {
                                    publish::Page page;
                                    page.name = u"Example shop"_s;
                                    page.zone = u"Europe/London"_s;
                                    page.language = u"en-GB"_s;
                                    return base::Result<publish::Page>(page);
                                },
                                clock};
};

QString factNamed(const Preview &preview, const QString &label)
{
    for (const publish::PreviewFact &fact : preview.facts) {
        if (fact.label == label)
            return fact.value;
    }
    return {};
}

} // namespace

/// A preview is what is sent or written, not something like it.
class TestPreview : public QObject
{
    Q_OBJECT

private slots:
    void theSiteShowsThePageThatItWrites()
    {
        Places places;
        const Thread thread = pictures();
        const auto preview = places.site.preview(thread, u"r1"_s);
        QVERIFY(preview);
        QVERIFY(waitFor(places.site.publish(thread, u"r1"_s)));
        QFile written(
            places.folder.filePath(u"site/incidents/2026-11-22-pictures-abcd1234.html"_s));
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(preview->source, QString::fromUtf8(written.readAll()));
        QCOMPARE(int(preview->form), int(Preview::Form::Html));
        QVERIFY(preview->source.contains(preview->text));
        QVERIFY(preview->text.contains(u"&lt;script&gt;"_s));
        QVERIFY(!preview->text.contains(u"<nav"_s));
    }

    void theSiteCanBeLookedAtInABrowser()
    {
        Places places;
        QTemporaryDir folder;
        const auto page = waitFor(places.site.writePreview(pictures(), u"r1"_s, folder.path()));
        QVERIFY(page);
        QFile written(*page);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(written.readAll()),
                 places.site.preview(pictures(), u"r1"_s)->source);
        QVERIFY(QFileInfo::exists(folder.filePath(u"assets/site.css"_s)));
        QVERIFY(!QFileInfo::exists(places.folder.filePath(u"site"_s)));
    }

    void othersAreKnownThereOnly()
    {
        Places places;
        const auto page = waitFor(places.blog.writePreview(pictures(), u"r1"_s, u"/tmp"_s));
        QCOMPARE(page.error().kind, base::ErrorKind::Refused);
        QVERIFY(page.error().text.contains(u"Ops"_s));
    }

    void wordPressGetsItsOwnHtmlWithoutShortcodes()
    {
        Places places;
        const auto preview = places.blog.preview(pictures(), u"r1"_s);
        QVERIFY(preview);
        QCOMPARE(preview->text, wordpress::contentOf(pictures()).html);
        QVERIFY(preview->source.contains(preview->text));
        QVERIFY(preview->text.contains(u"&#091;gallery&#093;"_s));
        QVERIFY(!preview->text.contains(u"<script"_s));
        QCOMPARE(factNamed(*preview, u"Filed under"_s), u"status, 7"_s);
    }

    void statuspageGetsPlainTextAndEachSwitch()
    {
        Places places;
        Thread thread = pictures();
        thread.updates.front().notify = true;
        const auto preview = places.hosted.preview(thread, u"r1"_s);
        QVERIFY(preview);
        QCOMPARE(int(preview->form), int(Preview::Form::PlainText));
        QCOMPARE(preview->text, thread.updates.front().body);
        QVERIFY(preview->source.contains(u"\"deliver_notifications\": true"_s));
        QVERIFY(preview->source.contains(u"\"auto_tweet_on_creation\": false"_s));
        QCOMPARE(factNamed(*preview, u"Components"_s),
                 u"Pictures as partial_outage, Mail is not shown"_s);
        QCOMPARE(factNamed(*preview, u"Subscribers"_s), u"are told"_s);
    }

    void statuspageIsSentWhatThePreviewSays()
    {
        Places places;
        fakes::FakeStatuspage site([] { return now; });
        site.key = "t0ken";
        site.components[u"7"_s] = u"Pictures"_s;
        auto spec = places.spec(site.url());
        spec.address = QUrl(site.api());
        spec.user = u"p1"_s;
        spec.plainLoopback = true;
        statuspage::HostedPage page(spec, places.client, Places::password, places.clock);
        const auto sent = [&] {
            return site.calls.last().body;
        };
        const auto said = [&](const Thread &thread, const QString &revision) {
            return QJsonDocument::fromJson(page.preview(thread, revision)->source.toUtf8())
                .object();
        };
        Thread thread = pictures();
        QVERIFY(waitFor(page.publish(thread, u"r1"_s)));
        QCOMPARE(sent(), said(thread, u"r1"_s));
        thread = withSecond(thread);
        QVERIFY(waitFor(page.publish(thread, u"r2"_s)));
        QJsonObject update = sent()[u"incident"_s].toObject();
        QJsonObject previewed = said(thread, u"r2"_s)[u"incident"_s].toObject();
        // The note of what was sent before is known there only.
        update.remove(u"metadata"_s);
        previewed.remove(u"metadata"_s);
        QCOMPARE(update, previewed);
    }

    void cachetIsSentWhatThePreviewSays_data()
    {
        QTest::addColumn<bool>("three");
        QTest::newRow("cachet 3") << true;
        QTest::newRow("cachet 2") << false;
    }

    void cachetIsSentWhatThePreviewSays()
    {
        QFETCH(bool, three);
        Places places;
        fakes::FakeCachet site(three);
        auto spec = places.spec();
        spec.version = three ? u"3"_s : u"2"_s;
        spec.address = QUrl(site.url());
        spec.api = spec.address.resolved(QUrl(three ? u"api/"_s : u"api/v1/"_s));
        spec.plainLoopback = true;
        spec.components = {{u"Pictures"_s, u"1"_s}};
        cachet::CachetPage page(spec, places.client, Places::password, places.clock);
        Thread thread = pictures();
        for (int number = 1; number <= 2; ++number) {
            const QString revision = u"r%1"_s.arg(number);
            QVERIFY(waitFor(page.publish(thread, revision)));
            const auto preview = page.preview(thread, revision);
            QCOMPARE(site.calls.last().body,
                     QJsonDocument::fromJson(preview->source.toUtf8()).object());
            QCOMPARE(int(preview->form), int(Preview::Form::Markdown));
            QCOMPARE(preview->text, cachet::textOf(thread.updates.back()));
            thread = withSecond(thread);
        }
    }

    void aLongTitleIsShownCut()
    {
        Places places;
        Thread thread = pictures();
        thread.title = QString(300, u'x');
        QCOMPARE(places.hosted.preview(thread, u"r1"_s)->title.size(), 255);
        QCOMPARE(places.cachet.preview(thread, u"r1"_s)->title.size(), 255);
        QCOMPARE(places.blog.preview(thread, u"r1"_s)->title.size(), 300);
    }

    void whatIsNotInTheThreadHasNoPreview()
    {
        Places places;
        for (const publish::StatusPage *page : std::initializer_list<const publish::StatusPage *>{
                 &places.site, &places.blog, &places.hosted, &places.cachet})
            QCOMPARE(page->preview(pictures(), u"other"_s).error().kind, base::ErrorKind::NotFound);
    }

    void plannedWorkHasItsWindow()
    {
        Places places;
        Thread thread = pictures();
        thread.kind = publish::Kind::Maintenance;
        thread.status = PublicStatus::Scheduled;
        thread.updates.front().status = PublicStatus::Scheduled;
        incident::Window window;
        window.start = timing::RoughInstant::exact(utc("2026-11-23T01:00:00Z"));
        window.end = timing::RoughInstant::exact(utc("2026-11-23T02:00:00Z"));
        thread.planned = {window};
        for (const publish::StatusPage *page :
             std::initializer_list<const publish::StatusPage *>{&places.hosted, &places.cachet})
            QCOMPARE(factNamed(*page->preview(thread, u"r1"_s), u"Window"_s),
                     u"2026-11-23 01:00 UTC to 2026-11-23 02:00 UTC"_s);
    }

    void whatAPlaceCannotSayIsSaidWhereItIsSetUp()
    {
        const QStringList full = publish::abilities({.backdates = true,
                                                     .plansWindows = true,
                                                     .plansOpenEnds = true,
                                                     .cancelsPlans = true,
                                                     .showsComponents = true},
                                                    u"Ops"_s);
        const QStringList poor = publish::abilities({}, u"Ops"_s);
        QCOMPARE(poor.filter(u"cannot date back"_s).size(), 1);
        QCOMPARE(poor.filter(u"no calendar"_s).size(), 1);
        QCOMPARE(poor.filter(u"called off"_s).size(), 1);
        QVERIFY(full.filter(u"cannot"_s).isEmpty());
        QVERIFY(full.filter(u"called off"_s).isEmpty());
        QVERIFY(publish::postmortemWords({.keepsPostmortems = true}, u"Ops"_s)
                    .contains(u"place of its own"_s));
    }
};

QTEST_GUILESS_MAIN(TestPreview)
#include "tst_preview.moc"
