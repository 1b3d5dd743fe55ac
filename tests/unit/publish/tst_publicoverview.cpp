// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/overview.h"
#include "support/statuspagesamples.h"

#include <QTest>

using namespace support;
using publish::Overview;
using publish::Page;

class TestOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsThreadsByWhereTheyStand();
    void componentsAreThosePlusTheAffected();
    void withoutComponentsThoseOfTheThreadsAreShown();
    void worstCountsThreadsWithoutComponents();
    void emptyPage();
    void componentIdsAreStable();
};

void TestOverview::sortsThreadsByWhereTheyStand()
{
    const Page page = samplePage();
    const Overview overview = publish::overviewOf(page);
    QCOMPARE(overview.running.size(), size_t(1));
    QCOMPARE(overview.running[0]->key, sampleId(100));
    QCOMPARE(overview.planned.size(), size_t(1));
    QCOMPARE(overview.planned[0]->key, sampleId(300));
    QCOMPARE(overview.over.size(), size_t(3));
    QCOMPARE(overview.over[0]->key, sampleId(200));
    QCOMPARE(overview.over[2]->key, sampleId(500));
    QCOMPARE(overview.worst, ComponentState::PartialOutage);
    QVERIFY(!overview.all);
}

void TestOverview::componentsAreThosePlusTheAffected()
{
    Page page = samplePage();
    page.components = {{u"Shop"_s, {}, {}}};
    const Overview overview = publish::overviewOf(page);
    QCOMPARE(overview.components.size(), size_t(2));
    QCOMPARE(overview.components[0].component.name, u"Shop"_s);
    QCOMPARE(overview.components[0].state, ComponentState::Operational);
    QCOMPARE(overview.components[1].component.name, u"Images"_s);
    QCOMPARE(overview.components[1].state, ComponentState::PartialOutage);
}

void TestOverview::withoutComponentsThoseOfTheThreadsAreShown()
{
    Page page = samplePage();
    page.components.clear();
    QStringList names;
    for (const auto &component : publish::overviewOf(page).components)
        names.append(component.component.name);
    QCOMPARE(names, (QStringList{u"Images"_s, u"Search"_s, u"Shop"_s}));
}

void TestOverview::worstCountsThreadsWithoutComponents()
{
    Page page = samplePage();
    page.components.clear();
    publish::Thread thread = runningOutage();
    thread.components.clear();
    page.threads = {thread};
    QCOMPARE(publish::overviewOf(page).worst, ComponentState::PartialOutage);
    page.threads[0].status = PublicStatus::Resolved;
    QCOMPARE(publish::overviewOf(page).worst, ComponentState::Operational);
}

void TestOverview::emptyPage()
{
    const Page page;
    const Overview overview = publish::overviewOf(page);
    QVERIFY(overview.components.empty());
    QVERIFY(!overview.all);
    QCOMPARE(overview.worst, ComponentState::Operational);
}

void TestOverview::componentIdsAreStable()
{
    QCOMPARE(publish::componentId(u"Images"_s), publish::componentId(u"Images"_s));
    QCOMPARE(publish::componentId(u"Images"_s).size(), 16);
    QVERIFY(publish::componentId(u"Images"_s) != publish::componentId(u"images"_s));
}

QTEST_GUILESS_MAIN(TestOverview)
#include "tst_publicoverview.moc"
