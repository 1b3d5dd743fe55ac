// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "realwordpress.h"
#include "support/childprocess.h"
#include "support/rawsqlite.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int posts = 130;

/// Outages of as many days, and what an old site has beside them.
const char *const history = R"(require 'wp-load.php';
for ($i = 1; $i <= 130; $i++) {
  $day = date("Y-m-d", strtotime("2024-01-01 +$i days"));
  wp_insert_post(["post_title" => "Lift $i & more", "post_status" => "publish",
    "post_name" => "lift-$i", "post_date" => "$day 10:05:00", "post_date_gmt" => "$day 10:05:00",
    "post_content" => "<p>Lift $i was down for 20 minutes from 09:15 this morning.</p>\n"
      . "<p>It works again &#8211; sorry.</p><script>alert($i)</script>"]);
}
$more = ["post_date" => "2024-06-30 10:05:00", "post_content" => "It was down for 20 minutes from 09:15."];
wp_insert_post($more + ["post_title" => "Draft", "post_status" => "draft"]);
wp_insert_post($more + ["post_title" => "Private", "post_status" => "private"]);
wp_insert_post($more + ["post_title" => "Locked", "post_status" => "publish", "post_password" => "x"]);
wp_insert_post($more + ["post_title" => "Ours", "post_status" => "publish",
  "post_name" => "inc-0193a000-0000-7000-8000-000000000001"]);
)";

} // namespace

/// An archive of a real site: paged, killed in the middle, resumed, and read twice.
class TestWordPressImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsEveryPageAndStoresNothing();
    void goesOnAfterAKill();
    void addsNothingTwice();
    void theFeedOfTheSiteHasTheSamePosts();

private:
    /// The arguments of one import.
    [[nodiscard]] QStringList arguments(const QString &folder, const QStringList &more = {}) const
    {
        return QStringList{u"import"_s,
                           u"wordpress"_s,
                           m_site->url().toString(),
                           u"--zone"_s,
                           u"Europe/London"_s,
                           u"--json"_s,
                           u"--data"_s,
                           folder} +
               more;
    }
    [[nodiscard]] static QJsonObject run(const QStringList &arguments);
    [[nodiscard]] static int stored(const QString &folder)
    {
        return support::RawSqlite(folder + u"/ledger.db"_s)
            .value(u"SELECT count(DISTINCT incident) FROM event"_s)
            .toInt();
    }

    std::unique_ptr<RealWordPress> m_site;
    QTemporaryDir m_folder;
};

void TestWordPressImport::initTestCase()
{
    m_site = std::make_unique<RealWordPress>();
    m_site->php(QString::fromUtf8(history));
}

QJsonObject TestWordPressImport::run(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(WATCHKEEPER_BINARY), arguments);
    if (!process.waitForFinished(240'000) || process.exitCode() != 0)
        qFatal("%s fails", qPrintable(arguments.join(u' ')));
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

void TestWordPressImport::readsEveryPageAndStoresNothing()
{
    const QJsonObject answer = run(arguments(m_folder.filePath(u"dry"_s)));
    // WordPress begins with a post of its own, which tells of no trouble.
    const QJsonArray rows = answer.value(u"posts"_s).toArray();
    QCOMPARE(rows.size(), posts + 1);
    QCOMPARE(answer.value(u"totals"_s)[u"new"_s].toInt(), posts);
    QCOMPARE(answer.value(u"totals"_s)[u"not_understood"_s].toInt(), 1);
    QCOMPARE(answer.value(u"warnings"_s).toArray().size(), 2);
    const QByteArray text = QJsonDocument(answer).toJson();
    QVERIFY(!text.contains("alert("));
    QVERIFY(!text.contains("Draft"));
    QVERIFY(!text.contains("Private"));
    QCOMPARE(stored(m_folder.filePath(u"dry"_s)), 0);
}

void TestWordPressImport::goesOnAfterAKill()
{
    // A busy machine may let it end before it is killed.
    int half = posts;
    QString folder;
    for (int attempt = 0; attempt < 10 && half >= posts; ++attempt) {
        folder = m_folder.filePath(u"killed-%1"_s.arg(attempt));
        static_cast<void>(run({u"incident"_s, u"list"_s, u"--json"_s, u"--data"_s, folder}));
        support::ChildProcess import(QStringLiteral(WATCHKEEPER_BINARY),
                                     arguments(folder, {u"--commit"_s}));
        import.killAfter(std::chrono::microseconds(0), [&] { return stored(folder) >= posts / 8;
    });
    half = stored(folder);
}
QVERIFY(half >= posts / 8 && half < posts);
const QJsonObject before = run(arguments(folder));
QCOMPARE(before.value(u"totals"_s)[u"known"_s].toInt(), half);
const QJsonObject resumed = run(arguments(folder, {u"--commit"_s}));
QCOMPARE(resumed.value(u"stored"_s).toInt(), posts - half);
QCOMPARE(stored(folder), posts);
static_cast<void>(run({u"store"_s, u"check"_s, u"--json"_s, u"--data"_s, folder}));
}

void TestWordPressImport::addsNothingTwice()
{
    const QString folder = m_folder.filePath(u"twice"_s);
    QCOMPARE(run(arguments(folder, {u"--commit"_s})).value(u"stored"_s).toInt(), posts);
    const auto events = [&] {
        return support::RawSqlite(folder + u"/ledger.db"_s)
            .value(u"SELECT count(*) FROM event"_s)
            .toInt();
    };
    const int before = events();
    QCOMPARE(run(arguments(folder, {u"--commit"_s})).value(u"stored"_s).toInt(), 0);
    QCOMPARE(events(), before);
}

/// The newest are in its feed too, known by the same mark, and the one that is ours.
void TestWordPressImport::theFeedOfTheSiteHasTheSamePosts()
{
    const QString folder = m_folder.filePath(u"twice"_s);
    const QString feed = m_site->url().resolved(QUrl(u"?feed=rss2"_s)).toString();
    const QJsonObject answer = run({u"import"_s, u"feed"_s, feed, u"--zone"_s, u"Europe/London"_s,
                                    u"--json"_s, u"--data"_s, folder});
    QCOMPARE(answer.value(u"totals"_s)[u"new"_s].toInt(), 1);
    QVERIFY(answer.value(u"totals"_s)[u"known"_s].toInt() +
                answer.value(u"totals"_s)[u"changed"_s].toInt() >=
            7);
}

QTEST_GUILESS_MAIN(TestWordPressImport)
#include "tst_wordpressimport.moc"
