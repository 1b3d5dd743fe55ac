// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "support/takenformarkup.h"
#include "ui/outbox/deliverycard.h"
#include "ui/outbox/differencedialog.h"
#include "ui/outbox/outboxview.h"
#include "unit/outbox/fakes.h"
#include "workflow/compose.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTextEdit>

using fakes::Mood;
using support::Office;
using namespace Qt::StringLiterals;

namespace {

/// A place at which a colleague may have changed the post.
class SharedPage final : public fakes::FakePage
{
public:
    using FakePage::FakePage;

    QFuture<base::Result<std::optional<publish::Receipt>>> find(const publish::Thread &thread,
                                                                const QString &revision) override
    {
        if (standsThere)
            foreign = standsThere;
        return FakePage::find(thread, revision);
    }
    void overwriteNext(const QString &) override { foreign.reset(); }
    std::optional<publish::ForeignEdit> foreignEdit(const QString &) const override
    {
        return foreign;
    }

    std::optional<publish::ForeignEdit> foreign;     ///< what it has met
    std::optional<publish::ForeignEdit> standsThere; ///< what it meets when it looks
};

/// The panel on an office that publishes to one place, whose moods the test sets.
struct Stage
{
    Office office;
    incident::Incident incident = office.shopIsDown();
    workflow::Compose compose{*office.desk, {u"blog"_s}};
    fakes::Server server;
    fakes::Life life;
    Mood mood = Mood::Well;
    std::shared_ptr<SharedPage> page =
        std::make_shared<SharedPage>(u"blog"_s, server, life, [this](const char *) {
            return page && page->foreign ? Mood::Refused : mood;
        });
    workflow::Publishing publishing{*office.desk, office.ids, [] {
                                        return 0.;
                                    }};
    ui::OutboxView view{*office.desk, publishing};

    Stage()
    {
        publishing.setPage(page);
        publishing.start(outbox::Company::Alone);
        compose.setIncident(incident.id);
        view.resize(900, 640);
        view.show();
        settle();
    }

    void publish()
    {
        QVERIFY(compose.publish());
        publishing.flush();
        settle();
    }

    static void settle()
    {
        for (int i = 0; i < 40; ++i)
            QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    [[nodiscard]] bool shows(const QString &text) const
    {
        const auto labels = view.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisibleTo(&view) && label->text().contains(text);
        });
    }

    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        for (QPushButton *button : view.findChildren<QPushButton *>()) {
            if (button->isVisibleTo(&view) && button->accessibleName().startsWith(name))
                return button;
        }
        return nullptr;
    }

    void press(const QString &name)
    {
        QPushButton *wanted = button(name);
        QVERIFY2(wanted && wanted->isEnabled(), qPrintable(name));
        wanted->click();
        settle();
    }

    [[nodiscard]] int cards() const { return int(view.findChildren<ui::DeliveryCard *>().size()); }

    [[nodiscard]] QStringList states() const
    {
        QStringList states;
        const auto intents = office.desk->ledger().outbox().all();
        for (const ledger::Intent &intent : *intents)
            states << base::toName(intent.state);
        return states;
    }
};

} // namespace

class TestOutboxView : public QObject
{
    Q_OBJECT

private slots:
    void nothingWaitingIsSaid()
    {
        Stage stage;
        QVERIFY(stage.shows(u"Nothing waits"_s));
        QCOMPARE(stage.cards(), 0);
        QVERIFY(!stage.button(u"Try everything now"_s)->isEnabled());
        QVERIFY(stage.button(u"Pause Page blog"_s));
    }

    void whatIsPublishedIsShownAsSeen()
    {
        Stage stage;
        stage.publish();
        QCOMPARE(stage.states(), QStringList{u"seen"_s});
        QCOMPARE(stage.cards(), 0);
        QVERIFY(stage.shows(u"Shop is down"_s));
        QVERIFY(stage.shows(u"update 1 · Page blog"_s));
        QVERIFY(stage.shows(u"seen"_s));
    }

    void eachWaitsForSomethingInWords()
    {
        Stage stage;
        stage.mood = Mood::Busy;
        stage.publish();
        QCOMPARE(stage.cards(), 1);
        QVERIFY(!stage.shows(u"Nothing waits"_s));
        QVERIFY(stage.shows(u"It did not work. Next attempt in 10:00."_s));
        stage.mood = Mood::Well;
        stage.press(u"Try now: "_s);
        QCOMPARE(stage.cards(), 0);
        QCOMPARE(stage.states(), QStringList{u"seen"_s});
    }

    void aRefusedPasswordHoldsThePlaceUntilItIsResumed()
    {
        Stage stage;
        stage.mood = Mood::Auth;
        stage.publish();
        QVERIFY(stage.shows(u"refuses the password"_s));
        stage.mood = Mood::Well;
        stage.press(u"Resume Page blog"_s);
        QVERIFY(!stage.shows(u"refuses the password"_s));
        QCOMPARE(stage.states(), QStringList{u"seen"_s});
    }

    void aPauseHoldsAndOutlivesTheProgram()
    {
        Stage stage;
        stage.press(u"Pause Page blog"_s);
        stage.publish();
        QVERIFY(stage.page->calls.isEmpty());
        QVERIFY(stage.shows(u"Page blog is paused. It goes out when you resume it."_s));
        QVERIFY(!stage.button(u"Try now: "_s)->isEnabled());
        stage.press(u"Try everything now"_s);
        QVERIFY(stage.page->calls.isEmpty());
        const workflow::Publishing again(*stage.office.desk, stage.office.ids, [] { return 0.; });
        QVERIFY(again.outbox().isPaused(u"blog"_s));
        stage.press(u"Resume Page blog"_s);
        QCOMPARE(stage.states(), QStringList{u"seen"_s});
    }

    void whatHasNotLeftCanBeWithdrawn()
    {
        Stage stage;
        stage.press(u"Pause Page blog"_s);
        stage.publish();
        stage.press(u"Withdraw: "_s);
        QCOMPARE(stage.states(), QStringList{u"cancelled"_s});
        QCOMPARE(stage.cards(), 0);
        QVERIFY(stage.shows(u"withdrawn"_s));
    }

    void aPlaceThatIsGoneIsNamed()
    {
        Stage stage;
        stage.mood = Mood::Busy;
        stage.publish();
        stage.publishing.dropPage(u"blog"_s);
        stage.settle();
        QVERIFY(stage.shows(u"no longer set up"_s));
        QVERIFY(stage.shows(u"Set it up again, or cancel this post."_s));
        stage.press(u"Withdraw: "_s);
        QCOMPARE(stage.states(), QStringList{u"cancelled"_s});
        QVERIFY(!stage.shows(u"no longer set up"_s));
    }

    void aColleaguesEditIsShownAndOursPutThere()
    {
        Stage stage;
        stage.page->foreign = publish::ForeignEdit{u"The shop is back, says Ben."_s,
                                                   u"The shop is down, says Ana."_s, u"16:02"_s};
        stage.publish();
        QCOMPARE(stage.states(), QStringList{u"failed"_s});
        stage.press(u"Show the difference"_s);
        auto *dialog = stage.view.findChild<ui::DifferenceDialog *>();
        QVERIFY(dialog);
        QStringList heard;
        for (const QPlainTextEdit *text : dialog->findChildren<QPlainTextEdit *>())
            heard << text->toPlainText();
        QCOMPARE(heard, QStringList{u"Both: The shop is\nThere: back,\nOurs: down,\nBoth: says\n"
                                    "There: Ben.\nOurs: Ana."_s});
        QStringList sides;
        for (const QTextEdit *text : dialog->findChildren<QTextEdit *>())
            sides << text->toPlainText();
        QCOMPARE(sides, (QStringList{stage.page->foreign->theirs, stage.page->foreign->ours}));
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->accessibleName() == u"Put ours there"_s)
                button->click();
        }
        stage.settle();
        QCOMPARE(stage.states(), QStringList{u"seen"_s});
    }

    void aColleaguesEditIsMetAgainAfterANewStart()
    {
        Stage stage;
        stage.page->foreign = publish::ForeignEdit{u"Theirs."_s, u"Ours."_s, {}};
        stage.publish();
        QVERIFY(stage.button(u"Show the difference"_s));
        stage.view.hide();
        stage.page->standsThere = std::exchange(stage.page->foreign, std::nullopt);
        stage.view.show();
        stage.settle();
        QVERIFY(stage.button(u"Show the difference"_s));
        QCOMPARE(stage.states(), QStringList{u"failed"_s});
        QVERIFY(stage.server.posts.empty());
        // It is not looked at again and again.
        stage.view.hide();
        stage.page->foreign.reset();
        stage.view.show();
        stage.settle();
        QVERIFY(!stage.page->foreign);
    }

    void aColleaguesWordsAreNoMarkup()
    {
        using support::hostileMarkup;
        Stage stage;
        stage.page->foreign = publish::ForeignEdit{hostileMarkup, u"Ours."_s, hostileMarkup};
        stage.publish();
        stage.press(u"Show the difference"_s);
        auto *dialog = stage.view.findChild<ui::DifferenceDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChildren<QTextEdit *>().front()->toPlainText(), hostileMarkup);
        QCOMPARE(support::takenForMarkup(stage.view), QStringList());
    }

    void aColleaguesEditCanBeKept()
    {
        Stage stage;
        stage.page->foreign = publish::ForeignEdit{u"Theirs."_s, u"Ours."_s, {}};
        stage.publish();
        stage.mood = Mood::Well;
        stage.press(u"Show the difference"_s);
        auto *dialog = stage.view.findChild<ui::DifferenceDialog *>();
        QVERIFY(dialog);
        const publish::ForeignEdit kept = *std::exchange(stage.page->foreign, std::nullopt);
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->accessibleName() == u"Keep theirs"_s)
                button->click();
        }
        stage.settle();
        QCOMPARE(kept.theirs, u"Theirs."_s);
        QCOMPARE(stage.states(), QStringList{u"cancelled"_s});
        QVERIFY(stage.server.posts.empty());
    }

    void theFocusStaysWhileSentencesCountDown()
    {
        Stage stage;
        stage.mood = Mood::Busy;
        stage.publish();
        QPushButton *before = stage.button(u"Try now: "_s);
        stage.office.clock.advance(std::chrono::seconds(5));
        emit stage.publishing.changed();
        QCOMPARE(stage.button(u"Try now: "_s), before);
        QVERIFY(stage.shows(u"Next attempt in 9:55."_s));
    }
};

QTEST_MAIN(TestOutboxView)
#include "tst_outboxview.moc"
