// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fault/targets/exactlyonce.h"
#include "support/fakewordpress.h"
#include "wordpress/content.h"
#include "wordpress/wordpresspage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class BlogSubject final : public faulttest::Subject
{
public:
    explicit BlogSubject(support::ManualClock &clock)
        : m_clock(clock)
    {}

    std::shared_ptr<publish::StatusPage> page(http::Client &client) override
    {
        publish::TargetSpec spec;
        spec.name = faulttest::target;
        spec.label = u"Ops blog"_s;
        spec.address = QUrl(m_site.url());
        spec.api = QUrl(m_site.url() + u"wp-json/"_s);
        spec.user = u"ana"_s;
        spec.plainLoopback = true;
        return std::make_shared<wordpress::WordPressPage>(spec, client, faulttest::password,
                                                          m_clock, publish::Limits{80ms, 400ms});
    }

    bool isPublic(const publish::Thread &thread, const QString &revision) override
    {
        return copies(thread, thread.updateWith(revision)->number) > 0;
    }

    int copies(const publish::Thread &thread, int number) override
    {
        const QString mark =
            u"data-revision=\"%1\""_s.arg(thread.updates[size_t(number - 1)].revision);
        int count = 0;
        for (const auto &[id, post] : m_site.posts)
            count += post.status == "publish"_L1 ? int(post.html.count(mark)) : 0;
        return count;
    }

    int threads() override
    {
        return int(std::count_if(m_site.posts.begin(), m_site.posts.end(), [](const auto &entry) {
            return entry.second.status == "publish"_L1;
        }));
    }

    fakes::FakeSite *site() override { return &m_site; }
    void takeBackup() override { m_backup = m_site.posts; }
    void restoreBackup() override { m_site.posts = m_backup; }

private:
    support::ManualClock &m_clock;
    fakes::FakeWordPress m_site;
    std::map<int, fakes::FakeWordPress::Post> m_backup;
};

} // namespace

class TestWordPressOnce : public QObject
{
    Q_OBJECT

private slots:
    void whateverHappens()
    {
        const auto tally = faulttest::runAll("wordpress", [](support::ManualClock &clock) {
            return std::make_unique<BlogSubject>(clock);
        });
        QVERIFY(tally.deaths > 0 && tally.mishaps > tally.runs / 2);
        QCOMPARE(tally.unfinished, 0);
        QCOMPARE(tally.duplicates, 0);
        QCOMPARE(tally.lost, 0);
        QCOMPARE(tally.falseSeen, 0);
    }
};

QTEST_GUILESS_MAIN(TestWordPressOnce)
#include "tst_wordpressonce.moc"
