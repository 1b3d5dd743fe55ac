// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/contentline.h"
#include "base/id.h"
#include "base/redactor.h"
#include "base/text.h"
#include "support/manualclock.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using support::ManualClock;
using support::utc;

class TestBase : public QObject
{
    Q_OBJECT

private slots:
    void idsRiseWhileTheClockStands()
    {
        const ManualClock clock(utc("2026-11-22T16:08:00Z"));
        base::IdSource ids(clock);
        QString last = ids.next();
        for (int i = 0; i < 300'000; ++i) {
            const QString next = ids.next();
            QVERIFY2(next > last, qPrintable(last + u" then "_s + next));
            last = next;
        }
    }

    void idsRiseWhenTheClockStepsBack()
    {
        ManualClock clock(utc("2026-11-22T16:08:00Z"));
        base::IdSource ids(clock);
        const QString first = ids.next();
        clock.set(utc("2026-11-22T15:00:00Z"));
        QVERIFY(ids.next() > first);
    }

    void idsAreVersion7()
    {
        const ManualClock clock(utc("2026-11-22T16:08:00Z"));
        const QString id = base::IdSource(clock).next();
        QCOMPARE(id.size(), 36);
        QCOMPARE(id[14], u'7');
        QVERIFY(u"89ab"_s.contains(id[19]));
        bool ok = false;
        const auto ms = (id.left(8) + id.mid(9, 4)).toULongLong(&ok, 16);
        QVERIFY(ok);
        QCOMPARE(qint64(ms), qint64(clock.nowMs().time_since_epoch().count()));
    }

    void markupIsEscaped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("escaped");
        QTest::newRow("element") << u"<b onclick='x'>"_s << u"&lt;b onclick=&#39;x&#39;&gt;"_s;
        QTest::newRow("quote") << u"\"&amp;\""_s << u"&quot;&amp;amp;&quot;"_s;
        QTest::newRow("control") << QString(QChar(0x0b)) << QString(QChar(0xfffd));
        QTest::newRow("pair") << u"🔥"_s << u"🔥"_s;
        QTest::newRow("lone surrogate") << QString(QChar(0xd83d)) << QString(QChar(0xfffd));
    }

    void markupIsEscaped()
    {
        QFETCH(QString, text);
        QFETCH(QString, escaped);
        QCOMPARE(base::escapeMarkup(text), escaped);
    }

    void markdownLosesItsMeaning()
    {
        QCOMPARE(base::escapeMarkdown(u"[a](b) <i> *x*"), u"\\[a\\](b) &lt;i> \\*x\\*"_s);
        QCOMPARE(base::escapeMarkdown(u"# a\n> b\n - c\n1. d\n=="),
                 u"\\# a\n\\> b\n \\- c\n1\\. d\n\\=="_s);
        QCOMPARE(base::escapeMarkdown(u"At 16:08, no. 3 - up (again)!"),
                 u"At 16:08, no. 3 - up (again)!"_s);
    }

    void slugsStayInTheirFolder()
    {
        QCOMPARE(base::slug(u"../../etc/passwd"), u"etc-passwd"_s);
        QCOMPARE(base::slug(u"Bilder laden nicht: Größe"), u"bilder-laden-nicht-gro-e"_s);
        QCOMPARE(base::slug(u"…"), u"untitled"_s);
        QVERIFY(base::slug(QString(500, u'a')).size() <= 60);
    }

    void secretsAreRedacted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("user information") << u"GET https://me:hunter2@example.org/x failed"_s;
        QTest::newRow("query") << u"https://example.org/?api_key=hunter2&a=hunter2"_s;
        QTest::newRow("header") << u"Authorization: Bearer hunter2"_s;
        QTest::newRow("json") << u"{\"token\": \"hunter2\"}"_s;
        QTest::newRow("setting") << u"password=hunter2"_s;
    }

    void secretsAreRedacted()
    {
        QFETCH(QString, text);
        QVERIFY2(!base::redact(text).contains(u"hunter2"), qPrintable(base::redact(text)));
    }

    void foldsByOctetsBetweenCharacters_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("short") << u"SUMMARY:Update"_s;
        QTest::newRow("74") << QString(74, u'a');
        QTest::newRow("75") << QString(75, u'a');
        QTest::newRow("76") << QString(76, u'a');
        QTest::newRow("two octets") << QString(200, u'é');
        QTest::newRow("three octets") << u"x"_s + QString(200, u'€');
        QTest::newRow("four octets") << u"xy"_s + u"\U0001F6A8"_s.repeated(100);
        QTest::newRow("empty") << QString();
    }

    void foldsByOctetsBetweenCharacters()
    {
        QFETCH(const QString, line);
        const QByteArray folded = base::foldedLine(line);
        QVERIFY(folded.endsWith("\r\n"));
        for (const QByteArray &part : folded.chopped(2).split('\n')) {
            QVERIFY(part.chopped(part.endsWith('\r') ? 1 : 0).size() <= 75);
            QVERIFY(!QString::fromUtf8(part).contains(QChar::ReplacementCharacter));
        }
        QByteArray unfolded = folded.chopped(2);
        unfolded.replace("\r\n ", "");
        QCOMPARE(QString::fromUtf8(unfolded), line);
    }
};

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
