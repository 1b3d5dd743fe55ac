// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/pastwork.h"
#include "ui/history/sharebars.h"
#include "ui/history/statisticsdialog.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>
#include <QStyle>
#include <QTableWidget>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using support::Office;

namespace {

template <class W>
W *named(const QWidget &dialog, const QString &name)
{
    for (W *widget : dialog.findChildren<W *>()) {
        if (widget->accessibleName() == name)
            return widget;
    }
    return nullptr;
}

/// The cells of the row that begins with `figure`.
QStringList rowOf(const QTableWidget &table, const QString &figure)
{
    QStringList cells;
    for (int row = 0; row < table.rowCount(); ++row) {
        if (table.item(row, 0)->text() != figure)
            continue;
        for (int column = 0; column < table.columnCount(); ++column)
            cells << table.item(row, column)->text();
    }
    return cells;
}

bool settles(const ui::StatisticsDialog &dialog)
{
    const auto *medians = named<QTableWidget>(dialog, u"Medians"_s);
    return QTest::qWaitFor([medians] { return medians->rowCount() > 0; }, 60'000);
}

} // namespace

class TestStatisticsDialog : public QObject
{
    Q_OBJECT

private slots:
    void mediansSayWhatTheyStandOn()
    {
        Office office;
        for (const base::Span took : {8min, 10min, 20min})
            support::outageOfTheShop(office, 10min, took);
        support::workOnTheShop(office, 10min, 9min);
        const ui::StatisticsDialog dialog(*office.desk);
        QVERIFY(settles(dialog));
        const QStringList restore =
            rowOf(*named<QTableWidget>(dialog, u"Medians"_s), u"time to restore"_s);
        QCOMPARE(restore.size(), 4);
        QVERIFY2(restore[3].startsWith(u"from 3 incidents; left out: planned work (1)"_s),
                 qPrintable(restore[3]));
        QVERIFY(restore[1] != u"unknown"_s);
    }

    void noReasonIsCutOff()
    {
        Office office;
        for (const base::Span took : {8min, 10min, 20min})
            support::outageOfTheShop(office, 10min, took);
        support::workOnTheShop(office, 10min, 9min);
        ui::StatisticsDialog dialog(*office.desk);
        dialog.show();
        QVERIFY(settles(dialog));
        const auto *medians = named<QTableWidget>(dialog, u"Medians"_s);
        const auto fits = [medians](int row) {
            const int edge = medians->style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1;
            const QRect room(0, 0, medians->columnWidth(3) - 2 * edge, 10'000);
            return medians->rowHeight(row) >=
                   medians->fontMetrics()
                       .boundingRect(room, Qt::TextWordWrap, medians->item(row, 3)->text())
                       .height();
        };
        for (const int width : {1100, 760}) {
            dialog.resize(width, 600);
            for (int row = 0; row < medians->rowCount(); ++row)
                QVERIFY2(QTest::qWaitFor([&] { return fits(row); }, 60'000),
                         qPrintable(medians->item(row, 3)->text()));
            const auto isWhole = [medians] {
                return medians->viewport()->height() >= medians->verticalHeader()->length() &&
                       medians->viewport()->width() >= medians->horizontalHeader()->length();
            };
            QVERIFY(QTest::qWaitFor(isWhole, 60'000));
        }
    }

    void timeLostIsComparedByPartAndMonth()
    {
        Office office;
        support::outageOfTheShop(office, 10min, 20min);
        const ui::StatisticsDialog dialog(*office.desk);
        QVERIFY(settles(dialog));
        const auto *parts = named<ui::ShareBars>(dialog, u"Down, by part"_s);
        QCOMPARE(parts->bars().size(), 1u);
        QCOMPARE(parts->bars().front().name, u"shop"_s);
        QVERIFY(parts->bars().front().most > 0);
        QVERIFY(parts->accessibleDescription().startsWith(u"shop: "_s));
        QCOMPARE(named<ui::ShareBars>(dialog, u"Down, by month"_s)->bars().size(), 1u);
    }

    void anEmptyHistorySaysSo()
    {
        Office office;
        const ui::StatisticsDialog dialog(*office.desk);
        const auto saysSo = [&dialog] {
            for (const QLabel *label : dialog.findChildren<QLabel *>()) {
                if (label->text() == u"No incident in that time."_s)
                    return true;
            }
            return false;
        };
        QVERIFY(QTest::qWaitFor(saysSo, 60'000));
    }

    void whatIsLongAgoIsLeftOut()
    {
        Office office;
        support::outageOfTheShop(office, 10min, 20min);
        office.clock.advance(200 * 24h);
        ui::StatisticsDialog dialog(*office.desk);
        QVERIFY(settles(dialog));
        const auto *parts = named<ui::ShareBars>(dialog, u"Down, by part"_s);
        QCOMPARE(parts->bars().size(), 1u);
        auto *span = named<QComboBox>(dialog, u"How far back"_s);
        span->setCurrentIndex(span->findData(3));
        emit span->activated(span->currentIndex());
        QVERIFY(QTest::qWaitFor([parts] { return parts->bars().empty(); }, 60'000));
    }

    void aLongHistoryIsReadInTurns()
    {
        Office office;
        for (int i = 0; i < 45; ++i)
            support::outageOfTheShop(office, 10min, 5min);
        workflow::HistoryReader reader(*office.desk);
        QSignalSpy progressed(&reader, &workflow::HistoryReader::progressed);
        size_t read = 0;
        connect(&reader, &workflow::HistoryReader::finished, this,
                [&read](const std::vector<incident::Incident> &all) { read = all.size(); });
        reader.read({});
        QVERIFY(QTest::qWaitFor([&] { return read > 0; }, 60'000));
        QCOMPARE(read, 45u);
        QCOMPARE(progressed.size(), 2);
        QCOMPARE(progressed.at(0), (QList<QVariant>{20, 45}));

        read = 0;
        reader.read({});
        reader.stop();
        QCoreApplication::processEvents();
        QCOMPARE(read, 0u);
        QVERIFY(!reader.isReading());
    }
};

QTEST_MAIN(TestStatisticsDialog)
#include "tst_statisticsdialog.moc"
