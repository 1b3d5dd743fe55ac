// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fault/targets/exactlyonce.h"
#include "statuspage/hostedpage.h"
#include "support/fakestatuspage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class HostedSubject final : public faulttest::Subject
{
public:
    explicit HostedSubject(support::ManualClock &clock)
        : m_clock(clock)
        , m_site([&clock] { return clock.now(); })
    {
        m_site.key = "pw";
    }

    std::shared_ptr<publish::StatusPage> page(http::Client &client) override
    {
        publish::TargetSpec spec;
        spec.name = faulttest::target;
        spec.label = u"Example status"_s;
        spec.address = QUrl(m_site.api());
        spec.readers = QUrl(m_site.url());
        spec.user = u"p1"_s;
        spec.plainLoopback = true;
        return std::make_shared<statuspage::HostedPage>(spec, client, faulttest::password, m_clock,
                                                        publish::Limits{200ms, 1500ms});
    }

    bool isPublic(const publish::Thread &thread, const QString &revision) override
    {
        return copies(thread, thread.updateWith(revision)->number) > 0;
    }

    int copies(const publish::Thread &thread, int number) override
    {
        int count = 0;
        for (const auto &[made, incident] : m_site.incidents) {
            for (const auto &update : incident.updates)
                count += update.body == thread.updates[size_t(number - 1)].body ? 1 : 0;
        }
        return count;
    }

    int threads() override { return int(m_site.incidents.size()); }
    fakes::FakeSite *site() override { return &m_site; }
    void takeBackup() override { m_backup = m_site.incidents; }
    void restoreBackup() override { m_site.incidents = m_backup; }

private:
    support::ManualClock &m_clock;
    fakes::FakeStatuspage m_site;
    std::map<int, fakes::FakeStatuspage::Incident> m_backup;
};

} // namespace

class TestStatuspageOnce : public QObject
{
    Q_OBJECT

private slots:
    void whateverHappens()
    {
        const auto tally = faulttest::runAll("statuspage", [](support::ManualClock &clock) {
            return std::make_unique<HostedSubject>(clock);
        });
        QVERIFY(tally.deaths > 0 && tally.mishaps > tally.runs / 2);
        QCOMPARE(tally.unfinished, 0);
        QCOMPARE(tally.duplicates, 0);
        QCOMPARE(tally.lost, 0);
        QCOMPARE(tally.falseSeen, 0);
    }
};

QTEST_GUILESS_MAIN(TestStatuspageOnce)
#include "tst_statuspageonce.moc"
