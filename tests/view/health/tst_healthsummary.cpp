// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manualclock.h"
#include "support/samples.h"
#include "ui/health/healthsummary.h"
#include "ui/health/samplesdialog.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using std::chrono::seconds;
using ui::State;

static constexpr std::chrono::milliseconds step = seconds(60);

class TestHealthSummary final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init();
    void lengths_data();
    void lengths();
    void downSaysSinceWhen();
    void downSinceYesterdayHasADate();
    void upSaysItsValue();
    void theLastLookIsTold();
    void nothingMeasured();
    void farBackItSaysWhichTime();
    void neverGood();
    void tableIsNewestFirst();

private:
    [[nodiscard]] health::Series series(QByteArrayView history) const
    {
        return support::seriesOf(
            support::samples(history, support::utc("2026-11-22T16:00:00Z"), step), step);
    }

    ui::MonitorInfo m_monitor;
    ui::ChartContent m_content;
};

void TestHealthSummary::init()
{
    m_monitor = {};
    m_monitor.name = u"images.example.org"_s;
    m_content = {};
    m_content.unit = u"ms"_s;
    m_content.now = m_content.to = support::utc("2026-11-22T16:20:00Z");
    m_content.from = m_content.to - std::chrono::hours(1);
}

void TestHealthSummary::lengths_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("words");
    QTest::addRow("negative") << -4 << u"0 seconds"_s;
    QTest::addRow("seconds") << 59 << u"59 seconds"_s;
    QTest::addRow("minutes") << 12 * 60 + 59 << u"12 minutes"_s;
    QTest::addRow("more than an hour") << 119 * 60 << u"119 minutes"_s;
    QTest::addRow("hours") << 47 * 3600 << u"47 hours"_s;
    QTest::addRow("days") << 49 * 3600 << u"2 days"_s;
}

void TestHealthSummary::lengths()
{
    QFETCH(int, length);
    QFETCH(QString, words);
    QCOMPARE(ui::plainLength(seconds(length)), words);
}

void TestHealthSummary::downSaysSinceWhen()
{
    m_monitor.state = State::Down;
    const health::Series history = series("222222229FFFFFFFFFFFF");
    QCOMPARE(ui::summaryOf(m_monitor, &history, m_content),
             u"images.example.org: down for 12 minutes, last good 16:08. "
             "In the last 60 minutes: 9 good, 12 failed, from 20 ms to 90 ms."_s);
    m_content.zone = QTimeZone("Europe/Berlin");
    QVERIFY(ui::summaryOf(m_monitor, &history, m_content).contains(u"last good 17:08."_s));
}

void TestHealthSummary::downSinceYesterdayHasADate()
{
    m_monitor.state = State::NotMeasured;
    const health::Series history = series("2N");
    m_content.now = m_content.to = support::utc("2026-11-24T17:00:00Z");
    m_content.from = m_content.to - std::chrono::hours(1);
    QCOMPARE(ui::summaryOf(m_monitor, &history, m_content),
             u"images.example.org: not measured for 2 days, last good 22 Nov 16:00. "
             "Nothing was measured in the last 60 minutes."_s);
}

void TestHealthSummary::upSaysItsValue()
{
    m_monitor.state = State::Up;
    m_monitor.value = u"20 ms"_s;
    const health::Series history = series("22N2P2");
    QCOMPARE(ui::summaryOf(m_monitor, &history, m_content),
             u"images.example.org: up, latest 20 ms. In the last 60 minutes: "
             "4 good, 1 not measured, 1 paused, from 20 ms to 20 ms."_s);
}

void TestHealthSummary::theLastLookIsTold()
{
    m_monitor.details = u"connect 3.0 ms \u00b7 certificate: 61 days left"_s;
    QVERIFY(ui::summaryOf(m_monitor, nullptr, m_content)
                .endsWith(u"Last look: connect 3.0 ms \u00b7 certificate: 61 days left."_s));
}

void TestHealthSummary::nothingMeasured()
{
    QCOMPARE(ui::summaryOf(m_monitor, nullptr, m_content), u"images.example.org: not measured."_s);
}

void TestHealthSummary::farBackItSaysWhichTime()
{
    m_monitor.state = State::Up;
    const health::Series history = series("222");
    m_content.now += std::chrono::hours(3);
    QVERIFY(ui::summaryOf(m_monitor, &history, m_content)
                .endsWith(u"Between 15:20 and 16:20: 3 good, from 20 ms to 20 ms."_s));
    m_content.from -= std::chrono::hours(2);
    m_content.to -= std::chrono::hours(2);
    QVERIFY(ui::summaryOf(m_monitor, &history, m_content)
                .endsWith(u"Nothing was measured between 13:20 and 14:20."_s));
}

void TestHealthSummary::neverGood()
{
    m_monitor.state = State::Down;
    const health::Series history = series("FF");
    QVERIFY(ui::summaryOf(m_monitor, &history, m_content)
                .startsWith(u"images.example.org: down. In the last"_s));
}

void TestHealthSummary::tableIsNewestFirst()
{
    const health::Series history = series("12FNP");
    m_content.from = support::utc("2026-11-22T16:01:00Z");
    const ui::SamplesModel table(history, m_content);
    QCOMPARE(table.rowCount(), 4);
    QCOMPARE(table.columnCount(), 3);
    const auto row = [&](int number) {
        QStringList cells;
        for (int column = 0; column < table.columnCount(); ++column)
            cells.append(table.data(table.index(number, column), Qt::DisplayRole).toString());
        return cells.join(u'|');
    };
    QCOMPARE(row(0), u"22 Nov 16:04:00||paused"_s);
    QCOMPARE(row(1), u"22 Nov 16:03:00||not measured"_s);
    QCOMPARE(row(2), u"22 Nov 16:02:00||failed"_s);
    QCOMPARE(row(3), u"22 Nov 16:01:00|20 ms|good"_s);
    QCOMPARE(table.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"Time"_s);
}

QTEST_GUILESS_MAIN(TestHealthSummary)
#include "tst_healthsummary.moc"
