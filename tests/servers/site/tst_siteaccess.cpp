// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser.h"
#include "folderserver.h"
#include "staticsite/build.h"
#include "support/statuspagesamples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace support;

namespace {

/// Opens each page in a frame of each width and lets axe-core look at it, from inside the page and
/// under the page's own policy.
constexpr auto probe = R"(<!DOCTYPE html><html><body><script>
const pages = %1, widths = [320, 1280];
function check(page, width) {
  return new Promise(done => {
    const frame = document.createElement("iframe");
    frame.style = "border:0;height:900px;width:" + width + "px";
    frame.onload = () => {
      const axe = frame.contentDocument.createElement("script");
      axe.src = "/axe.js";
      axe.onload = async () => {
        const found = await frame.contentWindow.axe.run(frame.contentDocument);
        const result = {page, width, passes: found.passes.length,
          violations: found.violations.map(one => one.id + ": " + one.nodes[0].html)};
        frame.remove();
        done(result);
      };
      frame.contentDocument.head.append(axe);
    };
    frame.src = page;
    document.body.append(frame);
  });
}
(async () => {
  const results = [];
  for (const page of pages)
    for (const width of widths)
      results.push(await check(page, width));
  document.body.textContent = "RESULT" + JSON.stringify(results) + "END";
})();
</script></body></html>)";

QByteArray axe()
{
    QFile file(
        QStringLiteral(TEST_SOURCE_DIR "/../../../build/npm/node_modules/axe-core/axe.min.js"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Whether people can read the site who do not see it, or have no mouse.
class TestSiteAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void axeFindsNothing_data();
    void axeFindsNothing();
};

void TestSiteAccess::initTestCase()
{
    QVERIFY2(Browser::isThere(), "this needs the Debian package chromium");
    QVERIFY2(!axe().isEmpty(), "this needs axe-core: ./packaging/test installs it into build/npm "
                               "with npm, which takes the network once");
}

void TestSiteAccess::axeFindsNothing_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestSiteAccess::axeFindsNothing()
{
    QFETCH(const bool, dark);
    const QTemporaryDir dir;
    const QString root = dir.filePath(u"site"_s);
    {
        const staticsite::Edition edition(samplePage(), sampleNow());
        const auto folder = staticsite::SiteFolder::open(root);
        QVERIFY(folder && staticsite::buildAll(**folder, edition));
    }
    FolderServer server(root);
    server.setFile(u"/axe.js"_s, axe());
    server.setProbe(QString::fromLatin1(probe)
                        .arg(u"[\"index.html\",\"history/2026-11.html\",\"history/index.html\","
                             "\"maintenance/index.html\",\"components/search-49c266ba.html\","
                             "\"incidents/2026-11-22-images-are-not-loading-00000100.html\","
                             "\"incidents/2026-11-21-database-update-00000300.html\"]"_s)
                        .toUtf8());
    const Browser browser(dir.filePath(u"profile"_s));
    const QStringList options = dark ? QStringList{u"--force-dark-mode"_s} : QStringList();
    const Visit seen = browser.visit(server.address(u"probe.html"_s), options, u"Asia/Tokyo"_s);
    static const QRegularExpression result(u"RESULT(.*)END"_s);
    const QString json = result.match(seen.dom).captured(1);
    // Chromium writes the text of the page as HTML.
    const QJsonArray rows = QJsonDocument::fromJson(QString(json)
                                                        .replace(u"&lt;"_s, u"<"_s)
                                                        .replace(u"&gt;"_s, u">"_s)
                                                        .replace(u"&amp;"_s, u"&"_s)
                                                        .toUtf8())
                                .array();
    QCOMPARE(rows.size(), 14);
    for (const QJsonValue &row : rows) {
        const QByteArray what = QJsonDocument(row.toObject()).toJson(QJsonDocument::Compact);
        QVERIFY2(row[u"violations"_s].toArray().isEmpty(), what.constData());
        QVERIFY2(row[u"passes"_s].toInt() > 10, what.constData());
    }
}

QTEST_GUILESS_MAIN(TestSiteAccess)
#include "tst_siteaccess.moc"
