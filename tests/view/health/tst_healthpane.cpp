// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manualclock.h"
#include "support/samples.h"
#include "ui/health/healthchart.h"
#include "ui/health/healthpane.h"
#include "ui/health/monitorcard.h"
#include "ui/health/samplesdialog.h"
#include "ui/theme/appearance.h"
#include "ui/widget/emptystate.h"
#include "ui/widget/paneheader.h"
#include "view/fakehealthmodel.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::HealthPane;
using ui::State;

class TestHealthPane final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void withoutMonitorsItInvites();
    void theWorstIsLarge();
    void theChosenStaysLarge();
    void cardsAreChosenByMouseAndKeyboard();
    void aMonitorThatIsGoneLeaves();
    void theNoteCountsWhatIsMeasured();
    void newsIsShown();
    void readersHearASummary();
    void theSpanIsTheCharts();
    void tOpensATable();
    void tabGoesFromLargeToSmall();
    void menusNameTheMonitor();

private:
    void add(const QString &id, State state, QByteArrayView history = "11111");
    [[nodiscard]] QStringList cards() const;
    [[nodiscard]] ui::MonitorCard *card(const QString &name) const;
    [[nodiscard]] ui::HealthChart *largeChart() const
    {
        return m_pane->findChild<ui::MonitorPanel *>()->findChild<ui::HealthChart *>();
    }

    std::unique_ptr<ui::Appearance> m_appearance;
    std::unique_ptr<support::FakeHealthModel> m_model;
    std::unique_ptr<HealthPane> m_pane;
};

void TestHealthPane::initTestCase()
{
    m_appearance = std::make_unique<ui::Appearance>(*qApp);
    m_appearance->setChoice(ui::SchemeChoice::Light);
}

void TestHealthPane::init()
{
    m_model = std::make_unique<support::FakeHealthModel>();
    m_model->setNow(support::utc("2026-11-22T16:20:00Z"));
    m_pane = std::make_unique<HealthPane>(*m_model);
    m_pane->resize(496, 700);
    m_pane->show();
}

void TestHealthPane::cleanup()
{
    m_pane.reset();
}

void TestHealthPane::add(const QString &id, State state, QByteArrayView history)
{
    support::FakeHealthModel::Entry entry;
    entry.info.id = id;
    entry.info.name = id;
    entry.info.state = state;
    entry.series = support::seriesOf(
        support::samples(history, support::utc("2026-11-22T16:16:00Z"), std::chrono::seconds(60)),
        std::chrono::seconds(60));
    m_model->set(entry);
    m_pane->refresh();
}

QStringList TestHealthPane::cards() const
{
    QStringList names;
    for (const ui::MonitorCard *card : m_pane->findChildren<ui::MonitorCard *>()) {
        if (card->isVisible())
            names.append(card->accessibleName());
    }
    names.sort();
    return names;
}

ui::MonitorCard *TestHealthPane::card(const QString &name) const
{
    for (ui::MonitorCard *card : m_pane->findChildren<ui::MonitorCard *>()) {
        if (card->accessibleName() == name)
            return card;
    }
    return nullptr;
}

void TestHealthPane::withoutMonitorsItInvites()
{
    auto *empty = m_pane->findChild<ui::EmptyState *>();
    QVERIFY(empty->isVisible());
    QSignalSpy wanted(m_pane.get(), &HealthPane::addRequested);
    emit empty->actionTriggered();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(m_pane->shownLarge().isEmpty());
    add(u"www"_s, State::Up);
    QVERIFY(!empty->isVisible());
}

void TestHealthPane::theWorstIsLarge()
{
    add(u"www"_s, State::Up);
    add(u"search"_s, State::Degraded);
    QCOMPARE(m_pane->shownLarge(), u"search"_s);
    add(u"images"_s, State::Down);
    add(u"mail"_s, State::Down);
    QCOMPARE(m_pane->shownLarge(), u"images"_s);
    QCOMPARE(cards(), (QStringList{u"mail"_s, u"search"_s, u"www"_s}));
}

void TestHealthPane::theChosenStaysLarge()
{
    add(u"www"_s, State::Up);
    add(u"search"_s, State::Up);
    m_pane->choose(u"search"_s);
    QCOMPARE(m_pane->shownLarge(), u"search"_s);
    add(u"www"_s, State::Down);
    QCOMPARE(m_pane->shownLarge(), u"search"_s);
    QCOMPARE(cards(), QStringList{u"www"_s});
}

void TestHealthPane::cardsAreChosenByMouseAndKeyboard()
{
    add(u"www"_s, State::Down);
    add(u"search"_s, State::Up);
    add(u"mail"_s, State::Up);
    m_pane->activateWindow();
    // In the middle of the card lies its chart, which must let the click through.
    QTest::mouseClick(card(u"search"_s), Qt::LeftButton);
    QCOMPARE(m_pane->shownLarge(), u"search"_s);
    QTRY_VERIFY(largeChart()->hasFocus());
    QTest::keyClick(card(u"mail"_s), Qt::Key_Space);
    QCOMPARE(m_pane->shownLarge(), u"mail"_s);
    QCOMPARE(cards(), (QStringList{u"search"_s, u"www"_s}));
}

void TestHealthPane::aMonitorThatIsGoneLeaves()
{
    add(u"www"_s, State::Up);
    add(u"search"_s, State::Degraded);
    m_pane->choose(u"www"_s);
    m_model->remove(u"www"_s);
    m_pane->refresh();
    QCOMPARE(m_pane->shownLarge(), u"search"_s);
    m_model->remove(u"search"_s);
    // A resize before the next refresh must not look at what is gone.
    m_pane->resize(600, 650);
    m_pane->refresh();
    QVERIFY(m_pane->findChild<ui::EmptyState *>()->isVisible());
}

void TestHealthPane::theNoteCountsWhatIsMeasured()
{
    const auto *header = m_pane->findChild<ui::PaneHeader *>();
    QVERIFY(header->note().isEmpty());
    add(u"www"_s, State::Up);
    add(u"images"_s, State::Down);
    add(u"old"_s, State::Paused);
    add(u"far"_s, State::NotMeasured);
    QCOMPARE(header->note(), u"live · 2 of 4 measured"_s);
}

void TestHealthPane::newsIsShown()
{
    add(u"www"_s, State::Up);
    support::FakeHealthModel::Entry entry;
    entry.info.id = u"images"_s;
    entry.info.name = u"images"_s;
    entry.info.state = State::Down;
    m_model->set(entry);
    QTRY_COMPARE(m_pane->shownLarge(), u"images"_s);
}

void TestHealthPane::readersHearASummary()
{
    add(u"www"_s, State::Up);
    add(u"images"_s, State::Down, "11FFF");
    const auto *large = QAccessible::queryAccessibleInterface(largeChart());
    QCOMPARE(large->text(QAccessible::Name), u"images"_s);
    const QString said = large->text(QAccessible::Description);
    QVERIFY2(said.startsWith(u"images: down for 3 minutes, last good 16:17."_s), qPrintable(said));
    QVERIFY(said.contains(u"Press T"_s));
    const auto *small = QAccessible::queryAccessibleInterface(card(u"www"_s));
    QCOMPARE(small->text(QAccessible::Name), u"www"_s);
    QCOMPARE(small->role(), QAccessible::PushButton);
    QVERIFY(small->text(QAccessible::Description).startsWith(u"www: up."_s));
}

void TestHealthPane::theSpanIsTheCharts()
{
    add(u"www"_s, State::Up);
    QCOMPARE(m_pane->span(), std::chrono::hours(1));
    const base::InstantMs hourAgo = m_model->now() - std::chrono::hours(1);
    const double before = largeChart()->xOf(hourAgo);
    QVERIFY(std::abs(before - largeChart()->plotArea().left()) < 10);
    m_pane->setSpan(std::chrono::hours(6));
    QVERIFY(largeChart()->xOf(hourAgo) > largeChart()->plotArea().center().x());
}

void TestHealthPane::tOpensATable()
{
    add(u"www"_s, State::Up, "1F234");
    QTest::keyClick(largeChart(), Qt::Key_T);
    auto *dialog = m_pane->findChild<ui::SamplesDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    const auto *table = dialog->findChild<QTableView *>();
    QCOMPARE(table->model()->rowCount(), 5);
    const auto labels = dialog->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->text().contains(u"4 good, 1 failed, from 10 ms to 40 ms"_s);
    }));
    QVERIFY(table->accessibleName().contains(u"www"_s));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_pane->findChild<ui::SamplesDialog *>());
}

void TestHealthPane::tabGoesFromLargeToSmall()
{
    add(u"www"_s, State::Down);
    add(u"search"_s, State::Up);
    add(u"mail"_s, State::Up);
    m_pane->activateWindow();
    largeChart()->setFocus();
    QTRY_VERIFY(largeChart()->hasFocus());
    QTest::keyClick(largeChart(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), card(u"search"_s));
    QTest::keyClick(card(u"search"_s), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), card(u"mail"_s));
}

void TestHealthPane::menusNameTheMonitor()
{
    add(u"www"_s, State::Down);
    add(u"search"_s, State::Up);
    QSignalSpy menu(m_pane.get(), &HealthPane::menuRequested);
    for (QWidget *target :
         {static_cast<QWidget *>(card(u"search"_s)), static_cast<QWidget *>(largeChart())}) {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), QPoint(5, 5));
        QApplication::sendEvent(target, &event);
    }
    QCOMPARE(menu.size(), 2);
    QCOMPARE(menu[0][0].toString(), u"search"_s);
    QCOMPARE(menu[1][0].toString(), u"www"_s);
    QMenu small;
    m_pane->fillMenu(small, u"search"_s);
    QCOMPARE(small.actions().size(), 1);
    small.actions().first()->trigger();
    QCOMPARE(m_pane->shownLarge(), u"search"_s);
    QMenu large;
    m_pane->fillMenu(large, u"search"_s);
    QCOMPARE(large.actions().size(), 5);
    QVERIFY(large.actions().at(2)->text().startsWith(u"show the values as a table"_s));
}

QTEST_MAIN(TestHealthPane)
#include "tst_healthpane.moc"
