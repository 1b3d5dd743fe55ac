// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cachet/cachetpage.h"
#include "fault/targets/exactlyonce.h"
#include "support/fakecachet.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class CachetSubject final : public faulttest::Subject
{
public:
    CachetSubject(support::ManualClock &clock, bool three)
        : m_clock(clock)
        , m_site(three)
        , m_three(three)
    {
        m_site.token = "pw";
    }

    std::shared_ptr<publish::StatusPage> page(http::Client &client) override
    {
        publish::TargetSpec spec;
        spec.name = faulttest::target;
        spec.label = u"Example status"_s;
        spec.address = QUrl(m_site.url());
        spec.api = QUrl(m_site.url() + (m_three ? u"api/"_s : u"api/v1/"_s));
        spec.version = m_three ? u"3"_s : u"2"_s;
        spec.plainLoopback = true;
        return std::make_shared<cachet::CachetPage>(spec, client, faulttest::password, m_clock,
                                                    publish::Limits{200ms, 1500ms});
    }

    bool isPublic(const publish::Thread &thread, const QString &revision) override
    {
        return copies(thread, thread.updateWith(revision)->number) > 0;
    }

    int copies(const publish::Thread &thread, int number) override
    {
        const QString text = thread.updates[size_t(number - 1)].body;
        const auto says = [&](const QJsonObject &fields) {
            return fields[u"message"_s].toString().startsWith(text) ? 1 : 0;
        };
        int count = 0;
        for (const auto &[id, entry] : m_site.incidents) {
            count += says(entry.fields);
            for (const auto &[number, update] : entry.updates)
                count += says(update);
        }
        return count;
    }

    int threads() override { return int(m_site.incidents.size()); }
    fakes::FakeSite *site() override { return &m_site; }
    void takeBackup() override { m_backup = m_site.incidents; }
    void restoreBackup() override { m_site.incidents = m_backup; }

private:
    support::ManualClock &m_clock;
    fakes::FakeCachet m_site;
    bool m_three;
    std::map<int, fakes::FakeCachet::Entry> m_backup;
};

} // namespace

class TestCachetOnce : public QObject
{
    Q_OBJECT

private slots:
    void whateverHappens_data()
    {
        QTest::addColumn<bool>("three");
        QTest::newRow("cachet 3") << true;
        QTest::newRow("cachet 2") << false;
    }

    void whateverHappens()
    {
        QFETCH(bool, three);
        const auto tally =
            faulttest::runAll(QTest::currentDataTag(), [three](support::ManualClock &clock) {
                return std::make_unique<CachetSubject>(clock, three);
            });
        QVERIFY(tally.deaths > 0 && tally.mishaps > tally.runs / 2);
        QCOMPARE(tally.unfinished, 0);
        QCOMPARE(tally.duplicates, 0);
        QCOMPARE(tally.lost, 0);
        QCOMPARE(tally.falseSeen, 0);
    }
};

QTEST_GUILESS_MAIN(TestCachetOnce)
#include "tst_cachetonce.moc"
