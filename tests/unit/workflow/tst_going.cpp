// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "unit/outbox/fakes.h"
#include "workflow/compose.h"
#include "workflow/going.h"

#include <QTest>

using namespace Qt::StringLiterals;
using base::ErrorKind;
using support::Office;
using workflow::Compose;

namespace {

/// A place that knows one component and short titles only.
class NarrowPage final : public fakes::FakePage
{
public:
    NarrowPage(fakes::Server &server, fakes::Life &life)
        : FakePage(u"narrow"_s, server, life, [](const char *) { return fakes::Mood::Well; })
    {}

    publish::Capabilities capabilities() const override
    {
        return {.editsUpdates = true,
                .backdates = true,
                .showsComponents = true,
                .components = {u"mail"_s},
                .longestTitle = 5};
    }
};

} // namespace

/// What goes out beside the words of a post: whom it tells, what is lost on the way, and back
/// again.
class TestGoing : public QObject
{
    Q_OBJECT

private slots:
    void aNewPostTellsSubscribersAndACorrectionDoesNot()
    {
        Office office;
        const auto incident = office.shopIsDown();
        Compose compose(*office.desk, {u"site"_s});
        compose.setIncident(incident.id);
        QVERIFY(compose.revision()->notify);
        const QString first = compose.publish().value();
        QVERIFY(office.desk->load(incident.id)->post(first)->notify);
        QVERIFY(compose.editPublished(first));
        QVERIFY(!compose.revision()->notify);
        compose.setNotify(true);
        QVERIFY(compose.save());
        Compose again(*office.desk, {u"site"_s});
        again.setIncident(incident.id);
        QVERIFY(again.revision()->notify);
    }

    void whatAPlaceWillNotSayIsKnownBefore()
    {
        Office office;
        const auto incident = office.shopIsDown();
        Compose compose(*office.desk, {u"narrow"_s});
        compose.setIncident(incident.id);
        compose.setTitle(u"The shop is down"_s);
        fakes::Server server;
        fakes::Life life;
        const NarrowPage page(server, life);
        const QStringList unsaid = workflow::unsaidAt(page, compose);
        QCOMPARE(unsaid.size(), 2);
        QVERIFY(unsaid[0].contains(u"5"_s) && unsaid[1].contains(u"shop"_s));
        compose.setTitle(u"Down"_s);
        QCOMPARE(workflow::unsaidAt(page, compose).size(), 1);
    }

    void aRetractionIsQueuedLikeAPost()
    {
        Office office;
        const auto incident = office.shopIsDown();
        Compose compose(*office.desk, {u"site"_s});
        compose.setIncident(incident.id);
        const QString revision = compose.publish().value();
        const auto early =
            workflow::retractPosts(*office.desk, incident.id, {u"site"_s}, u"It was a test."_s);
        QCOMPARE(early.error().kind, ErrorKind::NotFound);
        const incident::RecordSeen seen{revision, u"site"_s, u"7"_s, u"https://x.example/"_s, {}};
        QVERIFY(office.desk->run(incident.id, seen));
        const auto id =
            workflow::retractPosts(*office.desk, incident.id, {u"site"_s}, u"It was a test."_s);
        QVERIFY(id);
        const auto intents = office.desk->ledger().outbox().all();
        QCOMPARE(intents->size(), size_t(2));
        QCOMPARE(intents->back().revision, *id);
        QVERIFY(office.desk->run(incident.id, incident::RecordSeen{*id, u"site"_s, {}, {}, {}}));
        QVERIFY(office.desk->load(incident.id)->publicTargets().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestGoing)
#include "tst_going.moc"
