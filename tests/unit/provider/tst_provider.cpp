// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/status.h"

#include "support/fakehttp.h"
#include "support/manualclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace provider;

namespace {

constexpr char summary[] =
    "{\"page\":{\"id\":\"p\",\"name\":\"Example Cloud\",\"url\":\"https://x\"},"
    "\"status\":{\"indicator\":\"major\",\"description\":\"Partial System Outage\"},"
    "\"components\":[{\"name\":\"Compute\",\"group\":true,\"status\":\"major_outage\"},"
    "{\"name\":\"Discs\",\"group\":false,\"status\":\"major_outage\"},"
    "{\"name\":\"Names\",\"status\":\"operational\"}],"
    "\"incidents\":[{\"id\":\"1\",\"name\":\"Discs\\nare slow\",\"status\":\"identified\","
    "\"impact\":\"major\",\"created_at\":\"2026-11-22T16:10:00.000Z\","
    "\"started_at\":\"2026-11-22T16:08:00.123+00:00\",\"incident_updates\":[{\"body\":\"We found "
    "it.\"},{\"body\":\"older\"}],\"components\":[{\"name\":\"Discs\"}]},"
    "{\"id\":\"2\",\"name\":\"Over\",\"status\":\"resolved\",\"impact\":\"minor\"}],"
    "\"scheduled_maintenances\":[{\"id\":\"3\",\"name\":\"Cables\",\"status\":\"in_progress\","
    "\"impact\":\"critical\"},{\"id\":\"4\",\"name\":\"Later\",\"status\":\"scheduled\"}]}";

} // namespace

class TestProvider : public QObject
{
    Q_OBJECT

private slots:
    void asksForTheSummary()
    {
        const auto request = summaryRequest(QUrl(u"https://status.example.org/?x=1#y"_s));
        QCOMPARE(request.url, QUrl(u"https://status.example.org/api/v2/summary.json"_s));
        QVERIFY(request.redirects > 0);
    }

    void readsASummary()
    {
        const auto status = statusFrom(support::json(summary));
        QVERIFY(status.has_value());
        QCOMPARE(status->page, u"Example Cloud"_s);
        QCOMPARE(status->impact, Impact::Major);
        QCOMPARE(status->sentence, u"Partial System Outage"_s);
        QCOMPARE(status->parts.size(), size_t(2));
        QVERIFY(!status->parts[0].isWell());
        QVERIFY(status->parts[1].isWell());
    }

    void tellsWhatIsNotOver()
    {
        const auto status = statusFrom(support::json(summary));
        QVERIFY(status.has_value());
        QCOMPARE(status->notices.size(), size_t(2));
        const Notice &discs = status->notices[0];
        QCOMPARE(discs.title, u"Discs are slow"_s);
        QCOMPARE(discs.latest, u"We found it."_s);
        QCOMPARE(discs.parts, QStringList{u"Discs"_s});
        const base::InstantMs eight = support::utc("2026-11-22T16:08:00Z");
        QCOMPARE(*discs.startedAt, eight + std::chrono::milliseconds(123));
        QCOMPARE(status->notices[1].impact, Impact::Maintenance);
    }

    void leanPagesAreEnough()
    {
        const auto status = statusFrom(support::json("{\"status\":{\"indicator\":\"none\"}}"));
        QVERIFY(status.has_value());
        QCOMPARE(*status, Status());
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<base::ErrorKind>("kind");
        QTest::newRow("no page") << 404 << QByteArray("<html>") << base::ErrorKind::NotFound;
        QTest::newRow("down") << 502 << QByteArray("<html>") << base::ErrorKind::Network;
        QTest::newRow("html") << 200 << QByteArray("<html>") << base::ErrorKind::Format;
        QTest::newRow("cut") << 200 << QByteArray(summary).left(200) << base::ErrorKind::Format;
        QTest::newRow("list") << 200 << QByteArray("[]") << base::ErrorKind::Format;
        QTest::newRow("types") << 200 << QByteArray("{\"status\":{\"indicator\":1}}")
                               << base::ErrorKind::Format;
        QTest::newRow("depth") << 200 << QByteArray(100'000, '[') << base::ErrorKind::Format;
    }

    void saysWhatIsWrong()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(base::ErrorKind, kind);
        const auto read = statusFrom(support::response(status, "application/json", body));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, kind);
        QVERIFY(read.error().text.contains(u"metrics.example.org"_s));
    }

    void wrongTypesAreEmpty()
    {
        const auto status = statusFrom(support::json(
            "{\"status\":{\"indicator\":\"odd\",\"description\":7},\"page\":[],\"components\":{},"
            "\"incidents\":[5,null,{\"status\":[]}]}"));
        QVERIFY(status.has_value());
        QCOMPARE(status->impact, Impact::None);
        QVERIFY(status->sentence.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestProvider)
#include "tst_provider.moc"
