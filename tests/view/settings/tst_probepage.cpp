// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/faultserver.h"
#include "support/office.h"
#include "ui/settings/probepage.h"
#include "ui/settings/settingsview.h"
#include "view/formhands.h"
#include "workflow/monitorbook.h"

#include <QApplication>
#include <QListWidget>
#include <QScrollArea>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace formhands;
using Kind = ui::ProbePage::Kind;

Q_DECLARE_METATYPE(ui::ProbePage::Kind)

namespace {

struct Stage
{
    support::Office office;
    source::SourceSet sources{office.clock};
    workflow::Watch watch{sources, *office.desk};
    support::FaultServer server;

    [[nodiscard]] ui::ProbePage *page(Kind kind)
    {
        m_page = std::make_unique<ui::ProbePage>(kind, *office.desk, watch);
        m_page->show();
        return m_page.get();
    }

    [[nodiscard]] source::MonitorSpec first() const
    {
        return watch.status(watch.monitors().first())->spec;
    }

private:
    std::unique_ptr<ui::ProbePage> m_page;
};

bool hasRow(const QWidget &page, const QString &label)
{
    const auto rows = page.findChildren<ui::FormField *>();
    return std::ranges::any_of(rows,
                               [&](auto *row) { return row->field()->accessibleName() == label; });
}

} // namespace

/// The pages where a web page, a port and a certificate are watched.
class TestProbePage : public QObject
{
    Q_OBJECT

private slots:
    void takesAddressesOfItsKind_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("address"); // empty: refused
        QTest::newRow("name") << Kind::Web << u"shop.example.org"_s
                              << u"https://shop.example.org/"_s;
        QTest::newRow("page with a port")
            << Kind::Web << u"shop.example.org:3000"_s << u"http://shop.example.org:3000/"_s;
        QTest::newRow("page, not port")
            << Kind::Web << u"tcp://shop.example.org:3000"_s << QString();
        QTest::newRow("nothing") << Kind::Web << QString() << QString();
        QTest::newRow("port") << Kind::Port << u"db.example.org:5432"_s
                              << u"tcp://db.example.org:5432"_s;
        QTest::newRow("web port") << Kind::Port << u"shop.example.org:443"_s
                                  << u"tcp://shop.example.org:443"_s;
        QTest::newRow("no port") << Kind::Port << u"db.example.org"_s << QString();
        QTest::newRow("port, not certificate")
            << Kind::Port << u"tls://mail.example.org:465"_s << QString();
        QTest::newRow("certificate")
            << Kind::Certificate << u"mail.example.org:465"_s << u"tls://mail.example.org:465"_s;
        QTest::newRow("usual port")
            << Kind::Certificate << u"mail.example.org"_s << u"tls://mail.example.org:443"_s;
        QTest::newRow("certificate, not page")
            << Kind::Certificate << u"https://mail.example.org/"_s << QString();
    }

    void takesAddressesOfItsKind()
    {
        QFETCH(const Kind, kind);
        QFETCH(const QString, typed);
        QFETCH(const QString, address);
        Stage stage;
        ui::ProbePage *page = stage.page(kind);
        type(*page, u"Address"_s, typed);
        press(*page, u"Watch it"_s);
        QCOMPARE(rowOf(*page, u"Address"_s)->error().isEmpty(), !address.isEmpty());
        QCOMPARE(int(stage.watch.monitors().size()), address.isEmpty() ? 0 : 1);
        if (!address.isEmpty())
            QCOMPARE(stage.first().address, address);
    }

    void keepsWhatIsSaidOfAPage()
    {
        Stage stage;
        ui::ProbePage *page = stage.page(Kind::Web);
        type(*page, u"Address"_s, u"shop.example.org"_s);
        type(*page, u"Name"_s, u"Shop"_s);
        type(*page, u"Part of the service"_s, u"shop"_s);
        type(*page, u"Has to contain"_s, u"Welcome"_s);
        qobject_cast<QSpinBox *>(rowOf(*page, u"Looks every"_s)->field())->setValue(60);
        choose(*page, u"Protocol"_s, u"IPv6"_s);
        press(*page, u"Watch it"_s);
        const source::MonitorSpec spec = stage.first();
        QCOMPARE(spec.kind, source::Kind::Http);
        QCOMPARE(spec.name, u"Shop"_s);
        QCOMPARE(spec.component, u"shop"_s);
        QCOMPARE(spec.bodyContains, u"Welcome"_s);
        QCOMPARE(spec.interval, std::chrono::seconds(60));
        QCOMPARE(spec.family, source::Family::V6);
        // The next one is another, looked at in the same way.
        QVERIFY(qobject_cast<QLineEdit *>(rowOf(*page, u"Address"_s)->field())->text().isEmpty());
        type(*page, u"Address"_s, u"search.example.org"_s);
        press(*page, u"Watch it"_s);
        QCOMPARE(int(stage.watch.monitors().size()), 2);
        const auto kept = workflow::MonitorBook(*stage.office.settings).load();
        QCOMPARE(kept.at(0).value(), spec);
    }

    void asksOnlyWhatMatters()
    {
        Stage stage;
        QVERIFY(!hasRow(*stage.page(Kind::Port), u"Own authorities"_s));
        QVERIFY(!hasRow(*stage.page(Kind::Port), u"Has to contain"_s));
        QVERIFY(hasRow(*stage.page(Kind::Certificate), u"Own authorities"_s));
        QVERIFY(hasRow(*stage.page(Kind::Web), u"Own authorities"_s));
    }

    void triesWithoutKeeping()
    {
        Stage stage;
        stage.server.set("/page", {.status = 503});
        ui::ProbePage *page = stage.page(Kind::Web);
        type(*page, u"Address"_s, stage.server.url("/page").toString());
        press(*page, u"Test it"_s);
        const auto *row = rowOf(*page, u"Address"_s);
        QTRY_VERIFY_WITH_TIMEOUT(row->error().contains(u"503"_s), 30'000);
        const quint16 port = quint16(stage.server.url("/").port());
        ui::ProbePage *ports = stage.page(Kind::Port);
        type(*ports, u"Address"_s, u"127.0.0.1:%1"_s.arg(port));
        const auto *place = rowOf(*ports, u"Address"_s);
        const QString before = place->note();
        press(*ports, u"Test it"_s);
        QTRY_VERIFY_WITH_TIMEOUT(place->note() != before, 30'000);
        QVERIFY2(place->error().isEmpty(), qPrintable(place->error()));
        QVERIFY(stage.watch.monitors().isEmpty());
    }

    /// Each page is named in the list beside them, which leads there by key.
    void theListLeadsToEachPage()
    {
        Stage stage;
        ui::SettingsView view(*stage.office.desk, stage.watch, u"/x"_s);
        view.resize(1000, 600);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        auto *names = view.findChild<QListWidget *>();
        auto *scroll = view.findChild<QScrollArea *>();
        names->setFocus();
        for (int row = 0; row < names->count(); ++row) {
            names->setCurrentRow(row);
            const auto pages = scroll->widget()->findChildren<QWidget *>();
            const auto page = std::ranges::find(pages, names->item(row)->text(),
                                                [](auto *w) { return w->accessibleName(); });
            QVERIFY2(page != pages.end(), qPrintable(names->item(row)->text()));
            const QRect seen = scroll->viewport()->rect();
            const QPoint top = (*page)->mapTo(scroll->viewport(), QPoint(1, 1));
            QVERIFY2(seen.contains(top), qPrintable(names->item(row)->text()));
            QCOMPARE(names->currentRow(), row);
        }
        QVERIFY(stage.watch.setMachineWatched(true));
        names->setCurrentRow(0);
        press(view, u"Alerts …"_s);
        QCOMPARE(names->currentItem()->text(), u"This machine"_s);
        const QWidget *limits = rowOf(view, u"CPU over"_s);
        QVERIFY(scroll->viewport()->rect().contains(
            limits->mapTo(scroll->viewport(), limits->rect().center())));
        names->setCurrentRow(1);
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        QTest::keyClick(names, Qt::Key_Return);
        const auto *page = view.findChild<ui::ProbePage *>();
        QVERIFY(page->isAncestorOf(QApplication::focusWidget()));
    }
};

QTEST_MAIN(TestProbePage)
#include "tst_probepage.moc"
