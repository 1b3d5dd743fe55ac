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
        QTest::newRow("open bracket") << u"One.\n\nTwo [three."_s << u"Line 3: “[”"_s;
        QTest::newRow("closing bracket") << u"One]."_s << u"Line 1: “]”"_s;
        QTest::newRow("open field") << u"{felt."_s << u"Line 1: “{”"_s;
        QTest::newRow("closing brace") << u"felt}."_s << u"Line 1: “}”"_s;
        QTest::newRow("name") << u"{What now}."_s << u"Line 1: “What now”"_s;
        QTest::newRow("empty name") << u"{}."_s << u"Line 1: “”"_s;
        QTest::newRow("other way of nothing") << u"One.\n\n| Two."_s << u"Line 3: “|”"_s;
        QTest::newRow("depth") << u"["_s.repeated(5000) << u"Line 1: Too many"_s;
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
