// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/pastwork.h"
#include "ui/history/historyview.h"

#include <algorithm>
#include <QLabel>
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
};

QTEST_MAIN(TestHistoryView)
#include "tst_historyview.moc"
