// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/build.h"
#include "support/statuspagesamples.h"

#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace support;

/// Whether other programs read what is written: two readers of HTML, and one each of feeds,
/// calendars and JSON.
class TestSiteValid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void othersCanReadIt_data();
    void othersCanReadIt();
    void faultsAreFound();

private:
    struct Verdict
    {
        int code = -1;
        QString said;
    };
    static Verdict validate(const QString &root);
    static bool build(const QString &root, const publish::Page &page);
};

bool TestSiteValid::build(const QString &root, const publish::Page &page)
{
    const staticsite::Edition edition(page, sampleNow());
    const auto folder = staticsite::SiteFolder::open(root);
    return folder && staticsite::buildAll(**folder, edition);
}

TestSiteValid::Verdict TestSiteValid::validate(const QString &root)
{
    const QString npm = QStringLiteral(TEST_SOURCE_DIR "/../../../build/npm");
    if (!QFileInfo::exists(npm + u"/node_modules/html-validate"_s))
        return {-1, u"html-validate is missing: ./packaging/test installs it into build/npm with "
                    "npm, which takes the network once"_s};
    QProcess python;
    python.setProcessChannelMode(QProcess::MergedChannels);
    python.start(QStringLiteral(WATCHKEEPER_PYTHON),
                 {QStringLiteral(TEST_SOURCE_DIR "/validate.py"), root, npm});
    if (!python.waitForFinished(120000))
        return {-1, u"the validators do not come to an end"_s};
    return {python.exitCode(), QString::fromUtf8(python.readAll())};
}

void TestSiteValid::othersCanReadIt_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("as it is") << QString();
    QTest::newRow("markup") << u"<b>\"Bold\" & 'brash'</b> <script>alert(1)</script>"_s;
    QTest::newRow("end of data") << u"]]> END:VEVENT\r\nEND:VCALENDAR --> </html>"_s;
    QTest::newRow("controls") << u"a\u0001b\u000Bc\uFFFE \u202Ed\u2028e"_s;
    QTest::newRow("half a character") << QString(QChar(0xD800)) + u"\U0001F6A8"_s;
}

void TestSiteValid::othersCanReadIt()
{
    QFETCH(const QString, text);
    publish::Page page = samplePage();
    if (!text.isEmpty()) {
        page.name = page.footer = text;
        for (publish::Thread &thread : page.threads) {
            thread.title = text;
            for (publish::Update &update : thread.updates)
                update.title = update.body = text;
        }
    }
    const QTemporaryDir dir;
    QVERIFY(build(dir.filePath(u"site"_s), page));
    const Verdict verdict = validate(dir.filePath(u"site"_s));
    QVERIFY2(verdict.code == 0, qPrintable(verdict.said));
    QVERIFY2(verdict.said.contains(u"15 pages read"_s), qPrintable(verdict.said));
}

void TestSiteValid::faultsAreFound()
{
    const QTemporaryDir dir;
    const QString root = dir.filePath(u"site"_s);
    QVERIFY(build(root, samplePage()));
    const auto damage = [&](const QString &name, const QByteArray &from, const QByteArray &to) {
        QFile file(root + u'/' + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        file.close();
        QVERIFY(bytes.contains(from));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes.replace(from, to));
    };
    damage(u"index.html"_s, "</main>", "</div>");
    damage(u"feed.atom"_s, "</feed>", "");
    damage(u"api/v2/status.json"_s, "\"indicator\"", "\"indicators\"");
    const Verdict verdict = validate(root);
    QCOMPARE(verdict.code, 1);
    for (const QString &name : {u"index.html"_s, u"feed.atom"_s, u"api/v2/status.json"_s})
        QVERIFY2(verdict.said.contains(name), qPrintable(verdict.said));
}

QTEST_GUILESS_MAIN(TestSiteValid)
#include "tst_sitevalid.moc"
