// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/clock.h"
#include "support/fakestatuspage.h"
#include "support/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::Call;

namespace {

/// The program on a fresh folder, and a page at Statuspage that it may publish to.
class Stage
{
public:
    Stage()
    {
        site.key = "k3y";
        program.environment.insert(u"WATCHKEEPER_PASSWORD_STATUS"_s, u"k3y"_s);
    }

    Call run(const QStringList &arguments, const QByteArray &input = {})
    {
        return program.run(arguments, input);
    }

    Call addTarget(const QByteArray &key = "k3y")
    {
        return run({u"target"_s, u"add"_s, u"statuspage"_s, site.api(), u"--user"_s, u"p1"_s,
                    u"--label"_s, u"Status"_s, u"--components"_s, u"Pictures=Images"_s,
                    u"--plain-loopback"_s, u"--session"_s},
                   key);
    }

    /// An incident with a post that its readers have seen.
    QString published()
    {
        const Call opened = run({u"incident"_s, u"open"_s, u"Pictures are missing"_s, u"--since"_s,
                                 u"2 min ago"_s, u"--parts"_s, u"Pictures"_s});
        const QString ref = opened.at("ref");
        const Call post = run({u"post"_s, u"publish"_s, ref});
        return post.code == 0 ? ref : post.error;
    }

    support::Program program{QStringLiteral(WATCHKEEPER_BINARY)};
    base::SystemClock clock;
    fakes::FakeStatuspage site{[this] {
        return clock.now();
    }};
};

} // namespace

/// The verbs that set up where posts go, hold them, and take them back.
class TestPublishVerbs : public QObject
{
    Q_OBJECT

private slots:
    void aPlaceIsTriedBeforeItIsKept()
    {
        Stage stage;
        const Call refused = stage.addTarget("wrong");
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.error.startsWith(u"watchkeeper: "_s), qPrintable(refused.error));
        QVERIFY(!refused.error.contains(u"wrong"_s));
        QVERIFY(stage.run({u"target"_s, u"list"_s}).answer.toArray().isEmpty());
        const Call added = stage.addTarget();
        QVERIFY2(added.code == 0, qPrintable(added.error));
        QCOMPARE(added.at("name"), u"status"_s);
        const QJsonArray list = stage.run({u"target"_s, u"list"_s}).answer.toArray();
        QCOMPARE(list.size(), 1);
        QCOMPARE(list[0][u"kind"_s].toString(), u"statuspage"_s);
        QCOMPARE(stage.run({u"target"_s, u"test"_s, u"status"_s}).code, 0);
        QCOMPARE(stage.run({u"target"_s, u"test"_s, u"nowhere"_s}).code, 1);
        QCOMPARE(stage.run({u"target"_s, u"remove"_s, u"status"_s}).code, 0);
        QVERIFY(stage.run({u"target"_s, u"list"_s}).answer.toArray().isEmpty());
        QCOMPARE(stage.run({u"target"_s, u"remove"_s, u"status"_s}).code, 1);
    }

    void aKindThatIsNotKnownIsNamed()
    {
        Stage stage;
        const Call refused = stage.run(
            {u"target"_s, u"add"_s, u"pigeon"_s, u"https://loft.example.org/"_s}, "secret");
        QCOMPARE(refused.code, 1);
        QVERIFY(refused.error.contains(u"wordpress"_s));
        QCOMPARE(stage.run({u"target"_s, u"add"_s}).code, 2);
    }

    void componentsGoOutAsTheyAreMapped()
    {
        Stage stage;
        QCOMPARE(stage.addTarget().code, 0);
        stage.published();
        QCOMPARE(stage.site.created, 1);
        QCOMPARE(stage.site.componentStates[u"c1"_s], u"major_outage"_s);
    }

    void postsAreTakenBackEverywhere()
    {
        Stage stage;
        QCOMPARE(stage.addTarget().code, 0);
        const QString ref = stage.published();
        QCOMPARE(stage.site.incidents.size(), size_t(1));
        const QDir pages(stage.program.folder.filePath(u"site/incidents"_s));
        QCOMPARE(pages.entryList(QDir::Files).size(), 1);
        const Call noReason = stage.run({u"post"_s, u"retract"_s, ref});
        QCOMPARE(noReason.code, 1);
        QCOMPARE(stage.site.incidents.size(), size_t(1));
        const Call retracted =
            stage.run({u"post"_s, u"retract"_s, ref, u"--reason"_s, u"It was a drill."_s});
        QVERIFY2(retracted.code == 0, qPrintable(retracted.error));
        QVERIFY(stage.site.incidents.empty());
        QVERIFY(pages.entryList(QDir::Files).isEmpty());
        const Call again =
            stage.run({u"post"_s, u"retract"_s, ref, u"--reason"_s, u"It was a drill."_s});
        QCOMPARE(again.code, 1);
    }

    void postsAreTakenBackAtOnePlace()
    {
        Stage stage;
        QCOMPARE(stage.addTarget().code, 0);
        const QString ref = stage.published();
        const Call retracted = stage.run({u"post"_s, u"retract"_s, ref, u"--reason"_s,
                                          u"Only ours is meant."_s, u"--targets"_s, u"status"_s});
        QVERIFY2(retracted.code == 0, qPrintable(retracted.error));
        QVERIFY(stage.site.incidents.empty());
        const QDir pages(stage.program.folder.filePath(u"site/incidents"_s));
        QCOMPARE(pages.entryList(QDir::Files).size(), 1);
    }

    void aPausedPlaceGetsNothing()
    {
        Stage stage;
        QCOMPARE(stage.addTarget().code, 0);
        QCOMPARE(stage.run({u"outbox"_s, u"pause"_s, u"nowhere"_s}).code, 1);
        QCOMPARE(stage.run({u"outbox"_s, u"pause"_s, u"status"_s}).code, 0);
        stage.published();
        QCOMPARE(stage.site.created, 0);
        QCOMPARE(stage.run({u"outbox"_s, u"flush"_s}).code, 0);
        QCOMPARE(stage.site.created, 0);
        QCOMPARE(stage.run({u"outbox"_s, u"resume"_s, u"status"_s}).code, 0);
        QCOMPARE(stage.run({u"outbox"_s, u"flush"_s}).code, 0);
        QCOMPARE(stage.site.created, 1);
        QVERIFY(stage.run({u"outbox"_s, u"list"_s}).answer.toArray().isEmpty());
    }

    void aColleaguesEditIsShownBeforeItIsOverwritten()
    {
        Stage stage;
        QCOMPARE(stage.addTarget().code, 0);
        const QString ref = stage.published();
        stage.site.newest().updates.front().body = u"Ben has mended it."_s;
        QCOMPARE(stage.run({u"post"_s, u"publish"_s, ref, u"--status"_s, u"identified"_s}).code, 1);
        const QJsonArray shown = stage.run({u"outbox"_s, u"difference"_s}).answer.toArray();
        QCOMPARE(shown.size(), 1);
        QVERIFY(shown[0][u"theirs"_s].toString().contains(u"Ben has mended it."_s));
        QCOMPARE(stage.site.newest().updates.front().body, u"Ben has mended it."_s);
        QCOMPARE(stage.run({u"outbox"_s, u"flush"_s, u"--overwrite"_s}).code, 0);
        QVERIFY(!stage.site.newest().updates.front().body.contains(u"Ben"_s));
        QCOMPARE(stage.site.newest().updates.size(), size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestPublishVerbs)
#include "tst_publishverbs.moc"
