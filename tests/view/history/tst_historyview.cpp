// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/pastwork.h"
#include "ui/history/historyview.h"
#include "view/historymodel.h"
#include "workflow/exchange.h"

#include <algorithm>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace incident;
using support::Office;

namespace {

bool shows(const QWidget &root, const QString &words)
{
    const auto labels = root.findChildren<QLabel *>();
    return std::ranges::any_of(labels, [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(words);
    });
}

const QTableView *incidentsOf(const QWidget &root)
{
    const auto tables = root.findChildren<QTableView *>();
    const auto found = std::ranges::find(tables, u"Incidents"_s, &QWidget::accessibleName);
    return found == tables.end() ? nullptr : *found;
}

void choose(const QWidget &root, const QString &box, const QString &entry)
{
    for (auto *combo : root.findChildren<QComboBox *>()) {
        if (combo->accessibleName() != box)
            continue;
        combo->setCurrentText(entry);
        emit combo->activated(combo->currentIndex());
    }
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

    void theListIsNarrowedByState()
    {
        Office office;
        support::outageOfTheShop(office, 10min, 8min);
        office.shopIsDown();
        OpenIncident proposal;
        proposal.title = u"Perhaps the mail"_s;
        const QString dismissed = office.desk->propose(proposal).value().id;
        QVERIFY(office.desk->run(dismissed, Advance{State::Dismissed, u"a false alarm of ours"_s}));
        ui::HistoryView history(*office.desk);
        history.show();
        const auto *table = incidentsOf(history);
        const auto listed = [&](const QString &state) {
            choose(history, u"State"_s, state);
            QStringList titles;
            for (int row = 0; row < table->model()->rowCount(); ++row)
                titles += table->model()->index(row, view::HistoryModel::State).data().toString();
            return titles;
        };
        QCOMPARE(listed(u"open"_s), (QStringList{u"active"_s, u"restored"_s}));
        QCOMPARE(listed(u"restored"_s), QStringList(u"restored"_s));
        QCOMPARE(listed(u"dismissed"_s), QStringList(u"dismissed"_s));
        QVERIFY(listed(u"closed"_s).isEmpty());
        QVERIFY(shows(history, u"Nothing fits"_s));
        QCOMPARE(listed(u"every state"_s).size(), 3);
        QVERIFY(!shows(history, u"Nothing fits"_s));
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
        const auto *table = incidentsOf(history);
        QCOMPARE(table->model()->rowCount(), 2);
        choose(history, u"How far back"_s, u"last 30 days"_s);
        QCOMPARE(table->model()->rowCount(), 1);
        choose(history, u"How far back"_s, u"any time"_s);
        QVERIFY(QTest::qWaitFor(
            [&] {
                choose(history, u"Part that was affected"_s, u"shop"_s);
                return table->model()->rowCount() == 1;
            },
            60'000));
        choose(history, u"Part that was affected"_s, u"every part"_s);
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

    /// Both consoles have had a first incident of the day.
    void aReferenceThatIsThereTwiceLosesNothing()
    {
        Office here;
        const auto trouble = here.shopIsDown(u"it is dark"_s);
        Office there;
        there.clock.advance(1min);
        const auto other = there.shopIsDown();
        QCOMPARE(other.ref, trouble.ref);
        const QString path = there.folder.filePath(u"incident.json"_s);
        QVERIFY(workflow::writeIncident(here.folder.path(), here.clock, trouble.id, path));
        for (const bool first : {true, false}) {
            const auto taken = workflow::takeIncident(there.folder.path(), there.clock, path);
            QVERIFY2(taken, taken ? "" : qPrintable(taken.error().text));
            QCOMPARE(taken->added > 0, first);
        }
        QCOMPARE(there.desk->load(trouble.id).value(), here.desk->load(trouble.id).value());
        QCOMPARE(there.desk->load(other.id).value(), other);
        QCOMPARE(there.desk->find({}, {}).value().size(), std::size_t(2));
        // Each is found by its id, and the answer says how.
        const auto named = there.ledger->resolveId(trouble.ref);
        QVERIFY(!named);
        for (const QString &id : {trouble.id, other.id}) {
            QVERIFY2(named.error().text.contains(id.right(8)), qPrintable(named.error().text));
            QCOMPARE(there.ledger->resolveId(id.right(8)).value(), id);
        }
    }
};

QTEST_MAIN(TestHistoryView)
#include "tst_historyview.moc"
