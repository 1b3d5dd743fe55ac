// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser.h"
#include "folderserver.h"
#include "staticsite/build.h"
#include "support/statuspagesamples.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace support;

namespace {

/// Opens every page of a list in a frame of each width and writes down what does not fit, and the
/// worst contrast of any text with what is behind it.
constexpr auto probe = R"(<!DOCTYPE html><html><body><script>
const pages = %1, widths = [320, 375, 768, 1366, 2560];
function channel(value) {
  value /= 255;
  return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
}
function luminance(color) {
  return 0.2126 * channel(color[0]) + 0.7152 * channel(color[1]) + 0.0722 * channel(color[2]);
}
function parsed(color) {
  const parts = color.match(/[\d.]+/g).map(Number);
  return parts.length > 3 && parts[3] === 0 ? null : parts;
}
function ground(element, view) {
  for (let at = element; at; at = at.parentElement) {
    const color = parsed(view.getComputedStyle(at).backgroundColor);
    if (color)
      return color;
  }
  return [255, 255, 255];
}
function worstContrast(view) {
  let worst = 21;
  for (const element of view.document.body.querySelectorAll("*")) {
    const own = [...element.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (!own || element.closest("svg"))
      continue;
    const front = luminance(parsed(view.getComputedStyle(element).color));
    const back = luminance(ground(element, view));
    worst = Math.min(worst, (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05));
  }
  return worst;
}
function visit(page, width) {
  return new Promise(done => {
    const frame = document.createElement("iframe");
    frame.style = "border:0;height:800px;width:" + width + "px";
    frame.onload = () => {
      const view = frame.contentWindow, root = view.document.documentElement;
      const result = {page, width, wide: root.scrollWidth, contrast: worstContrast(view),
        ground: parsed(view.getComputedStyle(view.document.body).backgroundColor)[0]};
      frame.remove();
      done(result);
    };
    frame.src = page;
    document.body.append(frame);
  });
}
(async () => {
  const results = [];
  for (const page of pages)
    for (const width of widths)
      results.push(await visit(page, width));
  document.body.textContent = "RESULT" + JSON.stringify(results) + "END";
})();
</script></body></html>)";

/// Shows the text of the front page as a browser has it in which no script may run.
constexpr auto scriptless = R"(<!DOCTYPE html><html><body>
<iframe sandbox="allow-same-origin" src="index.html"></iframe><script>
document.querySelector("iframe").onload = event => {
  document.body.textContent = event.target.contentDocument.body.textContent;
};
</script></body></html>)";

/// Asks the search of the history page, and shows what it found once it has.
constexpr auto searchProbe =
    R"(<!DOCTYPE html><html><head><link rel="icon" href="data:,"></head><body>
<iframe src="history/index.html?q=%1"></iframe><script>
document.querySelector("iframe").onload = event => {
  const page = event.target.contentDocument;
  const look = () => {
    const said = page.querySelector("#found").textContent;
    if (!said)
      return setTimeout(look, 20);
    const titles = [...page.querySelectorAll(".results a")].map(link => link.textContent);
    document.body.textContent = "FOUND " + [said, ...titles].join("; ");
  };
  look();
};
</script></body></html>)";

void longTexts(publish::Page &page)
{
    const QString word = u"Bilderladeschwierigkeitenverursachungsuntersuchungskommissionsbericht"_s;
    publish::Thread &thread = page.threads[2];
    thread.title = thread.updates[1].title = word + u" is not loading images"_s;
    thread.updates[1].body += u"\n\nhttps://provider.example.org/status/incidents/2026/11/22/an-"
                              "address-that-does-not-end-before-it-has-left-the-screen?and=more"_s;
    thread.components[0].name = thread.updates[1].components[0].name = word;
    thread.actual[0].components = {word};
    page.name = word;
}

} // namespace

/// The site as people see it: in a real browser.
class TestSiteBrowser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void pagesRunWithoutAComplaint_data();
    void pagesRunWithoutAComplaint();
    void readersSeeTheirOwnTime();
    void withoutScriptsItIsAllThere();
    void fromTheFolderItWorksToo();
    void searchFindsPosts();
    void fitsEveryScreen_data();
    void fitsEveryScreen();
    void barsAreDrawn();

private:
    Visit visit(const QString &address, const QStringList &options = {},
                const QString &zone = QStringLiteral("Europe/London"))
    {
        return m_browser->visit(address, options, zone);
    }
    bool build(const publish::Page &page);

    std::unique_ptr<Browser> m_browser;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FolderServer> m_server;
};

void TestSiteBrowser::initTestCase()
{
    QVERIFY2(Browser::isThere(), "this needs the Debian package chromium");
}

void TestSiteBrowser::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<FolderServer>(m_dir->filePath(u"site"_s));
    m_browser = std::make_unique<Browser>(m_dir->filePath(u"profile"_s));
}

bool TestSiteBrowser::build(const publish::Page &page)
{
    const staticsite::Edition edition(page, sampleNow());
    const auto folder = staticsite::SiteFolder::open(m_dir->filePath(u"site"_s));
    return folder && staticsite::buildAll(**folder, edition);
}

void TestSiteBrowser::pagesRunWithoutAComplaint_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::newRow("front page") << u"index.html"_s << u"The cache server in front of the images"_s;
    QTest::newRow("incident") << u"incidents/2026-11-22-images-are-not-loading-00000100.html"_s
                              << u"Between 16:08 and 16:09 London time on 22 November 2026"_s;
    QTest::newRow("maintenance") << u"maintenance/index.html"_s << u"Search index rebuild"_s;
    QTest::newRow("component") << staticsite::componentPath(u"Images"_s) << u"12 November 2026"_s;
    QTest::newRow("month") << u"history/2026-11.html"_s << u"The shop was down"_s;
    QTest::newRow("history") << u"history/index.html"_s << u"October 2026"_s;
}

void TestSiteBrowser::pagesRunWithoutAComplaint()
{
    QFETCH(const QString, path);
    QFETCH(const QString, text);
    QVERIFY(build(samplePage()));
    const Visit seen = visit(m_server->address(path));
    QVERIFY2(seen.dom.contains(text), qPrintable(seen.dom));
    // A request to anywhere else would be refused by the page's policy, and complained of.
    QCOMPARE(seen.console, QString());
    QCOMPARE(m_server->missing, QStringList());
}

void TestSiteBrowser::readersSeeTheirOwnTime()
{
    QVERIFY(build(samplePage()));
    const QString page = m_server->address(u"index.html"_s);
    const QString there = visit(page, {}, u"Asia/Tokyo"_s).dom;
    QVERIFY2(there.contains(u"(23 November, 01:30 your time)"_s), qPrintable(there));
    QVERIFY(!visit(page, {}, u"Europe/London"_s).dom.contains(u"your time)"_s));
}

void TestSiteBrowser::withoutScriptsItIsAllThere()
{
    QVERIFY(build(samplePage()));
    m_server->setProbe(scriptless);
    const QString dom = visit(m_server->address(u"probe.html"_s), {}, u"Asia/Tokyo"_s).dom;
    QVERIFY2(dom.contains(u"As of 22 November 2026, 16:30"_s), qPrintable(dom));
    QVERIFY(dom.contains(u"Some of the service does not work"_s));
    QVERIFY(!dom.contains(u"your time)"_s));
}

void TestSiteBrowser::fromTheFolderItWorksToo()
{
    QVERIFY(build(samplePage()));
    const Visit seen =
        visit(u"file://"_s + m_dir->filePath(u"site/index.html"_s), {}, u"Asia/Tokyo"_s);
    QVERIFY(seen.dom.contains(u"your time)"_s));
    QCOMPARE(seen.console, QString());
}

void TestSiteBrowser::searchFindsPosts()
{
    publish::Page page = samplePage();
    page.threads[3].updates[0].body = u"Kartenzahlung im Caf\u00e9 <b>gest\u00f6rt</b>"_s;
    QVERIFY(build(page));
    const auto search = [&](const QString &words) {
        m_server->setProbe(QString::fromLatin1(searchProbe).arg(words).toUtf8());
        return visit(m_server->address(u"probe.html"_s)).dom;
    };
    QVERIFY2(search(u"cafe%20GESTORT"_s).contains("FOUND 1 match; The shop was down"_L1),
             qPrintable(search(u"cafe%20GESTORT"_s)));
    QVERIFY(search(u"search"_s).contains("FOUND 2 matches; Search index rebuild; Slow search"_L1));
    QVERIFY(search(u"cafe%20images%20nowhere"_s).contains("FOUND No match."_L1));
    QCOMPARE(m_server->missing, QStringList());
}

void TestSiteBrowser::fitsEveryScreen_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestSiteBrowser::fitsEveryScreen()
{
    QFETCH(const bool, dark);
    publish::Page page = samplePage();
    longTexts(page);
    QVERIFY(build(page));
    m_server->setProbe(QString::fromLatin1(probe)
                           .arg(u"[\"index.html\",\"history/2026-11.html\",\"history/index.html\","
                                "\"maintenance/index.html\",\"components/images-be7e2f20.html\","
                                "\"incidents/2026-11-22-images-are-not-loading-00000100.html\"]"_s)
                           .toUtf8());
    const QStringList options = dark ? QStringList{u"--force-dark-mode"_s} : QStringList();
    const Visit seen = visit(m_server->address(u"probe.html"_s), options);
    static const QRegularExpression result(u"RESULT(.*)END"_s);
    const QJsonArray rows =
        QJsonDocument::fromJson(result.match(seen.dom).captured(1).toUtf8()).array();
    QCOMPARE(rows.size(), 30);
    for (const QJsonValue &row : rows) {
        const QByteArray what = QJsonDocument(row.toObject()).toJson(QJsonDocument::Compact);
        QVERIFY2(row[u"wide"_s].toInt() <= row[u"width"_s].toInt(), what.constData());
        QVERIFY2(row[u"contrast"_s].toDouble() >= 4.5, what.constData());
        QVERIFY2((row[u"ground"_s].toInt() < 100) == dark, what.constData());
    }
}

void TestSiteBrowser::barsAreDrawn()
{
    QVERIFY(build(samplePage()));
    const QString picture = m_dir->filePath(u"page.png"_s);
    static_cast<void>(visit(m_server->address(u"index.html"_s),
                            {u"--screenshot="_s + picture, u"--window-size=1366,1900"_s}));
    QVERIFY(QFile::exists(picture));
    const QByteArray png = [&] {
        QFile file(picture);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();
    QVERIFY(png.startsWith("\x89PNG"));
    QVERIFY(png.size() > 50000);
}

QTEST_GUILESS_MAIN(TestSiteBrowser)
#include "tst_sitebrowser.moc"
