// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "marks/reflog.h"
#include "support/fakehttp.h"
#include "support/office.h"
#include "support/waiting.h"
#include "workflow/marks.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using marks::Mark;
using workflow::Marks;

namespace {

const QByteArray zeros(40, '0');
const QByteArray first(40, 'a');
const QByteArray second = "4f2a1c9" + QByteArray(33, 'b');

/// 16:05 and 16:07 on the day of the office.
QByteArray move(const QByteArray &from, const QByteArray &to, const char *at, const char *message)
{
    return from + ' ' + to + " Sam <sam@example.org> " +
           QByteArray::number(qint64(support::utc(at).time_since_epoch().count())) + " +0000\t" +
           message + '\n';
}

const QByteArray reflog =
    move(zeros, first, "2026-11-20T16:05:00Z", "clone: from example.org") +
    move(first, second, "2026-11-22T16:07:00Z", "pull: Fast-forward") +
    move(second, second, "2026-11-22T16:07:30Z", "checkout: moving from main to main");

QByteArray build(const char *version)
{
    return QByteArray(R"({"status":"success","data":{"resultType":"vector","result":[{"metric":)"
                      R"({"__name__":"build","version":")") +
           version + R"("},"value":[1,"1"]}]}})";
}

void write(const QString &path, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

struct Stage
{
    support::Office office;
    QByteArray answer = build("1");
    support::FakeHttp http{[this](const http::Request &) {
        return support::json(answer);
    }};
    Marks marks{*office.desk, http};

    void look()
    {
        marks.look();
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }
};

} // namespace

class TestMarks : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatIsMarked()
    {
        Stage stage;
        QVERIFY(stage.marks.add(u"deployed 4f2a"_s));
        QVERIFY(stage.marks.add(u"config"_s, stage.office.clock.now() - 3h));
        QVERIFY(!stage.marks.add(u" "_s));
        QVERIFY(!stage.marks.add(u"later"_s, stage.office.clock.now() + 1min));
        QCOMPARE(stage.marks.all().size(), size_t(2));
        QCOMPARE(stage.marks.all().back().text, u"deployed 4f2a"_s);
        QCOMPARE(stage.marks.all().back().origin, u"ana"_s);
        QCOMPARE(stage.marks.since(stage.office.clock.now() - 2h).size(), size_t(1));
        const Marks again(*stage.office.desk, stage.http);
        QCOMPARE(again.all(), stage.marks.all());
    }

    void seesTheMarksOfOthers()
    {
        Stage stage;
        Marks other(*stage.office.desk, stage.http);
        QVERIFY(other.add(u"by a script"_s));
        stage.look();
        QCOMPARE(stage.marks.all().size(), size_t(1));
    }

    void aHalfWrittenLineIsLeftOut()
    {
        Stage stage;
        QVERIFY(stage.marks.add(u"whole"_s));
        QFile file(stage.office.folder.filePath(u"marks.jsonl"_s));
        QVERIFY(file.open(QIODevice::Append));
        file.write("{\"id\":\"x\",\"at");
        file.close();
        stage.look();
        QCOMPARE(stage.marks.all().size(), size_t(1));
    }

    void readsAReflog()
    {
        const auto moves = marks::marksFrom(reflog + "rubbish\n\n> > x\n", u"shop"_s);
        QCOMPARE(moves.size(), size_t(2));
        QCOMPARE(moves[1].text, u"4f2a1c9 pull: Fast-forward"_s);
        QCOMPARE(moves[1].at, support::utc("2026-11-22T16:07:00Z"));
    }

    void watchesARepository()
    {
        Stage stage;
        const QString copy = stage.office.folder.filePath(u"shop"_s);
        const workflow::MarkSource source{u"shop"_s, copy, {}, {}};
        QVERIFY(!stage.marks.addSource(source));
        write(copy + u"/.git/logs/HEAD"_s, reflog);
        QVERIFY(support::waitFor(stage.marks.test(source)));
        QVERIFY(stage.marks.addSource(source));
        QVERIFY(!stage.marks.addSource(source));
        // Not what was done long before.
        QCOMPARE(stage.marks.all().size(), size_t(1));
        write(copy + u"/.git/logs/HEAD"_s,
              reflog + move(second, first, "2026-11-22T16:07:50Z", "reset: moving"));
        stage.look();
        QCOMPARE(stage.marks.all().size(), size_t(2));
        Marks again(*stage.office.desk, stage.http);
        again.look();
        QCOMPARE(again.all().size(), size_t(2));
        QVERIFY(again.removeSource(u"shop"_s));
        QVERIFY(again.sources().empty());
    }

    void aWorktreePointsElsewhere()
    {
        Stage stage;
        const QString there = stage.office.folder.filePath(u"repo/worktrees/x"_s);
        write(there + u"/logs/HEAD"_s, reflog);
        write(stage.office.folder.filePath(u"x/.git"_s), "gitdir: " + there.toUtf8() + "\n");
        QCOMPARE(*marks::reflogOf(stage.office.folder.filePath(u"x"_s)), there + u"/logs/HEAD"_s);
    }

    void watchesASeries()
    {
        Stage stage;
        QVERIFY(stage.marks.addSource({u"build"_s, {}, u"http://p:9090"_s, u"build"_s}));
        stage.look();
        QVERIFY(stage.marks.all().empty());
        stage.answer = build("2");
        stage.look();
        QCOMPARE(stage.marks.all().size(), size_t(1));
        QVERIFY(stage.marks.all()[0].text.contains(u"version=\"2\""_s));
        stage.look();
        QCOMPARE(stage.marks.all().size(), size_t(1));
        // What exports it is down for a while: nothing was deployed.
        stage.answer = R"({"status":"success","data":{"resultType":"vector","result":[]}})";
        stage.look();
        stage.answer = build("2");
        stage.look();
        QCOMPARE(stage.marks.all().size(), size_t(1));
    }

    void aTrialNeedsNoName()
    {
        Stage stage;
        const workflow::MarkSource source{{}, {}, u"http://p:9090"_s, u"build"_s};
        const auto said = support::waitFor(stage.marks.test(source));
        QVERIFY2(said, said ? "" : qPrintable(said.error().text));
        QVERIFY(said->contains(u"version=\"1\""_s));
        const base::Done added = stage.marks.addSource(source);
        QVERIFY(!added);
        QVERIFY2(added.error().text.contains(u"name"_s), qPrintable(added.error().text));
    }
};

QTEST_GUILESS_MAIN(TestMarks)
#include "tst_marks.moc"
