// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplefacts.h"
#include "wording/lint.h"

#include <QElapsedTimer>
#include <QTest>

using namespace incident;
using namespace sample;
using namespace wording;

namespace {

LintContext contextOf(const Facts &facts)
{
    LintContext context;
    context.facts = facts;
    context.now = now();
    context.knownHosts = {u"db-3.int"_s, u"web"_s, u"cache-2"_s, u"images.example.org"_s};
    context.allowed = {u"help@example.org"_s, u"status.local"_s};
    return context;
}

QString allFixed(QString text, const std::vector<LintFinding> &findings)
{
    for (auto each = findings.rbegin(); each != findings.rend(); ++each)
        text = applyFix(text, *each);
    return text;
}

} // namespace

class TestLint : public QObject
{
    Q_OBJECT

private slots:
    void leaksAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<LintKind>("kind");
        QTest::addColumn<QString>("fixed");
        const auto row = [](const char *text, LintKind kind, const char *fixed) {
            QTest::newRow(text) << QString::fromUtf8(text) << kind << QString::fromUtf8(fixed);
        };
        using enum LintKind;
        row("The server img-cache-2.int is being rebuilt.", HostName,
            "The server is being rebuilt.");
        row("See db.corp:5432.", HostName, "See.");
        row("We restarted db-3.", HostName, "We restarted.");
        row("We restarted cache-2, then it went.", HostName, "We restarted, then it went.");
        row("The host 10.0.3.7 is down.", PrivateAddress, "The host is down.");
        row("The host 192.168.1.1:8080 is down.", PrivateAddress, "The host is down.");
        row("On fd00:1234::1 it works.", PrivateAddress, "On it works.");
        row("Use token=abcd1234efgh now.", Secret, "Use now.");
        row("password: hunter22", Secret, "");
        row("Authorization: Bearer abcdefghijklmnop", Secret, "Authorization:");
        row("Key AKIAABCDEFGHIJKLMNOP.", Secret, "Key.");
        row("ghp_abcdefghijklmnopqrstuvwxyz0123 leaked", Secret, " leaked");
        row("https://me:pass@example.org/x", Secret, "");
        row("Hash 0123456789abcdef0123456789abcdef.", Secret, "Hash.");
        row("Write to ana@example.org please.", MailAddress, "Write to please.");
        row("The log in /var/log/nginx/error.log says so.", FilePath, "The log in says so.");
        row("C:\\Windows\\x.dll broke.", FilePath, " broke.");
    }

    void leaksAreFound()
    {
        QFETCH(QString, text);
        QFETCH(LintKind, kind);
        QFETCH(QString, fixed);
        const auto findings = lint(text, contextOf({}));
        QCOMPARE(int(findings.size()), 1);
        QCOMPARE(findings[0].kind, kind);
        QVERIFY(findings[0].sentence.endsWith(u'.'));
        QVERIFY(!findings[0].fixLabel.isEmpty());
        QCOMPARE(applyFix(text, findings[0]).trimmed(), fixed.trimmed());
    }

    void whatIsNoLeakIsLeftAlone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"Images at images.example.org are back.", "Our web is fine.", "See status.local.",
              "Write to help@example.org.", "Version 1.2.3.4 is out.", "The address is 8.8.8.8.",
              "Read https://example.org/var/log/x.", "Either/or, and/or.", "We use a token.",
              "Local time, internal fault, home page.", "A secret: none.", "At 16:08:30 UTC.",
              "Ask @example about it.", "token: none", "a3f5 cache-20 db-31", "Half 1/2 of it."})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void whatIsNoLeakIsLeftAlone()
    {
        QFETCH(QString, text);
        for (const LintFinding &finding : lint(text, contextOf({})))
            QVERIFY2(false, qPrintable(finding.sentence));
    }

    void secretsAreNotRepeated()
    {
        const auto findings = lint(u"token=abcd1234efgh"_s, contextOf({}));
        QVERIFY(!findings[0].sentence.contains(u"abcd"_s));
        QVERIFY(!findings[0].fixLabel.contains(u"abcd"_s));
    }

    void relativeWordsBecomeTimes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fixed");
        const auto row = [](const char *text, const char *fixed) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(fixed);
        };
        // Where a fact lies in what the words span, the fact is told.
        row("Images failed this afternoon.",
            "Images failed around 16:08 London time on 22 November 2026.");
        row("It happened just now.", "It happened around 16:08 London time on 22 November 2026.");
        row("It was slow this morning.", "It was slow on the morning of 22 November 2026.");
        row("It was slow yesterday.", "It was slow on 21 November 2026.");
        row("We look again tomorrow morning.", "We look again on the morning of 23 November 2026.");
        row("It broke last night.", "It broke on the night of 21 November 2026.");
        row("It broke 2 hours ago.",
            "It broke between 13:58 and 14:47 London time on 22 November 2026.");
        row("It broke an hour ago.", "It broke around 15:22 London time on 22 November 2026.");
    }

    void relativeWordsBecomeTimes()
    {
        QFETCH(QString, text);
        QFETCH(QString, fixed);
        const auto findings = lint(text, contextOf(running()));
        QCOMPARE(int(findings.size()), 1);
        QCOMPARE(findings[0].kind, LintKind::RelativeTime);
        QCOMPARE(applyFix(text, findings[0]), fixed);
    }

    void timesThatContradictTheFieldsAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fixed");
        QTest::newRow("clock") << u"It began at 13:10."_s << u"It began at 16:08."_s;
        QTest::newRow("twelve hours") << u"It began at 1:10 pm."_s << u"It began at 16:08."_s;
        QTest::newRow("length") << u"It took 90 minutes."_s << u"It took about 28 minutes."_s;
        QTest::newRow("hours") << u"It took 3 hours."_s << u"It took about 28 minutes."_s;
    }

    void timesThatContradictTheFieldsAreFound()
    {
        QFETCH(QString, text);
        QFETCH(QString, fixed);
        const auto findings = lint(text, contextOf(over()));
        QCOMPARE(int(findings.size()), 1);
        QCOMPARE(findings[0].kind, LintKind::Contradiction);
        QCOMPARE(applyFix(text, findings[0]), fixed);
    }

    void timesThatAgreeAreLeftAlone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"It began at 16:08.", "It began at 16:09 and was fixed at 16:31.",
              "It began at 4:08 pm.", "It took 28 minutes.", "It took 27 minutes.",
              "From 16:31 it took 5 minutes until all was well.", "Version 16.31 is out.",
              "We look every 45 minutes.", "Score 3:1.", "We wrote at 16:22."})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void timesThatAgreeAreLeftAlone()
    {
        QFETCH(QString, text);
        LintContext context = contextOf(over());
        context.predicted = Prediction{RoughDuration::atMost(30min), at("16:22")};
        for (const LintFinding &finding : lint(text, context))
            QVERIFY2(false, qPrintable(finding.sentence));
    }

    void whatWeSayOurselvesIsClean()
    {
        const Prediction predicted{RoughDuration::atMost(30min), at("16:22")};
        for (Facts facts : {running(), over(), maintenance()}) {
            for (const State state :
                 {State::Active, State::Monitoring, State::Restored, State::Scheduled,
                  State::InProgress, State::Completed, State::Cancelled}) {
                facts.state = state;
                LintContext context = contextOf(facts);
                context.predicted = predicted;
                const QString body = say(facts, now(), predicted).body;
                for (const LintFinding &finding : lint(body, context))
                    QVERIFY2(false, qPrintable(finding.sentence + u" in "_s + body));
            }
        }
    }

    void findingsStandInOrderAndApart()
    {
        const QString text = u"This afternoon db-3.int (10.1.2.3) with token=abcdefgh at "
                             "/etc/passwd began at 13:10 and took 90 minutes, ana@example.org."_s;
        const auto findings = lint(text, contextOf(over()));
        QCOMPARE(int(findings.size()), 8);
        qsizetype end = 0;
        for (const LintFinding &finding : findings) {
            QVERIFY(finding.start >= end);
            end = finding.start + finding.length;
        }
        QVERIFY(lint(allFixed(text, findings), contextOf(over())).empty());
    }

    void longAndHostileTextsEnd_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("letters") << u"a"_s.repeated(300000);
        QTest::newRow("dots") << u"a."_s.repeated(150000);
        QTest::newRow("dashes") << u"a-"_s.repeated(150000);
        QTest::newRow("clocks") << u"1:"_s.repeated(150000);
        QTest::newRow("mails") << u"a@"_s.repeated(150000);
        QTest::newRow("paths") << u"/var"_s.repeated(75000);
        QTest::newRow("hex") << u"f0"_s.repeated(150000);
        QTest::newRow("addresses") << u"a://b:"_s.repeated(50000);
        QTest::newRow("keys") << u"-----BEGIN PRIVATE KEY-----"_s.repeated(10000);
    }

    void longAndHostileTextsEnd()
    {
        QFETCH(QString, text);
        // The test's own time limit is what fails here.
        QVERIFY(lint(text, contextOf(running())).size() <= std::size_t(text.size()));
    }
};

QTEST_GUILESS_MAIN(TestLint)
#include "tst_lint.moc"
