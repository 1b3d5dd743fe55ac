// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/template.h"

#include <QTest>

using namespace wording;
using namespace Qt::StringLiterals;

class TestTemplate : public QObject
{
    Q_OBJECT

    TemplateFields m_fields{{{u"started.since"_s, {u"since 16:08"_s, u"since 16:08 UTC"_s}},
                             {u"next_update.by"_s, {u"by 16:45"_s, u"by 16:45 UTC"_s}},
                             {u"felt"_s, {u"images are missing"_s, {}}}},
                            {u"ours"_s}};

    QString body(const char *text)
    {
        const auto parsed = Template::parse(QString::fromUtf8(text));
        return parsed ? parsed->body(m_fields) : parsed.error().text;
    }

private slots:
    void fills_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QByteArray(text) << QString::fromUtf8(expected);
        };
        row("Hi.", "Hi.");
        row("What you see: {felt}.", "What you see: images are missing.");
        row("Gone: {fixed.at}.", "");
        row("Hi [{fixed.at}].", "Hi.");
        row("Hi [, {felt}] .", "Hi, images are missing.");
        row("Hi [{fixed.at}|there].", "Hi there.");
        row("[{fixed.at}|{felt}|there]", "images are missing");
        row("ours? Sorry.", "Sorry.");
        row("!ours? Sorry.", "");
        row("theirs? Theirs.\n| ours? Ours.\n| Nobody's.", "Ours.");
        row("ours, !felt? One.\n| ours, felt? Two.", "Two.");
        row("fixed.at? One.", "");
        row("felt? One.", "One.");
        row("One.\nTwo.\n\nThree.", "One. Two.\n\nThree.");
        row("# only words\n\nOne.\n\n\n\n# more\nTwo.", "One.\n\nTwo.");
        row("{fixed.at}\n\nTwo.", "Two.");
        row("Since {started.since}, then {started.since}.",
            "Since since 16:08 UTC, then since 16:08.");
        // What is tried and not said has not named the zone.
        row("[{started.since} {fixed.at}] by {next_update.by}.", "by by 16:45 UTC.");
        row("\\[{felt}\\] \\| \\\\", "[images are missing] | \\");
        row("Really? Yes.", "Really? Yes.");
        row("\\really? yes.", "really? yes.");
        row("[a [b [ {fixed.at} ] c] d].", "a b c d.");
        row("", "");
    }

    void fills()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        QCOMPARE(body(text.constData()), expected);
    }

    void theFirstTitleThatCanBeSaidIsTheTitle()
    {
        const auto parsed =
            Template::parse(u"title: Fixed {fixed.at}\ntitle: About {felt}\ntitle: Else\n\nBody.");
        QVERIFY(parsed);
        QCOMPARE(parsed->title(m_fields), u"About images are missing"_s);
        QCOMPARE(parsed->title({}), u"Else"_s);
        QCOMPARE(parsed->body({}), u"Body."_s);
    }

    void mistakesAreNamedWithTheirLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("open bracket") << u"One.\n\nTwo [three."_s << u"Line 3, column 5: “[”"_s;
        QTest::newRow("closing bracket") << u"One]."_s << u"Line 1, column 4: “]”"_s;
        QTest::newRow("open field") << u"{felt."_s << u"Line 1, column 1: “{”"_s;
        QTest::newRow("closing brace") << u"felt}."_s << u"Line 1, column 5: “}”"_s;
        QTest::newRow("name") << u"{What now}."_s << u"Line 1, column 1: “What now”"_s;
        QTest::newRow("empty name") << u"{}."_s << u"Line 1, column 1: “”"_s;
        QTest::newRow("other way of nothing") << u"One.\n\n| Two."_s << u"Line 3, column 1: “|”"_s;
        QTest::newRow("depth") << u"["_s.repeated(5000) << u"Line 1, column 21: Too many"_s;
    }

    void mistakesAreNamedWithTheirLine()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto parsed = Template::parse(text);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, base::ErrorKind::Format);
        QVERIFY2(parsed.error().text.startsWith(says), qPrintable(parsed.error().text));
    }

    void everyProblemIsFoundInOnePass()
    {
        const auto problems = Template::problems(
            u"title: {tilte}\n  ourz? Sorry {felt.\n| ours? Fine [{sometimes}].\n\n]"_s);
        QStringList said;
        for (const TemplateProblem &problem : problems)
            said << u"%1:%2 %3"_s.arg(problem.line).arg(problem.column).arg(problem.isFatal);
        QCOMPARE(said, (QStringList{u"1:8 0"_s, u"2:15 1"_s, u"3:15 0"_s, u"5:1 1"_s}));
        QVERIFY(problems[0].sentence.contains(u"Did you mean “title”?"_s));
        QVERIFY(!problems[2].sentence.contains(u"Did you mean"_s));
    }

    void unknownNamesDoNotStopAPost()
    {
        const auto parsed = Template::parse(u"Hi.\nThis is {new.field}.\nourz? That.\nBye."_s);
        QVERIFY(parsed);
        QCOMPARE(parsed->body(m_fields), u"Hi. Bye."_s);
        const auto problems = Template::problems(u"ourz? That."_s);
        QCOMPARE(int(problems.size()), 1);
        QVERIFY(problems[0].sentence.contains(u"“ours”"_s));
    }

    void junkOfAMegabyteEnds_data()
    {
        QTest::addColumn<QString>("unit");
        for (const char *unit :
             {"a",  "[",  "[]",     "]",  "{",        "{felt}", "|",
              "a|", "| ", "a,",     "a?", "!",        "felt, ", "felt? ",
              "\\", "\n", "title:", "{a", "[{felt}|", " ",      "[felt? {felt}|ours? ]"})
            QTest::newRow(unit) << QString::fromLatin1(unit);
        QTest::newRow("surrogates") << QString(QChar(0xdc00));
    }

    void junkOfAMegabyteEnds()
    {
        QFETCH(QString, unit);
        const QString text = unit.repeated((1 << 20) / unit.size());
        QVERIFY(Template::problems(text).size() <= 200);
        // The test's own time limit is what fails here.
        if (const auto parsed = Template::parse(text))
            QVERIFY(parsed->body(m_fields).size() <= text.size() + 4 * PhraseFiller::longest);
    }

    void namesAreListed()
    {
        const auto parsed =
            Template::parse(u"title: {felt}\n\nours, !again? A [{fixed.at}|{started.since}].");
        QVERIFY(parsed);
        QCOMPARE(parsed->names(),
                 (std::set{u"felt"_s, u"ours"_s, u"again"_s, u"fixed.at"_s, u"started.since"_s}));
    }
};

QTEST_GUILESS_MAIN(TestTemplate)
#include "tst_template.moc"
