// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/build.h"
#include "support/sitetree.h"
#include "support/statuspagesamples.h"

#include <array>
#include <QTemporaryDir>
#include <QTest>
#include <random>

using namespace support;
using publish::Page;
using publish::Thread;
using publish::Update;
using staticsite::Edition;
using staticsite::SiteFolder;

namespace {

/// A site whose page goes through all that can happen to one, in an order that the seed sets.
class Story
{
public:
    explicit Story(unsigned seed)
        : m_random(seed)
    {}

    [[nodiscard]] const Page &page() const { return m_page; }
    [[nodiscard]] base::Instant now() const { return m_now; }
    [[nodiscard]] QString told() const { return m_told.join(u", "_s); }

    /// One to three things at once.
    void goOn()
    {
        m_told.clear();
        for (int left = below(3); left >= 0; --left) {
            const auto &[name, change] = changes[size_t(below(int(changes.size())))];
            m_told << QString::fromLatin1(name);
            (this->*change)();
        }
    }

private:
    [[nodiscard]] int below(int limit) { return int(m_random() % unsigned(limit)); }
    [[nodiscard]] QString word()
    {
        static const QStringList words{u"Shop"_s, u"Images"_s, u"Search"_s, u"Mail & more"_s};
        return words[below(int(words.size()))];
    }
    [[nodiscard]] RoughInstant moment()
    {
        return RoughInstant::about(m_now - std::chrono::hours(below(24 * 400)), 5min);
    }
    [[nodiscard]] Thread &some()
    {
        return m_page.threads[size_t(below(int(m_page.threads.size())))];
    }
    [[nodiscard]] Update &someUpdate(Thread &thread)
    {
        return thread.updates[size_t(below(int(thread.updates.size())))];
    }

    void update()
    {
        constexpr std::array<PublicStatus, 4> all{PublicStatus::Investigating,
                                                  PublicStatus::Identified,
                                                  PublicStatus::Monitoring, PublicStatus::Resolved};
        Thread &thread = some();
        const QString body = u"News %1"_s.arg(++m_ids);
        addUpdate(thread,
                  sampleUpdate(m_ids, int(thread.updates.size()) + 1, all[size_t(below(4))],
                               thread.title, body, m_now),
                  {{word(), publish::ComponentState(below(5))}});
    }
    void edit()
    {
        Update &update = someUpdate(some());
        update.revision = sampleId(++m_ids);
        update.body = u"Corrected %1"_s.arg(m_ids);
        update.edits.push_back({update.revision, m_now});
    }
    void retitle()
    {
        Thread &thread = some();
        thread.title = thread.updates.back().title = u"%1 again"_s.arg(word());
    }
    void restart() { some().started = moment(); }
    void mend()
    {
        Thread &thread = some();
        thread.fixed = moment();
        thread.backToNormal = below(2) ? moment() : RoughInstant();
        thread.trouble = below(2) ? RoughDuration::about(40min) : RoughDuration();
    }
    void rewindow()
    {
        Thread &thread = some();
        const auto start = moment();
        auto window = sampleWindow(int(thread.actual.size()) + 1, Effect(below(4)), {word()}, start,
                                   below(2) ? start : RoughInstant());
        window.felt = word();
        window.duration = RoughDuration::atMost(std::chrono::minutes(1 + below(90)));
        window.inside = below(2) == 0;
        if (thread.isMaintenance())
            thread.planned = {window};
        else
            thread.actual.push_back(window);
    }
    void weigh()
    {
        Thread &thread = some();
        thread.impact = publish::Impact(below(5));
        thread.kind = below(3) ? Kind::Outage : Kind::Maintenance;
    }
    void callOff() { some().cancelled = below(2) == 0; }
    void arrive()
    {
        Thread thread = below(2) ? resolvedOutage() : plannedMaintenance();
        thread.key = sampleId(++m_ids);
        thread.permalink = u"2026-01-01-new-%1"_s.arg(m_ids);
        thread.started = moment();
        thread.updates[0].key = thread.updates[0].revision = sampleId(++m_ids);
        m_page.threads.push_back(thread);
    }
    void leave()
    {
        if (m_page.threads.size() > 2)
            m_page.threads.erase(m_page.threads.begin() + below(int(m_page.threads.size())));
    }
    void offer() { m_page.components.push_back({u"Part %1"_s.arg(++m_ids), word(), {}}); }
    void withdraw()
    {
        if (!m_page.components.empty())
            m_page.components.erase(m_page.components.begin());
    }
    void wait() { m_now += std::chrono::hours(1 + below(24 * 40)); }
    void settle() { m_page.footer = u"Footer %1"_s.arg(++m_ids); }
    void emigrate() { m_page.zone = below(2) ? u"Asia/Tokyo"_s : u"Europe/London"_s; }

    using Change = void (Story::*)();
    static constexpr std::array<std::pair<const char *, Change>, 15> changes{{
        {"update", &Story::update},
        {"edit", &Story::edit},
        {"retitle", &Story::retitle},
        {"restart", &Story::restart},
        {"mend", &Story::mend},
        {"rewindow", &Story::rewindow},
        {"weigh", &Story::weigh},
        {"callOff", &Story::callOff},
        {"arrive", &Story::arrive},
        {"leave", &Story::leave},
        {"offer", &Story::offer},
        {"withdraw", &Story::withdraw},
        {"wait", &Story::wait},
        {"settle", &Story::settle},
        {"emigrate", &Story::emigrate},
    }};

    std::mt19937 m_random;
    Page m_page = samplePage();
    base::Instant m_now = sampleNow();
    int m_ids = 10000;
    QStringList m_told;
};

} // namespace

/// Whatever happens to a page, and in whatever order: what a publish writes is what a full build
/// would have written.
class TestSiteChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesGiveTheSameAsEverything_data();
    void changesGiveTheSameAsEverything();
};

void TestSiteChanges::changesGiveTheSameAsEverything_data()
{
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {1U, 2U, 3U, 4U, 5U})
        QTest::addRow("seed %u", seed) << seed;
}

void TestSiteChanges::changesGiveTheSameAsEverything()
{
    QFETCH(const unsigned, seed);
    constexpr int steps = 12;
    const QTemporaryDir dir;
    Story story(seed);
    for (int step = 0; step < steps; ++step) {
        for (const bool all : {false, true}) {
            const QString root = dir.filePath(all ? u"all"_s : u"changes"_s);
            const Edition edition(story.page(), story.now());
            const auto folder = SiteFolder::open(root);
            QVERIFY(folder);
            QVERIFY(all ? staticsite::buildAll(**folder, edition)
                        : staticsite::buildChanges(**folder, edition));
        }
        const SiteTree changes = siteTreeOf(dir.filePath(u"changes"_s));
        const SiteTree all = siteTreeOf(dir.filePath(u"all"_s));
        QCOMPARE(changes.keys(), all.keys());
        for (const QString &file : all.keys()) {
            QVERIFY2(changes[file] == all[file],
                     qPrintable(u"%1 after: %2"_s.arg(file, story.told())));
        }
        story.goOn();
    }
}

QTEST_GUILESS_MAIN(TestSiteChanges)
#include "tst_sitechanges.moc"
