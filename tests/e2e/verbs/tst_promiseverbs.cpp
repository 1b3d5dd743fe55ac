// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/program.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::Call;

namespace {

const QByteArray twoPromises = "The pictures are missing. We will add a check. "
                               "We will replace the disk tomorrow.";

/// The program on a fresh folder, with an incident.
struct Stage
{
    support::Program program{QStringLiteral(WATCHKEEPER_BINARY)};
    QString ref =
        run({u"incident"_s, u"open"_s, u"Pictures are missing"_s, u"--since"_s, u"2 min ago"_s})
            .at("ref");

    Call run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return program.run(arguments, input);
    }

    [[nodiscard]] Call post(const QString &verb, const QStringList &options) const
    {
        return run(QStringList{u"post"_s, verb, ref, u"--text"_s, u"-"_s} + options, twoPromises);
    }

    /// Those that the text made.
    [[nodiscard]] QJsonArray promises() const
    {
        QJsonArray promises;
        const Call shown = run({u"incident"_s, u"show"_s, ref});
        for (const QJsonValue &promise : shown.answer[u"promises"].toArray()) {
            if (promise[u"kind"].toString() != u"next_update")
                promises.append(promise);
        }
        return promises;
    }
};

} // namespace

/// What a post undertakes, from the command line.
class TestPromiseVerbs : public QObject
{
    Q_OBJECT

private slots:
    void promisesAreShownBeforeTheyAreMade()
    {
        const Stage stage;
        const Call shown = stage.post(u"preview"_s, {u"--no-promise"_s, u"1"_s});
        QVERIFY2(shown.code == 0, qPrintable(shown.error));
        const QJsonArray promises = shown.answer[u"promises"].toArray();
        QCOMPARE(promises.size(), 2);
        QVERIFY(promises[0][u"dropped"].toBool());
        QVERIFY(promises[0][u"due"].toString().isEmpty());
        QVERIFY(!promises[1][u"due"].toString().isEmpty());
        QVERIFY(stage.promises().isEmpty());
        const Call refused = stage.post(u"preview"_s, {u"--no-promise"_s, u"3"_s});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.error.contains(u"no promise 3"_s), qPrintable(refused.error));
    }

    void whatIsPublishedIsOwed()
    {
        const Stage stage;
        const Call published =
            stage.post(u"publish"_s, {u"--no-promise"_s, u"2"_s, u"--promise-due"_s,
                                      u"1: tomorrow 10:00"_s, u"--next-update"_s, u"none"_s});
        QVERIFY2(published.code == 0, qPrintable(published.error));
        const QJsonArray promises = stage.promises();
        QCOMPARE(promises.size(), 1);
        QVERIFY(promises[0][u"quote"].toString().startsWith(u"We will add a check"_s));
    }

    void anIncidentDoesNotCloseOverOne()
    {
        const Stage stage;
        QCOMPARE(stage.post(u"publish"_s, {u"--no-promise"_s, u"2"_s}).code, 0);
        for (const QStringList &step : QList<QStringList>{
                 {u"incident"_s, u"stamp"_s, stage.ref, u"back_to_normal"_s},
                 {u"incident"_s, u"severity"_s, stage.ref, u"3"_s},
                 {u"incident"_s, u"cause"_s, stage.ref, u"confirmed"_s, u"a full disk"_s},
             }) {
            const Call done = stage.run(step);
            QVERIFY2(done.code == 0, qPrintable(done.error));
        }
        const Call refused = stage.run({u"incident"_s, u"close"_s, stage.ref});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.error.contains(u"We will add a check"_s), qPrintable(refused.error));
        const QString id = stage.promises().at(0)[u"id"].toString();
        // The post that made it does not keep it.
        const Call early = stage.run(
            {u"incident"_s, u"promise"_s, stage.ref, id, u"kept"_s, u"--by-update"_s, u"1"_s});
        QCOMPARE(early.code, 1);
        QVERIFY2(early.error.contains(u"no update 1"_s), qPrintable(early.error));
        const Call kept = stage.run({u"incident"_s, u"promise"_s, stage.ref, id, u"kept"_s,
                                     u"--reason"_s, u"the check runs since today"_s});
        QVERIFY2(kept.code == 0, qPrintable(kept.error));
        const Call again = stage.run({u"incident"_s, u"close"_s, stage.ref});
        QVERIFY2(!again.error.contains(u"We will add a check"_s), qPrintable(again.error));
    }
};

QTEST_GUILESS_MAIN(TestPromiseVerbs)
#include "tst_promiseverbs.moc"
