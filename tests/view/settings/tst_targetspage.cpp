// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/promised.h"
#include "base/whenfinished.h"
#include "http/networkclient.h"
#include "statuspage/connectiontest.h"
#include "statuspage/hostedpage.h"
#include "statuspage/interface.h"
#include "support/fakestatuspage.h"
#include "support/faultserver.h"
#include "support/memorykeyring.h"
#include "support/office.h"
#include "support/shownwords.h"
#include "ui/settings/targetspage.h"
#include "ui/widget/lineedit.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Office;
using workflow::TestedTarget;

namespace {

/// The page of the settings, and a page at Statuspage to be set up on it.
struct Stage
{
    Office office;
    fakes::FakeStatuspage site{[this] {
        return office.clock.now();
    }};
    http::NetworkClient client;
    support::MemoryKeyring keyring;
    secret::Vault vault{keyring};
    workflow::Publishing publishing{*office.desk, office.ids, [] {
                                        return 0.;
                                    }};
    workflow::Targets targets{*office.desk, publishing, vault, {{u"statuspage"_s, kind()}}};
    ui::TargetsPage page{targets};

    Stage()
    {
        site.key = "k3y";
        page.resize(700, 640);
        page.show();
        type(u"Interface"_s, site.api());
        type(u"Page id"_s, u"p1"_s);
        type(u"API key"_s, u"k3y"_s);
        type(u"Components"_s, u"Pictures = Images, Mail = c2"_s);
        page.findChildren<QCheckBox *>().last()->setChecked(true);
    }

    workflow::TargetKind kind()
    {
        workflow::TargetKind kind;
        kind.form.title = u"Statuspage"_s;
        kind.form.addressLabel = u"Interface"_s;
        kind.form.userLabel = u"Page id"_s;
        kind.form.passwordLabel = u"API key"_s;
        kind.form.componentsHint = u"Pictures = its name there"_s;
        kind.address = statuspage::interfaceAddress;
        kind.test = [this](const publish::TargetSpec &spec, const secret::Secret &key) {
            const auto answer = base::promised<base::Result<TestedTarget>>();
            auto *test = new statuspage::ConnectionTest(client, spec, key);
            base::whenFinished(&vault, test->start(), [spec, answer](const auto &connection) {
                if (!connection)
                    return base::keep(*answer,
                                      base::Result<TestedTarget>(base::passOn(connection)));
                TestedTarget tested{spec, u"It works."_s};
                tested.target.readers = connection->readers;
                tested.target.components = connection->components;
                base::keep(*answer, base::Result<TestedTarget>(tested));
            });
            return answer->future();
        };
        kind.make = [this](const publish::TargetSpec &spec) {
            return std::make_shared<statuspage::HostedPage>(
                spec, client,
                [] { return base::ready(base::Result<secret::Secret>(secret::Secret("k3y"))); },
                office.clock);
        };
        return kind;
    }

    void type(const QString &field, const QString &text)
    {
        for (ui::LineEdit *edit : page.findChildren<ui::LineEdit *>()) {
            if (edit->accessibleName() == field)
                return edit->setText(text);
        }
        QFAIL(qPrintable(field));
    }

    [[nodiscard]] QString typed(const QString &field) const
    {
        for (const ui::LineEdit *edit : page.findChildren<ui::LineEdit *>()) {
            if (edit->accessibleName() == field)
                return edit->text();
        }
        return {};
    }

    [[nodiscard]] QString labelNamed(const QString &name) const
    {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->accessibleName() == name && label->isVisibleTo(&page))
                return label->text();
        }
        return {};
    }

    [[nodiscard]] QString outcome() const { return labelNamed(u"How the last try went"_s); }

    void press(const QString &title)
    {
        for (QPushButton *button : page.findChildren<QPushButton *>()) {
            if (button->accessibleName() != title)
                continue;
            button->click();
            QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled() && !outcome().startsWith(u"Trying"_s),
                                     30000);
            return;
        }
        QFAIL(qPrintable(title));
    }
};

} // namespace

class TestTargetsPage : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrongIsSaidAndNothingIsKept_data()
    {
        using fakes::Mishap;
        QTest::addColumn<int>("mishap");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        const int none = int(Mishap::None);
        const QString same;
        QTest::newRow("wrong address")
            << none << u"Interface"_s << u"http://127.0.0.1:PORT/elsewhere/"_s
            << u"no Statuspage interface at this address"_s;
        QTest::newRow("wrong page id")
            << none << u"Page id"_s << u"p2"_s << u"Check the page id."_s;
        QTest::newRow("wrong key") << none << u"API key"_s << u"wrong"_s << u"API key"_s;
        QTest::newRow("no key") << none << u"API key"_s << same << u"Type the page id"_s;
        QTest::newRow("in upgrade")
            << int(Mishap::Upgrade) << same << same << u"being upgraded or maintained"_s;
        QTest::newRow("rate limit")
            << int(Mishap::SlowDown) << same << same << u"asks us to slow down"_s;
        QTest::newRow("captive page") << int(Mishap::Captive) << same << same << u"guest network"_s;
        QTest::newRow("redirect") << int(Mishap::Redirect) << same << same
                                  << u"sends us to another address"_s;
    }

    void whatIsWrongIsSaidAndNothingIsKept()
    {
        QFETCH(int, mishap);
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, says);
        Stage stage;
        stage.site.mishap = [mishap] {
            return fakes::Mishap(mishap);
        };
        if (!field.isEmpty())
            stage.type(field, text.replace(u"PORT"_s, QString::number(stage.site.serverPort())));
        stage.press(u"Try it"_s);
        QVERIFY2(stage.outcome().contains(says), qPrintable(stage.outcome()));
        stage.press(u"Publish there too"_s);
        QVERIFY2(stage.outcome().contains(says), qPrintable(stage.outcome()));
        QVERIFY(stage.targets.list().empty());
        QVERIFY(stage.keyring.entries.empty());
    }

    void noErrorShowsTheKey_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        for (const int status : {200, 302, 400, 401, 403, 404, 407, 420, 422, 500, 503}) {
            QTest::addRow("%d, JSON", status) << status << QByteArray("application/json");
            QTest::addRow("%d, a page", status) << status << QByteArray("text/html");
        }
    }

    /// A server that hands back what it was sent, in every way in which it can fail.
    void noErrorShowsTheKey()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        const QByteArray key = "canary-5d1f-key";
        const QByteArray said = key + " " + key.toBase64() + " " + key.toHex();
        support::Fault fault;
        fault.status = status;
        fault.body = "{\"message\":\"" + said + "\",\"error\":[\"" + said + "\"]}";
        if (type == "text/html")
            fault.body = "<html><title>" + said + "</title>" + said + "</html>";
        fault.headers = {{"Content-Type", type},
                         {"Location", "/" + key},
                         {"WWW-Authenticate", "Basic realm=\"" + key + "\""}};
        support::FaultServer server;
        server.set("/v1/pages/p1", fault);
        Stage stage;
        stage.type(u"Interface"_s, server.url("/v1/").toString());
        stage.type(u"API key"_s, QString::fromLatin1(key));
        for (const QString &action : {u"Try it"_s, u"Publish there too"_s}) {
            stage.press(action);
            QVERIFY(!server.requests().isEmpty());
            QVERIFY(!stage.outcome().isEmpty());
            const QString shown = support::shownWords();
            for (const QByteArray &form : {key, key.toBase64(), key.toHex()})
                QVERIFY2(!shown.contains(QString::fromLatin1(form)), qPrintable(stage.outcome()));
        }
    }

    void plainHttpIsRefusedInWords()
    {
        Stage stage;
        stage.page.findChildren<QCheckBox *>().last()->setChecked(false);
        stage.press(u"Try it"_s);
        QVERIFY2(stage.outcome().contains(u"https"_s), qPrintable(stage.outcome()));
        QVERIFY(stage.site.calls.isEmpty());
    }

    void whatWorksIsKeptWithItsComponents()
    {
        Stage stage;
        stage.press(u"Try it"_s);
        QCOMPARE(stage.outcome(), u"It works."_s);
        QVERIFY(stage.targets.list().empty());
        const QString abilities = stage.labelNamed(u"What posts can say there"_s);
        QVERIFY2(abilities.contains(u"Planned work has its window there"_s), qPrintable(abilities));
        QVERIFY(abilities.contains(u"components: Mail, Pictures."_s));
        QVERIFY(abilities.contains(u"postmortem"_s));
        stage.press(u"Publish there too"_s);
        const auto kept = stage.targets.list();
        QCOMPARE(kept.size(), size_t(1));
        QCOMPARE(kept.front().components,
                 (std::map<QString, QString>{{u"Pictures"_s, u"c1"_s}, {u"Mail"_s, u"c2"_s}}));
        QCOMPARE(stage.keyring.entries.size(), size_t(1));
        QVERIFY(stage.typed(u"API key"_s).isEmpty());
        QCOMPARE(stage.page.findChild<QTableWidget *>()->rowCount(), 1);
        stage.press(u"Try again"_s);
        QCOMPARE(stage.outcome(), u"It works."_s);
    }

    void itCanBeRemoved()
    {
        Stage stage;
        stage.press(u"Publish there too"_s);
        stage.press(u"Publish there no longer"_s);
        QVERIFY(stage.targets.list().empty());
        QVERIFY(stage.keyring.entries.empty());
        QVERIFY(stage.outcome().contains(u"What stands there stays."_s));
    }

    void aPasswordForThisSessionIsNotKept()
    {
        Stage stage;
        stage.page.findChildren<QCheckBox *>().first()->setChecked(true);
        stage.press(u"Publish there too"_s);
        QCOMPARE(stage.targets.list().size(), size_t(1));
        QVERIFY(stage.keyring.entries.empty());
        stage.press(u"Try again"_s);
        QCOMPARE(stage.outcome(), u"It works."_s);
    }
};

QTEST_MAIN(TestTargetsPage)
#include "tst_targetspage.moc"
