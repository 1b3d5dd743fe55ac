// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/ownlist.h"
#include "ui/duties/formdialog.h"
#include "ui/widget/noticebar.h"
#include "view/consolestage.h"
#include "workflow/remedies.h"

#include <QApplication>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::useList;
using workflow::Remedies;

namespace {

constexpr int patience = 50'000; // a busy machine

/// The console on an incident whose one step carries this remedy.
struct Stage : ConsoleStage
{
    Remedies remedies{*office.desk};
    QSignalSpy ended{&remedies, &Remedies::ended};
    QString shop;

    explicit Stage(const QByteArray &remedy)
    {
        useList(office, remedy);
        console.setRemedies(remedies);
        shop = office.shopIsDown().id;
        console.showIncident(shop);
    }

    [[nodiscard]] ui::Notice notice() const
    {
        return console.findChild<ui::NoticeBar *>()->notice();
    }

    void awaitEnd(int count = 1) { QTRY_COMPARE_WITH_TIMEOUT(ended.size(), count, patience); }

    /// Fills the form in as somebody does who confirms, and answers what it says against it.
    QString confirm(bool dryRun = false)
    {
        QString against;
        QTimer::singleShot(0, &console, [&] {
            auto *form = qobject_cast<ui::FormDialog *>(QApplication::activeModalWidget());
            const auto choices = form->findChildren<QComboBox *>();
            choices.at(1)->setCurrentIndex(dryRun ? 1 : 0);
            for (auto *button : form->findChildren<QPushButton *>()) {
                if (button->isDefault())
                    button->click();
            }
            against = choices.at(1)->accessibleDescription();
            form->reject();
        });
        console.fillIn(ui::IncidentForm::Remedy);
        return against;
    }
};

} // namespace

class TestRemedyNotices : public QObject
{
    Q_OBJECT

private slots:
    void whatIsConfirmedIsToldFromItsStartToItsEnd()
    {
        Stage stage(R"({"name":"restart","command":["/bin/echo","restarted"],
                        "dry_run":["/bin/echo","would restart"]})");
        QCOMPARE(stage.confirm(true), QString());
        QCOMPARE(stage.notice().text, u"“restart” runs …"_s);
        stage.awaitEnd();
        QCOMPARE(stage.notice().text, u"“restart” was tried without effect, and it works."_s);
        QCOMPARE(stage.notice().subject, u"would restart"_s);
        QCOMPARE(stage.confirm(), QString());
        stage.awaitEnd(2);
        QCOMPARE(stage.notice().text, u"“restart” has run."_s);
        QCOMPARE(stage.notice().subject, u"restarted"_s);
        QCOMPARE(stage.notice().level, ui::Notice::Level::Info);
    }

    void whatFailsOrCannotStartSaysHow()
    {
        Stage failing(R"({"name":"restart","command":["/bin/sh","-c","echo no disk; exit 3"]})");
        failing.confirm();
        failing.awaitEnd();
        QCOMPARE(failing.notice().text, u"“restart” failed with code 3."_s);
        QCOMPARE(failing.notice().subject, u"no disk"_s);
        QCOMPARE(failing.notice().level, ui::Notice::Level::Warning);
        Stage gone(R"({"name":"restart","command":["/nowhere/gone"]})");
        gone.confirm();
        gone.awaitEnd();
        QCOMPARE(gone.notice().text, u"“restart” could not be started."_s);
    }

    void theTimeLimitIsToldWithTheTimeThatItTook()
    {
        Stage stage(R"({"name":"wait","command":["/bin/sleep","600"],"time_limit":1})");
        stage.confirm();
        stage.office.clock.advance(61s);
        stage.awaitEnd();
        QCOMPARE(stage.notice().text, u"“wait” took too long and was ended after 1 min."_s);
        QCOMPARE(stage.notice().level, ui::Notice::Level::Warning);
    }

    /// The form stays open, and says when it may run again.
    void whatHasRunTooOftenSaysWhenItMayRunAgain()
    {
        Stage stage(R"({"name":"restart","command":["/bin/true"],"at_most_per_hour":2})");
        for (int i = 1; i <= 2; ++i) {
            QCOMPARE(stage.confirm(), QString());
            stage.awaitEnd(i);
            stage.office.clock.advance(10min);
        }
        // It began at 16:08 and at 16:18.
        const QString against = stage.confirm();
        QVERIFY2(against.contains(u"as often in the last hour as it may. Try again at 17:08,"_s),
                 qPrintable(against));
        QCOMPARE(stage.ended.size(), 2);
        stage.office.clock.advance(41min);
        QCOMPARE(stage.confirm(), QString());
        stage.awaitEnd(3);
    }

    void whatRanByItselfElsewhereLeadsThere()
    {
        Stage stage(R"({"name":"restart","command":["/bin/echo","done"],"automatic":true})");
        stage.remedies.runAutomatic();
        stage.awaitEnd();
        QCOMPARE(stage.notice().text, u"“restart” has run by itself."_s);
        QVERIFY(stage.notice().actions.isEmpty());
        const QString blog = stage.office.shopIsDown(u"the blog is gone"_s).id;
        stage.remedies.runAutomatic();
        stage.awaitEnd(2);
        QCOMPARE(stage.console.incidentId(), stage.shop);
        QCOMPARE(stage.notice().actions.size(), 1);
        emit stage.console.findChild<ui::NoticeBar *>()->actionTriggered(0);
        QCOMPARE(stage.console.incidentId(), blog);
    }
};

QTEST_MAIN(TestRemedyNotices)
#include "tst_remedynotices.moc"
