// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/staticsite.h"
#include "support/fakehttp.h"
#include "support/statuspagesamples.h"
#include "support/waiting.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace support;
using base::ErrorKind;
using publish::Thread;
using staticsite::StaticSite;

namespace {

/// A page without the running outage, which is what the tests publish.
publish::Page quietPage()
{
    publish::Page page = samplePage();
    page.threads.erase(page.threads.begin() + 2);
    return page;
}

void replaceIn(const QString &path, const QByteArray &before, const QByteArray &after)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains(before));
    bytes.replace(before, after);
    file.resize(0);
    file.seek(0);
    file.write(bytes);
}

} // namespace

class TestStaticSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void publishesAndReadsBack();
    void findsOnlyWhatIsThereWhole();
    void publishingAgainChangesNothing();
    void readBackFailsOn_data();
    void readBackFailsOn();
    void anOlderWordingIsRefused();
    void otherThreadsStay();
    void addressesArePublicOrLocal();
    void failuresArePassedOn();
    void buildsEverything();
    void buildingCanBeStopped();
    void deploysWhatItWrote();
    void whatIsNotDeployedIsNotThere();
    void aDeploymentCanBeStopped();
    void readersHaveToSeeWhatWasDeployed();
    void saysWhatItCanDo();

private:
    /// A site that is deployed by that shell script.
    void deployWith(const QString &script, http::Client *readers = nullptr);
    [[nodiscard]] QString copy(const QString &file) const { return m_dir->filePath(file); }
    [[nodiscard]] QString root() const { return m_dir->filePath(u"site"_s); }
    [[nodiscard]] QString pageFile() const
    {
        return root() + u"/incidents/"_s + m_thread.permalink + u".html"_s;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    ManualClock m_clock{sampleNow()};
    publish::Page m_page;
    Thread m_thread;
    QString m_revision;
    std::unique_ptr<StaticSite> m_site;
};

void TestStaticSite::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_page = quietPage();
    m_thread = runningOutage();
    m_revision = m_thread.updates.back().revision;
    m_site = std::make_unique<StaticSite>(
        u"site"_s, root(), [this] { return base::Result<publish::Page>(m_page); }, m_clock);
}

void TestStaticSite::publishesAndReadsBack()
{
    const auto receipt = m_site->publish(m_thread, m_revision).result();
    QVERIFY(receipt);
    QCOMPARE(receipt->remoteId, m_thread.permalink);
    const auto proof = m_site->readBack(*receipt, m_thread, m_revision).result();
    QVERIFY(proof);
    QCOMPARE(proof->where, pageFile());
    QCOMPARE(proof->at, sampleNow());
}

void TestStaticSite::findsOnlyWhatIsThereWhole()
{
    const auto found = [this](const QString &revision) {
        const auto result = m_site->find(m_thread, revision).result();
        return result ? *result : std::optional(publish::Receipt{u"error"_s, {}});
    };
    QCOMPARE(found(m_revision), std::nullopt);
    const auto receipt = m_site->publish(m_thread, m_revision).result();
    QVERIFY(receipt);
    QCOMPARE(found(m_revision), std::optional(*receipt));
    QCOMPARE(found(u"another"_s), std::nullopt);
    // Another build broke off: what it has done is not known.
    replaceIn(root() + u"/.watchkeeper-site.json"_s, "\"complete\":true", "\"complete\":false");
    QCOMPARE(found(m_revision), std::nullopt);
}

void TestStaticSite::publishingAgainChangesNothing()
{
    QVERIFY(m_site->publish(m_thread, m_revision).result());
    const auto timeOf = [&] {
        return QFileInfo(pageFile()).lastModified();
    };
    const QDateTime before = timeOf();
    QVERIFY(m_site->publish(m_thread, m_revision).result());
    QCOMPARE(timeOf(), before);
    QCOMPARE(QDir(root() + u"/incidents"_s).entryList(QDir::Files).size(), 5);
}

void TestStaticSite::readBackFailsOn_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QString json = u"/api/v2/incidents.json"_s;
    QTest::newRow("text") << QString() << QByteArray("pictures back") << QByteArray("pigs back");
    QTest::newRow("status") << QString() << QByteArray("data-status=\"identified\"")
                            << QByteArray("data-status=\"resolved\"");
    QTest::newRow("revision") << QString() << QByteArray("000000000103\" data-status")
                              << QByteArray("000000000999\" data-status");
    QTest::newRow("text in the list")
        << json << QByteArray("pictures back") << QByteArray("pigs back");
    QTest::newRow("status in the list")
        << json << QByteArray("\"identified\"") << QByteArray("\"resolved\"");
    QTest::newRow("no JSON") << json << QByteArray("{") << QByteArray("");
}

void TestStaticSite::readBackFailsOn()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const auto receipt = m_site->publish(m_thread, m_revision).result();
    QVERIFY(receipt);
    replaceIn(file.isEmpty() ? pageFile() : root() + file, before, after);
    const auto proof = m_site->readBack(*receipt, m_thread, m_revision).result();
    QVERIFY(!proof);
    QCOMPARE(proof.error().kind, ErrorKind::Format);
    QCOMPARE(proof.error().retry.when, base::Retry::When::After);
    QVERIFY(m_site->build().result());
    QVERIFY(m_site->publish(m_thread, m_revision).result());
    QVERIFY(m_site->readBack(*receipt, m_thread, m_revision).result());
}

void TestStaticSite::anOlderWordingIsRefused()
{
    // The first update was edited since.
    const auto receipt = m_site->publish(m_thread, m_thread.updates[0].key).result();
    QVERIFY(!receipt);
    QCOMPARE(receipt.error().kind, ErrorKind::Refused);
}

void TestStaticSite::otherThreadsStay()
{
    QVERIFY(m_site->publish(m_thread, m_revision).result());
    m_page.threads.push_back(m_thread);
    Thread other = resolvedOutage();
    other.key = sampleId(700);
    other.permalink = u"2026-11-22-another-00000700"_s;
    QVERIFY(m_site->publish(other, other.updates[0].revision).result());
    QVERIFY(m_site->readBack({}, m_thread, m_revision).result());
    QVERIFY(m_site->readBack({}, other, other.updates[0].revision).result());
}

void TestStaticSite::addressesArePublicOrLocal()
{
    const auto publicly = m_site->publish(m_thread, m_revision).result();
    QVERIFY(publicly);
    QCOMPARE(publicly->url,
             u"https://status.example.org/incidents/"_s + m_thread.permalink + u".html"_s);
    m_page.url.clear();
    const auto locally = m_site->publish(m_thread, m_revision).result();
    QVERIFY(locally);
    QCOMPARE(QUrl(locally->url).toLocalFile(), pageFile());
}

void TestStaticSite::failuresArePassedOn()
{
    QFile file(root());
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto blocked = m_site->publish(m_thread, m_revision).result();
    QVERIFY(!blocked);
    QCOMPARE(blocked.error().kind, ErrorKind::Refused);
    QVERIFY(blocked.error().text.contains(root()));

    StaticSite broken(
        u"site"_s, root(),
        [] { return base::Result<publish::Page>(base::fail(ErrorKind::Storage, u"No."_s)); },
        m_clock);
    const auto unread = broken.publish(m_thread, m_revision).result();
    QVERIFY(!unread);
    QCOMPARE(unread.error().text, u"No."_s);
}

void TestStaticSite::buildsEverything()
{
    const auto report = m_site->build().result();
    QVERIFY(report);
    QCOMPARE(report->made, report->changed);
    QVERIFY(QFile::exists(root() + u"/index.html"_s));
    QVERIFY(!QFile::exists(pageFile()));
}

void TestStaticSite::buildingCanBeStopped()
{
    QVERIFY(m_site->build().result());
    m_page.footer = u"changed"_s;
    int made = 0;
    const auto stopped = m_site
                             ->build([&](int done, int) {
                                 made = done;
                                 m_site->stop();
                             })
                             .result();
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    QCOMPARE(made, 1);
    QVERIFY(!staticsite::isCompleteSite(root()));
    const auto whole = m_site->build().result();
    QVERIFY(whole);
    QVERIFY(staticsite::isCompleteSite(root()));
}

void TestStaticSite::deployWith(const QString &script, http::Client *readers)
{
    const staticsite::Deployment deployment{
        std::make_shared<deploy::Runner>(copy(u"deployment.json"_s), m_clock),
        [script] {
            return deploy::Command{{u"/bin/sh"_s, u"-c"_s, script}, 300s};
        },
        readers};
    m_site = std::make_unique<StaticSite>(
        u"site"_s, root(), [this] { return base::Result<publish::Page>(m_page); }, m_clock,
        deployment);
}

void TestStaticSite::deploysWhatItWrote()
{
    deployWith(u"cp -r . ../served; echo one >> ../times"_s);
    QVERIFY(m_site->publish(m_thread, m_revision).result());
    QVERIFY(QFile::exists(copy(u"served/incidents/"_s + m_thread.permalink + u".html"_s)));
    QVERIFY(m_site->build().result());
    QFile times(copy(u"times"_s));
    QVERIFY(times.open(QIODevice::ReadOnly));
    QCOMPARE(times.readAll(), "one\none\n");
    QVERIFY(m_site->capabilities().deadline > 300s);
}

void TestStaticSite::whatIsNotDeployedIsNotThere()
{
    deployWith(u"test -e ../open || { echo no route to host; exit 12; }"_s);
    const auto failed = m_site->publish(m_thread, m_revision).result();
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::Network);
    QVERIFY(failed.error().text.contains(u"no route to host"_s));
    QVERIFY(QFile::exists(pageFile()));
    // Whoever looks before trying again must not take the files for the site.
    const auto before = m_site->find(m_thread, m_revision).result();
    QVERIFY(before);
    QCOMPARE(*before, std::nullopt);

    QFile open(copy(u"open"_s));
    QVERIFY(open.open(QIODevice::WriteOnly));
    QVERIFY(m_site->publish(m_thread, m_revision).result());
    const auto after = m_site->find(m_thread, m_revision).result();
    QVERIFY(after);
    QVERIFY(after->has_value());
}

void TestStaticSite::aDeploymentCanBeStopped()
{
    deployWith(u"touch ../begun; sleep 600"_s);
    const auto published = m_site->publish(m_thread, m_revision);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(copy(u"begun"_s)), 60000);
    m_site->stop();
    const auto stopped = published.result();
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, ErrorKind::Refused);
    QCOMPARE(stopped.error().retry.when, base::Retry::When::Never);
}

void TestStaticSite::readersHaveToSeeWhatWasDeployed()
{
    const QByteArray old = "<html>what stood there</html>";
    bool arrived = false;
    FakeHttp readers([&](const http::Request &) {
        QFile page(pageFile());
        static_cast<void>(page.open(QIODevice::ReadOnly));
        return response(200, "text/html", arrived ? page.readAll() : old);
    });
    deployWith(u"true"_s, &readers);
    const auto receipt = m_site->publish(m_thread, m_revision).result();
    QVERIFY(receipt);
    const auto early = waitFor(m_site->readBack(*receipt, m_thread, m_revision));
    QVERIFY(!early);
    QCOMPARE(early.error().kind, ErrorKind::Format);
    QCOMPARE(early.error().retry.when, base::Retry::When::After);
    arrived = true;
    QVERIFY(waitFor(m_site->readBack(*receipt, m_thread, m_revision)));
    QCOMPARE(readers.requests.last().url.toString(), receipt->url);
    QVERIFY(readers.requests.last().headers.isEmpty());
}

void TestStaticSite::saysWhatItCanDo()
{
    QCOMPARE(m_site->name(), u"site"_s);
    QVERIFY(!m_site->label().isEmpty());
    QVERIFY(m_site->whoIsNotified().endsWith(u'.'));
    const auto can = m_site->capabilities();
    QVERIFY(can.editsUpdates && can.backdates && can.plansWindows && can.showsComponents);
    QVERIFY(!can.notifies);
}

QTEST_GUILESS_MAIN(TestStaticSite)
#include "tst_staticsite.moc"
