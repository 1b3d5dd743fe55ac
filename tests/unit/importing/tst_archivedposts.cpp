// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/archivedpost.h"
#include "importing/postedtime.h"
#include "importing/textfile.h"
#include "support/manualclock.h"

#include <QTest>

using namespace importing;
using namespace Qt::StringLiterals;
using incident::PublicStatus;
using support::utc;

class TestArchivedPosts : public QObject
{
    Q_OBJECT

private slots:
    void readsTimes_data();
    void readsTimes();
    void asksAboutClockChanges();
    void cutsAtStamps();
    void takesTheYearFromThePost();
    void cutsAtHeadings();
    void leavesTimelinesWhole();
    void readsATextFile();
    void refusesWhatHasNoTime();
    void takesTimesSaidBeside();
    void knowsTwinsApart();
};

namespace {

const QTimeZone london("Europe/London");
const auto someTime = utc("2025-03-04T14:05:00Z");

std::vector<ArchivedPost> postsIn(const QString &text, const TextDefaults &defaults = {})
{
    auto posts = readTextFile(text, defaults, london);
    if (!posts)
        qFatal("%s", qPrintable(posts.error().text));
    return std::move(*posts);
}

} // namespace

void TestArchivedPosts::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("at");
    const auto row = [](const QString &text, const QString &at) {
        QTest::newRow(qPrintable(text)) << text << at;
    };
    row(u"2025-03-04 14:32"_s, u"2025-03-04T14:32:00Z"_s);
    row(u"2025-07-04T14:32"_s, u"2025-07-04T13:32:00Z"_s);
    row(u"2025-07-04T14:32:05+02:00"_s, u"2025-07-04T12:32:05Z"_s);
    row(u"2025-07-04T14:32:05.250Z"_s, u"2025-07-04T14:32:05Z"_s);
    row(u"2025-07-04 14:32 UTC"_s, u"2025-07-04T14:32:00Z"_s);
    row(u"Tue, 04 Mar 2025 14:32:05 GMT"_s, u"2025-03-04T14:32:05Z"_s);
    row(u"4 Mar 25 9:32 -0500"_s, u"2025-03-04T14:32:00Z"_s);
    row(u"Fri, 04 Jul 2025 09:32:00 EDT"_s, u"2025-07-04T13:32:00Z"_s);
    row(u"Fri, 31 Dec 1999 23:59:00 Z"_s, u"1999-12-31T23:59:00Z"_s);
    for (const QString &wrong : {u"2025-03-04"_s, u"yesterday"_s, u"14:32"_s, u"2025-02-30 10:00"_s,
                                 u"04/03/2025 14:32"_s, u"Tue, 04 Mar 2025 14:32:00 IST"_s, u""_s})
        row(wrong, {});
}

void TestArchivedPosts::readsTimes()
{
    QFETCH(QString, text);
    QFETCH(QString, at);
    const auto time = postedTime(text, london);
    if (at.isEmpty()) {
        QVERIFY(!time);
        QCOMPARE(time.error().kind, base::ErrorKind::Input);
    } else {
        QCOMPARE(time.value(), utc(qPrintable(at)));
    }
}

void TestArchivedPosts::asksAboutClockChanges()
{
    QVERIFY(postedTime(u"2025-03-30 01:30"_s, london).error().text.contains(u"skip"_s));
    QVERIFY(postedTime(u"2025-10-26 01:30"_s, london).error().text.contains(u"twice"_s));
    QCOMPARE(postedTime(u"2025-10-26 01:30+01:00"_s, london).value(), utc("2025-10-26T00:30:00Z"));
}

void TestArchivedPosts::cutsAtStamps()
{
    const auto updates = updatesIn(u"Mar 4, 15:10 UTC\nResolved - Parcels can be tracked.\n\n"
                                   "Mar 4, 14:32 UTC\nMonitoring - A repair is in.\nWe wait.\n\n"
                                   "Mar 4, 14:05 UTC\nInvestigating - Parcels are lost."_s,
                                   someTime, london);
    const std::vector<ArchivedUpdate> expected{
        {someTime, PublicStatus::Investigating, u"Parcels are lost."_s},
        {utc("2025-03-04T14:32:00Z"), PublicStatus::Monitoring, u"A repair is in.\nWe wait."_s},
        {utc("2025-03-04T15:10:00Z"), PublicStatus::Resolved, u"Parcels can be tracked."_s},
    };
    QCOMPARE(updates, expected);
    const auto inOneLine = updatesIn(u"[2025-03-04 14:05 UTC] Investigating: Parcels are lost.\n"
                                     "[2025-03-04 15:10 UTC] Resolved: All found."_s,
                                     someTime, london);
    QCOMPARE(inOneLine.size(), 2U);
    QCOMPARE(inOneLine[1].status, PublicStatus::Resolved);
    QCOMPARE(inOneLine[1].text, u"All found."_s);
}

void TestArchivedPosts::takesTheYearFromThePost()
{
    const auto newYear = updatesIn(u"Jan 1, 00:20 GMT\nResolved - Over.\n\n"
                                   "Dec 31, 23:50 GMT\nInvestigating - Begun."_s,
                                   utc("2019-12-31T23:50:00Z"), london);
    QCOMPARE(newYear[0].posted, utc("2019-12-31T23:50:00Z"));
    QCOMPARE(newYear[1].posted, utc("2020-01-01T00:20:00Z"));
    // A short name that the page's own zone has.
    const auto summer =
        updatesIn(u"4 July, 15:10 BST\nResolved - Over."_s, utc("2025-07-04T13:00:00Z"), london);
    QCOMPARE(summer[0].posted, utc("2025-07-04T14:10:00Z"));
}

void TestArchivedPosts::cutsAtHeadings()
{
    const auto updates =
        updatesIn(u"The lift stands still.\n\nUPDATE 14:50: It moves again."_s, someTime, london);
    QCOMPARE(updates.size(), 2U);
    QCOMPARE(updates[0].text, u"The lift stands still."_s);
    QCOMPARE(updates[1].text, u"It moves again."_s);
    QCOMPARE(updates[1].posted, utc("2025-03-04T14:50:00Z"));
    // Of unknown time: it stays where it stands.
    const QString untold = u"The lift stands still.\n\nUPDATE: It moves again."_s;
    const auto whole = updatesIn(untold, someTime, london);
    QCOMPARE(whole.size(), 1U);
    QCOMPARE(whole[0].text, untold);
}

void TestArchivedPosts::leavesTimelinesWhole()
{
    const QString timeline = u"What happened:\n4 March 13:40 UTC the lamp went out\n"
                             "2025-03-04 13:55 - somebody noticed"_s;
    const auto updates = updatesIn(timeline, someTime, london);
    QCOMPARE(updates.size(), 1U);
    QCOMPARE(updates[0].text, timeline);
}

void TestArchivedPosts::readsATextFile()
{
    const auto posts =
        postsIn(u"Posted: 2025-03-04 14:05\r\nTitle: Lift stuck\r\n"
                "Components: lift, doors\r\nAuthor: Ada\r\nAddress: https://x.example/1\r\n"
                "\r\nThe lift stood still for 10 minutes.\r\n-----\r\n\r\n---\r\n"
                "posted:  2025-03-05T08:00\n\nLamp out\n\nIt was dark -- really.\n"_s,
                {u"old.txt"_s, {}, {}});
    QCOMPARE(posts.size(), 2U);
    QCOMPARE(posts[0].title, u"Lift stuck"_s);
    QCOMPARE(posts[0].components, (QStringList{u"lift"_s, u"doors"_s}));
    QCOMPARE(posts[0].author, u"Ada"_s);
    QCOMPARE(posts[0].url, u"https://x.example/1"_s);
    QCOMPARE(posts[0].place, u"old.txt"_s);
    QCOMPARE(posts[0].updates.front().posted, someTime);
    QCOMPARE(posts[0].updates.front().text, u"The lift stood still for 10 minutes."_s);
    QVERIFY(posts[0].original.startsWith(u"Posted: 2025-03-04 14:05\nTitle: Lift stuck"_s));
    QCOMPARE(posts[1].title, u"Lamp out"_s);
    QCOMPARE(posts[1].updates.front().text, u"It was dark -- really."_s);
    QVERIFY(posts[1].problem.isEmpty());
    QVERIFY(!readTextFile(u"\n---\n \n"_s, {}, london));
}

void TestArchivedPosts::refusesWhatHasNoTime()
{
    const auto posts = postsIn(u"Lamp out\n\nIt was dark.\n---\nPosted: soon\nLift stuck\n\nNo."_s);
    QVERIFY(posts[0].problem.contains(u"does not say when"_s));
    QVERIFY(posts[1].problem.contains(u"soon"_s));
}

void TestArchivedPosts::takesTimesSaidBeside()
{
    const QString text = u"Lift stuck\n\nIt stands still.\n\nUPDATE: It moves."_s;
    const auto post = postsIn(text, {{}, u"2025-03-04 14:05"_s, {u"2025-03-04 14:50"_s}}).front();
    QCOMPARE(post.problem, QString());
    QCOMPARE(post.updates.size(), 2U);
    QCOMPARE(post.updates[1].posted, utc("2025-03-04T14:50:00Z"));
    const auto header = postsIn(u"Posted: 2025-03-04 14:05\nUpdated: 2025-03-04 14:50\n"_s + text);
    QCOMPARE(header.front().updates, post.updates);
    const auto backwards = postsIn(text, {{}, u"2025-03-04 14:05"_s, {u"2025-03-03 14:50"_s}});
    QVERIFY(backwards.front().problem.contains(u"not in order"_s));
    const auto tooMany =
        postsIn(text, {{}, u"2025-03-04 14:05"_s, {u"2025-03-04 14:50"_s, u"2025-03-04 15:00"_s}});
    QCOMPARE(tooMany.front().warnings.size(), 1);
    QVERIFY(!readTextFile(text + u"\n---\n"_s + text, {{}, u"2025-03-04 14:05"_s, {}}, london));
}

void TestArchivedPosts::knowsTwinsApart()
{
    const QString post = u"Posted: 2025-03-04 14:05\nLift stuck\n\nFor 10 minutes.\n"_s;
    const auto twins = postsIn(post + u"---\n"_s + post + u"---\nId: other\n"_s + post);
    QVERIFY(twins[0].problem.isEmpty());
    QVERIFY(twins[1].problem.contains(u"same title and time"_s));
    QVERIFY(twins[2].problem.isEmpty());
    QCOMPARE(hashOf(twins[0]), hashOf(twins[2]));
    QVERIFY(hashOf(twins[0]) != hashOf(postsIn(post + u"More."_s).front()));
}

QTEST_GUILESS_MAIN(TestArchivedPosts)
#include "tst_archivedposts.moc"
