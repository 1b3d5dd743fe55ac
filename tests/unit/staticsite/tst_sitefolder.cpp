// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/sitefolder.h"

#include <csignal>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using base::ErrorKind;
using staticsite::Manifest;
using staticsite::SiteFolder;

namespace {

void put(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

/// No file can grow beyond this while it lives, as on a full disk.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }

private:
    rlimit m_before{};
    void (*m_signal)(int) = nullptr;
};

} // namespace

class TestSiteFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void makesAndMarksANewFolder();
    void writesOnlyWhatDiffers();
    void foreignFoldersAreRefused();
    void placesThatAreNoFolders_data();
    void placesThatAreNoFolders();
    void doesNotFollowLinks();
    void namesThatLeadOutAreRefused_data();
    void namesThatLeadOutAreRefused();
    void aFullDiskLosesNothing();
    void removesOnlyItsOwn();
    void oneWriterAtATime();
    void manifestOutlivesDamage();
    void theListGrowsByWhatChanged();
    void theListDoesNotGrowForEver();
    void readsSitesOfEarlierVersions();
    void newerSitesAreLeftAlone();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestSiteFolder::makesAndMarksANewFolder()
{
    const auto folder = SiteFolder::open(path(u"a/b/site"_s));
    QVERIFY(folder);
    QVERIFY(QFile::exists(path(u"a/b/site/.watchkeeper-site.json"_s)));
    QVERIFY(!(*folder)->manifest().complete);
    QVERIFY(!staticsite::isCompleteSite(path(u"a/b/site"_s)));
    QVERIFY((*folder)->saveManifest({true, u"f"_s, {u"index.html"_s}, {}}));
    QVERIFY(staticsite::isCompleteSite(path(u"a/b/site"_s)));
}

void TestSiteFolder::writesOnlyWhatDiffers()
{
    const auto folder = SiteFolder::open(path(u"site"_s));
    QVERIFY(folder);
    QCOMPARE((*folder)->write(u"x/a.html"_s, "one"), true);
    const QDateTime before = QFileInfo(path(u"site/x/a.html"_s)).lastModified();
    QCOMPARE((*folder)->write(u"x/a.html"_s, "one"), false);
    QCOMPARE(QFileInfo(path(u"site/x/a.html"_s)).lastModified(), before);
    QCOMPARE((*folder)->write(u"x/a.html"_s, "two"), true);
    QCOMPARE(bytesOf(path(u"site/x/a.html"_s)), "two");
    QCOMPARE(QDir(path(u"site/x"_s)).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestSiteFolder::foreignFoldersAreRefused()
{
    put(path(u"home/letter.txt"_s), "mine");
    const auto folder = SiteFolder::open(path(u"home"_s));
    QVERIFY(!folder);
    QCOMPARE(folder.error().kind, ErrorKind::Refused);
    QVERIFY(folder.error().text.contains(path(u"home"_s)));
    QCOMPARE(QDir(path(u"home"_s)).entryList(QDir::Files | QDir::Hidden).size(), 1);

    QDir().mkpath(path(u"empty"_s));
    QVERIFY(SiteFolder::open(path(u"empty"_s)));
    QVERIFY(SiteFolder::open(path(u"empty"_s)));
}

void TestSiteFolder::placesThatAreNoFolders_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("nothing") << u" "_s << ErrorKind::Input;
    QTest::newRow("file") << u"file"_s << ErrorKind::Refused;
    QTest::newRow("below a file") << u"file/site"_s << ErrorKind::Storage;
    QTest::newRow("no folder of the kernel's") << u"/proc/watchkeeper"_s << ErrorKind::Storage;
}

void TestSiteFolder::placesThatAreNoFolders()
{
    QFETCH(const QString, place);
    QFETCH(const ErrorKind, kind);
    put(path(u"file"_s), "mine");
    const bool inside = place.startsWith("file"_L1);
    const auto folder = SiteFolder::open(inside ? path(place) : place);
    QVERIFY(!folder);
    QCOMPARE(folder.error().kind, kind);
    QVERIFY(folder.error().text.endsWith(u'.'));
    QCOMPARE(bytesOf(path(u"file"_s)), "mine");
}

void TestSiteFolder::doesNotFollowLinks()
{
    put(path(u"outside/index.html"_s), "mine");
    const auto folder = SiteFolder::open(path(u"site"_s));
    QVERIFY(folder);
    QVERIFY(QFile::link(path(u"outside"_s), path(u"site/incidents"_s)));
    QVERIFY(QFile::link(path(u"outside/index.html"_s), path(u"site/index.html"_s)));
    QVERIFY(QFile::link(path(u"outside/new.html"_s), path(u"site/new.html"_s)));
    for (const QString &file : {u"incidents/index.html"_s, u"index.html"_s, u"new.html"_s}) {
        const auto written = (*folder)->write(file, "ours");
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Refused);
        QVERIFY(!(*folder)->remove(file));
        QVERIFY(!staticsite::readSiteFile(path(u"site"_s), file));
    }
    QCOMPARE(bytesOf(path(u"outside/index.html"_s)), "mine");
    QVERIFY(!QFile::exists(path(u"outside/new.html"_s)));

    // The folder itself may be a link: that is what the user asked for.
    QDir().mkpath(path(u"real"_s));
    QVERIFY(QFile::link(path(u"real"_s), path(u"link"_s)));
    const auto linked = SiteFolder::open(path(u"link"_s));
    QVERIFY(linked);
    QVERIFY((*linked)->write(u"index.html"_s, "ours"));
    QCOMPARE(bytesOf(path(u"real/index.html"_s)), "ours");
}

void TestSiteFolder::namesThatLeadOutAreRefused_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"../x", "a/../../x", "/etc/passwd", "a//b", ".hidden", "a/.b", "",
                             "a\\b", "a b", "a/", "a\n"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestSiteFolder::namesThatLeadOutAreRefused()
{
    QFETCH(const QString, name);
    const auto folder = SiteFolder::open(path(u"site"_s));
    QVERIFY(folder);
    QVERIFY(!(*folder)->write(name, "x"));
    QVERIFY(!(*folder)->remove(name));
    QVERIFY(!QFile::exists(path(u"x"_s)));
}

void TestSiteFolder::aFullDiskLosesNothing()
{
    const auto folder = SiteFolder::open(path(u"site"_s));
    QVERIFY(folder);
    QVERIFY((*folder)->write(u"index.html"_s, "old"));
    {
        const FullDisk full(1000);
        const auto written = (*folder)->write(u"index.html"_s, QByteArray(5000, 'x'));
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Storage);
        QCOMPARE(written.error().retry.when, base::Retry::When::After);
        QVERIFY(written.error().text.contains(u"index.html"_s));
    }
    QCOMPARE(bytesOf(path(u"site/index.html"_s)), "old");
    QStringList left = QDir(path(u"site"_s)).entryList(QDir::Files | QDir::Hidden);
    left.removeAll(u".watchkeeper-site.lock"_s);
    QCOMPARE(left, (QStringList{u".watchkeeper-site.json"_s, u".watchkeeper-site.list"_s,
                                u"index.html"_s}));
    QVERIFY((*folder)->write(u"index.html"_s, QByteArray(5000, 'x')));
}

void TestSiteFolder::removesOnlyItsOwn()
{
    const auto folder = SiteFolder::open(path(u"site"_s));
    QVERIFY(folder);
    put(path(u"site/robots.txt"_s), "mine");
    QVERIFY((*folder)->write(u"old.html"_s, "old"));
    QVERIFY((*folder)->remove(u"old.html"_s));
    QVERIFY((*folder)->remove(u"old.html"_s));
    QVERIFY(!QFile::exists(path(u"site/old.html"_s)));
    QVERIFY(QFile::exists(path(u"site/robots.txt"_s)));
}

void TestSiteFolder::oneWriterAtATime()
{
    QLockFile other(path(u"site/.watchkeeper-site.lock"_s));
    QDir().mkpath(path(u"site"_s));
    QVERIFY(other.lock());
    const auto blocked = SiteFolder::open(path(u"site"_s), std::chrono::milliseconds(50));
    QVERIFY(!blocked);
    QCOMPARE(blocked.error().kind, ErrorKind::Timeout);
    QCOMPARE(blocked.error().retry.when, base::Retry::When::After);
    other.unlock();
    QVERIFY(SiteFolder::open(path(u"site"_s)));
}

void TestSiteFolder::manifestOutlivesDamage()
{
    const Manifest manifest{true,
                            u"print"_s,
                            {u"index.html"_s, u"incidents/a.html"_s},
                            {{u"key"_s, {u"2026-11"_s, u"stamp"_s}}}};
    auto back = staticsite::manifestFromMark(staticsite::markOf(manifest));
    QVERIFY(back);
    staticsite::applyLines(*back, staticsite::linesBetween({}, manifest));
    QCOMPARE(*back, manifest);
    for (const QByteArray &damaged : {QByteArray(), QByteArray("{"), QByteArray("[1,2]"),
                                      staticsite::markOf(manifest).chopped(5)}) {
        const auto read = staticsite::manifestFromMark(damaged);
        QVERIFY(read);
        QCOMPARE(*read, Manifest());
    }
}

void TestSiteFolder::theListGrowsByWhatChanged()
{
    const QString list = path(u"site/.watchkeeper-site.list"_s);
    Manifest manifest{true, u"print"_s, {}, {}};
    for (int i = 0; i < 3000; ++i) {
        const QString name = QString::number(i);
        manifest.files.insert(u"incidents/"_s + name + u".html"_s);
        manifest.threads[name] = {u"2026-11"_s, u"stamp"_s};
    }
    qint64 before = 0;
    {
        const auto folder = SiteFolder::open(path(u"site"_s));
        QVERIFY((*folder)->saveManifest(manifest));
        before = bytesOf(list).size();
        manifest.files.insert(u"incidents/new.html"_s);
        manifest.files.erase(u"incidents/7.html"_s);
        manifest.threads[u"8"_s].stamp = u"other"_s;
        manifest.threads.erase(u"7"_s);
        QVERIFY((*folder)->saveManifest(manifest));
        const qint64 grown = bytesOf(list).size() - before;
        QVERIFY2(grown > 0 && grown < 200, qPrintable(QString::number(grown)));
    }
    {
        const auto again = SiteFolder::open(path(u"site"_s));
        QCOMPARE((*again)->manifest(), manifest);
    }
    // A line that was cut off: it is not believed, and the next one does not stick to it.
    QFile file(list);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
    file.write("t 9 2026-1");
    file.close();
    {
        const auto cut = SiteFolder::open(path(u"site"_s));
        QCOMPARE((*cut)->manifest(), manifest);
        manifest.threads[u"9"_s].stamp = u"other"_s;
        QVERIFY((*cut)->saveManifest(manifest));
    }
    const auto mended = SiteFolder::open(path(u"site"_s));
    QCOMPARE((*mended)->manifest(), manifest);
}

void TestSiteFolder::theListDoesNotGrowForEver()
{
    const auto folder = SiteFolder::open(path(u"site"_s));
    Manifest manifest{true, u"print"_s, {}, {}};
    for (int i = 0; i < 20'000; ++i) {
        manifest.threads[u"a"_s] = {u"2026-11"_s, QString::number(i)};
        QVERIFY((*folder)->saveManifest(manifest));
    }
    QVERIFY(bytesOf(path(u"site/.watchkeeper-site.list"_s)).size() < 300 * 1024);
}

void TestSiteFolder::readsSitesOfEarlierVersions()
{
    put(path(u"site/.watchkeeper-site.json"_s),
        "{\"complete\":true,\"files\":[\"index.html\"],\"fingerprint\":\"f\",\"format\":1,"
        "\"made_by\":\"Watchkeeper\",\"threads\":{\"key\":[\"2026-11\",\"stamp\"]}}");
    Manifest manifest{true, u"f"_s, {u"index.html"_s}, {{u"key"_s, {u"2026-11"_s, u"stamp"_s}}}};
    {
        const auto folder = SiteFolder::open(path(u"site"_s));
        QVERIFY(folder);
        QCOMPARE((*folder)->manifest(), manifest);
        manifest.files.insert(u"feed.atom"_s);
        QVERIFY((*folder)->saveManifest(manifest));
    }
    const auto again = SiteFolder::open(path(u"site"_s));
    QCOMPARE((*again)->manifest(), manifest);
}

void TestSiteFolder::newerSitesAreLeftAlone()
{
    put(path(u"site/.watchkeeper-site.json"_s), "{\"format\": 3, \"complete\": true}");
    const auto folder = SiteFolder::open(path(u"site"_s));
    QVERIFY(!folder);
    QCOMPARE(folder.error().kind, ErrorKind::Refused);
    QVERIFY(folder.error().text.contains("newer"_L1));
}

QTEST_GUILESS_MAIN(TestSiteFolder)
#include "tst_sitefolder.moc"
