// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lintsamples.h"

#include <QTest>

using namespace incident;
using namespace sample;
using lint::applyFix;
using lint::Finding;
using lint::findings;

class TestLeaks : public QObject
{
    Q_OBJECT

private slots:
    void leaksAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<lint::Kind>("kind");
        QTest::addColumn<QString>("fixed");
        const auto row = [](const char *text, lint::Kind kind, const char *fixed) {
            QTest::newRow(text) << QString::fromUtf8(text) << kind << QString::fromUtf8(fixed);
        };
        using enum lint::Kind;
        row("The server img-cache-2.int is being rebuilt.", HostName,
            "The server is being rebuilt.");
        row("See db.corp:5432.", HostName, "See.");
        row("We restarted db-3.", HostName, "We restarted.");
        row("We restarted ananke-2, then it went.", HostName, "We restarted, then it went.");
        row("The pod orders.svc.cluster.local went away.", HostName, "The pod went away.");
        row("We have replaced web01 by another machine.", HostName,
            "We have replaced by another machine.");
        row("prod-db-2 ran out of space.", HostName, " ran out of space.");
        row("ip-10-0-3-7 was unhealthy.", HostName, " was unhealthy.");
        row("It listens on localhost:8080 only.", HostName, "It listens on only.");
        row("The primary is postgres://orders.example.net/live now.", HostName,
            "The primary is now.");
        row("The host 10.0.3.7 is down.", PrivateAddress, "The host is down.");
        row("The host 192.168.1.1:8080 is down.", PrivateAddress, "The host is down.");
        row("The net 10.20.0.0/16 was cut off.", PrivateAddress, "The net was cut off.");
        row("On fd00:1234::1 it works.", PrivateAddress, "On it works.");
        row("On fe80::1%eth0 it works.", PrivateAddress, "On it works.");
        row("On [fd00::2]:443 it works.", PrivateAddress, "On it works.");
        row("Use token=abcd1234efgh now.", Secret, "Use now.");
        row("password: hunter22", Secret, "");
        row("DB_PASSWORD=swordfish", Secret, "");
        row("aws_secret_access_key = \"abc def\"", Secret, "");
        row("Authorization: Bearer abcdefghijklmnop", Secret, "Authorization:");
        row("Authorization: Basic dXNlcjpwYXNzMTIz", Secret, "Authorization:");
        row("Key AKIAABCDEFGHIJKLMNOP.", Secret, "Key.");
        row("ghp_abcdefghijklmnopqrstuvwxyz0123 leaked", Secret, " leaked");
        row("https://me:pass@example.org/x", Secret, "");
        row("Hash 0123456789abcdef0123456789abcdef.", Secret, "Hash.");
        row("It was kX3vQ9mZ1pL7sT2wB8nR4yC6dF0gH5jA all along.", Secret, "It was all along.");
        row("Write to ana@example.org please.", MailAddress, "Write to please.");
        row("The log in /var/log/nginx/error.log says so.", FilePath, "The log in says so.");
        row("C:\\Windows\\x.dll broke.", FilePath, " broke.");
        row("A typo in config/live/routes.yml did it.", FilePath, "A typo in did it.");
        row("It is in ~/.ssh/known_hosts too.", FilePath, "It is in too.");
    }

    void leaksAreFound()
    {
        QFETCH(QString, text);
        QFETCH(lint::Kind, kind);
        QFETCH(QString, fixed);
        const auto found = findings(text, contextOf({}));
        QCOMPARE(int(found.size()), 1);
        QCOMPARE(found[0].kind, kind);
        QVERIFY(lint::isLeak(found[0].kind));
        QVERIFY(found[0].sentence.endsWith(u'.'));
        QVERIFY(!found[0].fixLabel.isEmpty());
        QCOMPARE(applyFix(text, found[0]).trimmed(), fixed.trimmed());
    }

    void whatIsNoLeakIsLeftAlone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"Images at images.example.org are back.",
              "Our web is fine.",
              "See status.local.",
              "Write to help@example.org.",
              "Version 1.2.3.4 is out.",
              "The address is 8.8.8.8.",
              "Read https://example.org/var/log/x.",
              "Either/or, and/or.",
              "We use a token.",
              "Local time, internal fault, home page.",
              "A secret: none.",
              "At 16:08:30 UTC.",
              "Ask @example about it.",
              "token: none",
              "Half 1/2 of it.",
              "Password: unaffected.",
              "Passwords: nothing was read, and nothing has to be changed.",
              "The API, the app and the database are fine.",
              "HTTP/2 and IPv6 work again.",
              "It is about step 2 of 3, phase-2 and utf-8.",
              "Read and/or write access is back.",
              "Ticket ABC-1234, revision 4f2a.",
              "Order 2024-11-22-0001 went through.",
              "The search for a replacement goes on. Search 2 was hit as well.",
              "Our status is at https://status.example.org/incidents/2026-11-22-images-are-slow.",
              "internationalisation-of-everything-that-we-publish-here",
              "The web 2.0 page and the top-10 list load.",
              "Basic functions work.",
              "The bearer of good news: all is well.",
              "We are at 100.0.0.1 percent."})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void whatIsNoLeakIsLeftAlone()
    {
        QFETCH(QString, text);
        for (const Finding &finding : findings(text, contextOf({})))
            QVERIFY2(false, qPrintable(finding.sentence));
    }

    void secretsAreNotRepeated()
    {
        const auto found = findings(u"token=abcd1234efgh"_s, contextOf({}));
        QVERIFY(!found[0].sentence.contains(u"abcd"_s));
        QVERIFY(!found[0].fixLabel.contains(u"abcd"_s));
    }
};

QTEST_GUILESS_MAIN(TestLeaks)
#include "tst_leaks.moc"
