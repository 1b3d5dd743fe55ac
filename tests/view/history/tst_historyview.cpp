// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/pastwork.h"
#include "ui/history/historyview.h"

#include <algorithm>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using support::Office;

namespace {

bool shows(const QWidget &root, const QString &words)
{
    const auto labels = root.findChildren<QLabel *>();
    return std::ranges::any_of(labels, [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(words);
    });
}

} // namespace

class TestHistoryView : public QObject
{
    Q_OBJECT

private slots:
    void figuresAreReadBetweenEvents()
    {
        Office office;
        for (const base::Span took : {8min, 10min, 20min})
            support::outageOfTheShop(office, 10min, took);
        ui::HistoryView history(*office.desk);
        history.show();
        // The window does not wait for them.
        QVERIFY(!shows(history, u"last 3 incidents"_s));
        QVERIFY(QTest::qWaitFor([&] { return shows(history, u"down for"_s); }, 60'000));
        support::outageOfTheShop(office, 10min, 30min);
        QVERIFY(QTest::qWaitFor([&] { return shows(history, u"last 4 incident"_s); }, 60'000));
    }

    void theListIsNarrowedByPartAndTime()
    {
        Office office;
        support::outageOfTheShop(office, 10min, 8min);
        office.clock.advance(24h * 60);
        workflow::NewIncident request;
        request.title = u"Mail is late"_s;
        request.components = {u"mail"_s};
        QVERIFY(office.desk->open(request));
        ui::HistoryView history(*office.desk);
        history.show();
        const auto tables = history.findChildren<QTableView *>();
        const auto found = std::ranges::find(tables, u"Incidents"_s, &QWidget::accessibleName);
        QVERIFY(found != tables.end());
        const QTableView *table = *found;
        const auto choose = [&](const QString &box, const QString &entry) {
            for (auto *combo : history.findChildren<QComboBox *>()) {
                if (combo->accessibleName() != box)
                    continue;
                combo->setCurrentText(entry);
                emit combo->activated(combo->currentIndex());
            }
        };
        QCOMPARE(table->model()->rowCount(), 2);
        choose(u"How far back"_s, u"last 30 days"_s);
        QCOMPARE(table->model()->rowCount(), 1);
        choose(u"How far back"_s, u"any time"_s);
        QVERIFY(QTest::qWaitFor(
            [&] {
                choose(u"Part that was affected"_s, u"shop"_s);
                return table->model()->rowCount() == 1;
            },
            60'000));
        choose(u"Part that was affected"_s, u"every part"_s);
        QCOMPARE(table->model()->rowCount(), 2);
    }

    void anIncidentGoesToAnotherConsoleOnce()
    {
        Office here;
        const auto trouble = here.shopIsDown();
        Office there;
        const QString path = there.folder.filePath(u"incident.json"_s);
        ui::HistoryView from(*here.desk);
        QSignalSpy written(&from, &ui::HistoryView::said);
        from.select(trouble.id);
        from.writeIncidentTo(path);
        QVERIFY(QTest::qWaitFor([&] { return written.size() == 1; }, 60'000));
        ui::HistoryView to(*there.desk);
        QSignalSpy taken(&to, &ui::HistoryView::said);
        QSignalSpy failed(&to, &ui::HistoryView::failed);
        for (int i = 1; i <= 2; ++i) {
            to.takeIncidentFrom(path);
            QVERIFY(QTest::qWaitFor([&] { return taken.size() == i; }, 60'000));
        }
        QVERIFY(taken.last().first().toString().contains(u"nothing was added"_s));
        QVERIFY(failed.isEmpty());
        QCOMPARE(there.desk->load(trouble.id).value(), here.desk->load(trouble.id).value());
    }
};

QTEST_MAIN(TestHistoryView)
#include "tst_historyview.moc"
