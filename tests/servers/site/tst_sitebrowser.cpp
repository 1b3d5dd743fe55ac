// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "folderserver.h"
#include "staticsite/build.h"
#include "support/statuspagesamples.h"

#include <QDir>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace support;

namespace {

struct Visit
{
    QString dom;     ///< after the page's script has run
    QString console; ///< what the browser complained of
};

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
    void fitsEveryScreen_data();
    void fitsEveryScreen();
    void barsAreDrawn();

private:
    Visit visit(const QString &address, const QStringList &options = {},
                const QString &zone = u"Europe/London"_s);
    bool build(const publish::Page &page);

    QString m_chromium;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FolderServer> m_server;
};

void TestSiteBrowser::initTestCase()
{
    m_chromium = QStandardPaths::findExecutable(u"chromium"_s);
    QVERIFY2(!m_chromium.isEmpty(), "this needs the Debian package chromium");
}

void TestSiteBrowser::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<FolderServer>(m_dir->filePath(u"site"_s));
}

bool TestSiteBrowser::build(const publish::Page &page)
{
    const staticsite::Edition edition(page, sampleNow());
    const auto folder = staticsite::SiteFolder::open(m_dir->filePath(u"site"_s));
    return folder && staticsite::buildAll(**folder, edition);
}

Visit TestSiteBrowser::visit(const QString &address, const QStringList &options,
                             const QString &zone)
{
    QStringList arguments{u"--headless"_s,
                          u"--no-sandbox"_s,
                          u"--disable-gpu"_s,
                          u"--no-first-run"_s,
                          u"--disable-background-networking"_s,
                          u"--disable-component-update"_s,
                          u"--disable-sync"_s,
                          u"--hide-scrollbars"_s,
                          u"--enable-logging=stderr"_s,
                          u"--virtual-time-budget=20000"_s,
                          u"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"_s,
                          u"--user-data-dir="_s + m_dir->filePath(u"profile"_s)};
    arguments += options;
    if (!options.join(u' ').contains("--screenshot"_L1))
        arguments += u"--dump-dom"_s;
    QProcess chromium;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TZ"_s, zone);
    chromium.setProcessEnvironment(environment);
    QEventLoop loop;
    connect(&chromium, &QProcess::finished, &loop, &QEventLoop::quit);
    chromium.start(m_chromium, arguments << address);
    loop.exec();
    Visit visit;
    visit.dom = QString::fromUtf8(chromium.readAllStandardOutput());
    const QString said = QString::fromUtf8(chromium.readAllStandardError());
    for (const QString &line : said.split(u'\n')) {
        if (line.contains("CONSOLE"_L1))
            visit.console += line + u'\n';
    }
    return visit;
}

void TestSiteBrowser::pagesRunWithoutAComplaint_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::newRow("front page") << u"index.html"_s << u"The cache server in front of the images"_s;
    QTest::newRow("incident") << u"incidents/2026-11-22-images-are-not-loading-00000100.html"_s
                              << u"Between 16:08 and 16:09 London time on 22 November 2026"_s;
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
                                "\"incidents/2026-11-22-images-are-not-loading-00000100.html\"]"_s)
                           .toUtf8());
    const QStringList options = dark ? QStringList{u"--force-dark-mode"_s} : QStringList();
    const Visit seen = visit(m_server->address(u"probe.html"_s), options);
    static const QRegularExpression result(u"RESULT(.*)END"_s);
    const QJsonArray rows =
        QJsonDocument::fromJson(result.match(seen.dom).captured(1).toUtf8()).array();
    QCOMPARE(rows.size(), 20);
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
