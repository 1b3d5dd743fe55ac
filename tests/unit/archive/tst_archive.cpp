// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "archive/archive.h"
#include "archive/archivefile.h"

#include "support/heldlocks.h"
#include "support/manualclock.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using archive::Archive;
using health::Quality;
using health::Sample;

namespace {

const base::InstantMs noon = support::utc("2026-03-02T12:00:00Z");

const health::SeriesInfo shop{u"shop/time"_s, u"Shop"_s, u"ms"_s, 20s};
const health::SeriesInfo search{u"search/time"_s, u"Search"_s, u"ms"_s, 60s};

/// `count` good samples from `begin` on, a step apart.
std::vector<Sample> regular(base::InstantMs begin, int count, std::chrono::milliseconds step = 20s)
{
    std::vector<Sample> samples;
    for (int i = 0; i < count; ++i)
        samples.push_back({begin + i * step, Quality::Ok, 100.0 + i % 7});
    return samples;
}

/// As many, with values that cannot be guessed: they need about two bytes each.
std::vector<Sample> noisy(base::InstantMs begin, int count)
{
    QRandomGenerator random(11);
    std::vector<Sample> samples = regular(begin, count);
    for (Sample &sample : samples)
        sample.value = random.bounded(60'000);
    return samples;
}

} // namespace

class TestArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void keepsSamplesAcrossChunksAndStarts();
    void anythingTwiceIsThereOnce();
    void lateSamplesFindTheirPlace();
    void headersNeedNoSamples();
    void seriesAreRemembered();
    void oldChunksGo();
    void theOldestGoWhenItIsTooLarge();
    void pinnedChunksStay();
    void spaceIsGivenBack();
    void aDamagedFileIsPutAside_data();
    void aDamagedFileIsPutAside();
    void aDamagedChunkIsLeftOut();
    void aLookDoesNotEndTheLocks();

private:
    [[nodiscard]] std::vector<Sample> read(const health::SeriesInfo &series);
    void reopen();
    void pruneAll(const archive::Retention &retention,
                  const std::vector<health::Interval> &pinned = {});

    std::unique_ptr<QTemporaryDir> m_dir;
    support::ManualClock m_clock{support::utc("2026-03-02T12:00:00Z")};
    std::unique_ptr<Archive> m_archive;
    QString m_notice;
};

void TestArchive::init()
{
    m_archive.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_clock.set(support::utc("2026-03-02T12:00:00Z"));
    reopen();
    QCOMPARE(m_notice, QString());
}

void TestArchive::reopen()
{
    m_archive.reset();
    auto opened = Archive::open(m_dir->path(), m_clock);
    QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().text));
    m_archive = std::move(opened->archive);
    m_notice = opened->notice;
}

std::vector<Sample> TestArchive::read(const health::SeriesInfo &series)
{
    const auto found = m_archive->samples(series.id, noon - 24h * 1000, noon + 24h * 1000);
    return found ? found->samples : std::vector<Sample>();
}

void TestArchive::pruneAll(const archive::Retention &retention,
                           const std::vector<health::Interval> &pinned)
{
    for (int steps = 0; steps < 10000; ++steps) {
        const auto more = m_archive->prune(retention, pinned);
        QVERIFY(more.has_value());
        if (!*more)
            return;
    }
    QFAIL("pruning does not come to an end");
}

void TestArchive::keepsSamplesAcrossChunksAndStarts()
{
    const auto samples = regular(noon - 5h, 900);
    QVERIFY(m_archive->append(shop, samples).has_value());
    QVERIFY(m_archive->append(search, regular(noon - 5h, 10, 60s)).has_value());
    QCOMPARE(read(shop), samples);
    reopen();
    QCOMPARE(read(shop), samples);

    const auto part = m_archive->samples(shop.id, noon - 3h, noon - 3h + 60s);
    QVERIFY(part.has_value());
    QCOMPARE(part->samples, std::vector<Sample>(samples.begin() + 360, samples.begin() + 363));
    QVERIFY(m_archive->samples(u"other"_s, noon - 5h, noon)->samples.empty());
    QVERIFY(m_archive->samples(shop.id, noon, noon - 5h)->samples.empty());
}

/// Written a little at a time, as it is measured, over the end of a chunk.
void TestArchive::anythingTwiceIsThereOnce()
{
    const auto samples = regular(noon - 1h, 400);
    for (size_t i = 0; i < samples.size(); i += 50) {
        m_clock.set(std::chrono::floor<std::chrono::seconds>(samples[i].at));
        QVERIFY(m_archive->append(shop, std::span(samples).subspan(i, 50)).has_value());
    }
    QVERIFY(m_archive->append(shop, samples).has_value());
    QCOMPARE(read(shop), samples);
}

void TestArchive::lateSamplesFindTheirPlace()
{
    auto samples = regular(noon - 4h, 800);
    std::vector<Sample> odd;
    std::vector<Sample> even;
    for (size_t i = 0; i < samples.size(); ++i)
        (i % 2 ? odd : even).push_back(samples[i]);
    QVERIFY(m_archive->append(shop, odd).has_value());
    std::ranges::reverse(even);
    QVERIFY(m_archive->append(shop, even).has_value());
    QCOMPARE(read(shop), samples);
}

void TestArchive::headersNeedNoSamples()
{
    auto samples = regular(noon - 4h, 720);
    samples[5] = {samples[5].at, Quality::Failed};
    QVERIFY(m_archive->append(shop, samples).has_value());
    const auto headers = m_archive->headers(shop.id, noon - 4h, noon);
    QVERIFY(headers.has_value());
    QCOMPARE(headers->size(), 2U);
    QCOMPARE(headers->front().start, noon - 4h);
    QCOMPARE(headers->front().count(Quality::Ok), 359);
    QCOMPARE(headers->front().count(Quality::Failed), 1);
    QCOMPARE(headers->front().min, 100.0);
    QCOMPARE(headers->front().max, 106.0);
    QCOMPARE(headers->back(), archive::headerOf(std::span(samples).subspan(360)));
}

void TestArchive::seriesAreRemembered()
{
    QVERIFY(m_archive->append(shop, regular(noon, 1)).has_value());
    QVERIFY(m_archive->append(search, regular(noon, 1)).has_value());
    health::SeriesInfo renamed = shop;
    renamed.name = u"The shop"_s;
    QVERIFY(m_archive->append(renamed, regular(noon + 20s, 1)).has_value());
    QCOMPARE(*m_archive->series(), QList({renamed, search}));
    QCOMPARE(read(shop).size(), 2U);
}

void TestArchive::oldChunksGo()
{
    QVERIFY(m_archive->append(shop, regular(noon - 48h, 48 * 180)).has_value());
    pruneAll({.age = 24h});
    const auto left = read(shop);
    QCOMPARE(left.front().at, noon - 24h);
    QCOMPARE(left.back().at, noon - 20s);
}

void TestArchive::theOldestGoWhenItIsTooLarge()
{
    QVERIFY(m_archive->append(shop, noisy(noon - 24h * 20, 20 * 24 * 180)).has_value());
    const qint64 whole = *m_archive->bytes();
    pruneAll({.age = 24h * 1000, .bytes = whole / 2});
    QVERIFY(*m_archive->bytes() <= whole / 2);
    QVERIFY(*m_archive->bytes() > whole / 3);
    QCOMPARE(read(shop).back().at, noon - 20s);
}

void TestArchive::pinnedChunksStay()
{
    QVERIFY(m_archive->append(shop, regular(noon - 48h, 48 * 180)).has_value());
    const health::Interval incident{noon - 41h, noon - 39h};
    pruneAll({.age = 24h}, {incident});
    const auto left = read(shop);
    QCOMPARE(left.front().at, noon - 42h);
    QCOMPARE(left.size(), size_t(24 * 180 + 4 * 180));
}

void TestArchive::spaceIsGivenBack()
{
    QVERIFY(m_archive->append(shop, noisy(noon - 24h * 20, 20 * 24 * 180)).has_value());
    const qint64 before = *m_archive->bytes();
    pruneAll({.age = 24h * 2});
    QVERIFY2(*m_archive->bytes() < before / 2,
             qPrintable(u"%1 of %2"_s.arg(*m_archive->bytes()).arg(before)));
}

void TestArchive::aDamagedFileIsPutAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nonsense") << QByteArray(10000, 'x');
    QTest::newRow("cut off") << QByteArray("SQLite format 3\0 and no more", 28);
}

void TestArchive::aDamagedFileIsPutAside()
{
    QFETCH(const QByteArray, content);
    m_archive.reset();
    QFile file(archive::archivePath(m_dir->path()));
    QFile::remove(file.fileName() + u"-wal"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    reopen();
    QVERIFY(m_notice.contains(u"begins anew"_s));
    QVERIFY(m_archive->append(shop, regular(noon, 3)).has_value());
    QCOMPARE(read(shop).size(), 3U);
    const QStringList aside = QDir(m_dir->path()).entryList({u"archive-unusable-*.db"_s});
    QCOMPARE(aside, QStringList{u"archive-unusable-20260302-120000.db"_s});
    QFile old(m_dir->filePath(aside.front()));
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), content);
}

void TestArchive::aDamagedChunkIsLeftOut()
{
    QVERIFY(m_archive->append(shop, regular(noon - 4h, 720)).has_value());
    m_archive.reset();
    {
        auto file = archive::openFile(m_dir->path(), m_clock);
        QVERIFY(file.has_value());
        QVERIFY(file->database
                    ->run(u"UPDATE chunk SET samples = x'0102030405' WHERE id = (SELECT min(id) "
                          "FROM chunk)"_s)
                    .has_value());
    }
    reopen();
    const auto found = m_archive->samples(shop.id, noon - 4h, noon);
    QVERIFY(found.has_value());
    QCOMPARE(found->damagedChunks, 1);
    QCOMPARE(found->samples.size(), 360U);
}

/// The window looks at the archive that it writes, for a postmortem or the quiet hours.
void TestArchive::aLookDoesNotEndTheLocks()
{
    QVERIFY(m_archive->append(shop, regular(noon, 3)).has_value());
    {
        const auto look = Archive::look(m_dir->path(), m_clock);
        QVERIFY(look.has_value());
        QCOMPARE((*look)->samples(shop.id, noon - 1h, noon + 1h)->samples.size(), 3U);
    }
    QVERIFY(support::isHeldOpen(archive::archivePath(m_dir->path())));
}

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
