// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/builtinchecklists.h"
#include "incident/checklist.h"
#include "incident/decide.h"
#include "support/office.h"
#include "workflow/retrospective.h"
#include "workflow/review.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using incident::Milestone;
using incident::State;
using support::Office;
using workflow::Desk;

class TestDesk : public QObject
{
    Q_OBJECT

private slots:
    /// What is told afterwards is one change: a second try after a refusal stores it once.
    void aStoryIsStoredWholeOrNotAtAll()
    {
        Office office;
        entry::Form form({office.desk->zone(), office.clock.now(), timing::Lean::Past});
        form.setLine(u"13:45 for 20m, noticed via a customer"_s);
        entry::Details details;
        details.title = u"The shop was down"_s;
        incident::Cause cause;
        cause.status = incident::CauseStatus::WillNotKnow;
        const auto refused = workflow::storeRetrospective(*office.desk, form, details, cause);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, base::ErrorKind::NeedsReason);
        QVERIFY(office.ledger->list().value().empty());

        cause.status = incident::CauseStatus::Confirmed;
        cause.text = u"A disk was full"_s;
        const auto stored = workflow::storeRetrospective(*office.desk, form, details, cause);
        QVERIFY2(stored, stored ? "" : qUtf8Printable(stored.error().text));
        QCOMPARE(office.ledger->list().value().size(), 1u);
        QCOMPARE(stored->cause.text, u"A disk was full"_s);
        const auto events = office.ledger->events(stored->id).value();
        QCOMPARE(std::ranges::count_if(events,
                                       [](const incident::Event &event) {
                                           return std::holds_alternative<incident::Noted>(
                                               event.payload);
                                       }),
                 1);
        QVERIFY(std::ranges::all_of(events, [&](const incident::Event &event) {
            return event.recorded == events.front().recorded;
        }));
    }

    void whatIsOpenedByHandIsNoticedNow()
    {
        Office office;
        QSignalSpy changed(office.desk.get(), &Desk::changed);
        const auto incident = office.shopIsDown();
        QCOMPARE(incident.state, State::Active);
        QCOMPARE(incident.ref, u"2026-11-22-1"_s);
        QCOMPARE(incident.zone, u"Europe/London"_s);
        QCOMPARE(*incident.milestone(Milestone::Detected).lo(), office.clock.now());
        QVERIFY(!incident.checklist.isEmpty());
        QCOMPARE(changed.size(), 1);
    }

    void theMostUrgentComesFirst()
    {
        Office office;
        const auto over = office.shopIsDown();
        office.clock.advance(5min);
        office.desk->stampNow(over.id, Milestone::BackToNormal).value();
        office.clock.advance(5min);
        const auto running = office.shopIsDown();
        const auto open = office.desk->openIncidents();
        QCOMPARE(open.size(), size_t(2));
        QCOMPARE(open.front().id, running.id);
    }

    void whatIsStillWatchedHasItsEndAlready()
    {
        Office office;
        const auto end = timing::RoughInstant::exact(office.clock.now() - 10min);
        incident::OpenIncident told;
        told.id = office.desk->newId();
        told.ref = u"2026-11-22-1"_s;
        told.entry = incident::EntryMode::Retrospective;
        told.state = State::Monitoring;
        told.title = u"Shop was down"_s;
        told.windows = {incident::Window()};
        told.windows.front().start = timing::RoughInstant::exact(office.clock.now() - 25min);
        told.windows.front().end = end;
        told.backToNormal = end;
        const auto opened =
            office.ledger->change(told.id, u"ana"_s, [&](const incident::Incident &fresh) {
                return incident::decide(fresh, told, {office.clock.now(), u"ana"_s});
            });
        QVERIFY(opened);
        QCOMPARE(opened->state, State::Monitoring);
        const auto restored = office.desk->stampNow(told.id, Milestone::BackToNormal).value();
        QCOMPARE(restored.state, State::Restored);
        QCOMPARE(restored.milestone(Milestone::BackToNormal), end);
        QCOMPARE(restored.windows.front().end, end);
    }

    void backToNormalTakesTheAlertsWord()
    {
        Office office;
        const auto incident = office.shopIsDown();
        incident::AlertEvidence alert;
        alert.alert = u"a1"_s;
        alert.monitor = u"shop"_s;
        alert.started = incident.milestone(Milestone::Started);
        alert.detected = office.clock.now();
        const auto end = office.clock.now() + 4min;
        alert.ended = timing::RoughInstant::between(end, end + 20s);
        office.clock.advance(10min);
        office.desk->run(incident.id, incident::LinkAlert{alert}).value();
        const auto restored = office.desk->stampNow(incident.id, Milestone::BackToNormal).value();
        QCOMPARE(restored.milestone(Milestone::BackToNormal), alert.ended);
        QCOMPARE(restored.windows.front().end, alert.ended);
    }

    void oneStampIsTakenBackByAnother()
    {
        Office office;
        const auto incident = office.shopIsDown();
        office.clock.advance(5min);
        office.desk->stampNow(incident.id, Milestone::BackToNormal).value();
        const auto undone =
            office.desk->run(incident.id, incident::Unstamp{Milestone::BackToNormal, {}}).value();
        QCOMPARE(undone.state, State::Active);
        QVERIFY(undone.hasOpenWindow());
        QCOMPARE(undone.milestoneRows.back().at, timing::RoughInstant());
    }

    void itComesBackInANewRound()
    {
        Office office;
        const auto incident = office.shopIsDown();
        office.clock.advance(5min);
        office.desk->stampNow(incident.id, Milestone::BackToNormal).value();
        office.clock.advance(5min);
        QVERIFY(!office.desk->reopen(incident.id, {}, u"again"_s));
        const auto again = office.desk->reopen(incident.id, {}, u"the probes fail again"_s).value();
        QCOMPARE(again.round, 2);
        QCOMPARE(again.windows.size(), size_t(2));
        QCOMPARE(again.felt(), u"the shop does not open"_s);
    }

    void ownChecklistsTakeThePlaceOfTheBuiltIn()
    {
        Office office;
        QVERIFY(QDir(office.folder.path()).mkpath(u"checklists"_s));
        const auto write = [&office](const QString &name, const QByteArray &json) {
            QFile file(office.folder.filePath(u"checklists/%1.json"_s.arg(name)));
            return file.open(QIODevice::WriteOnly) && file.write(json) == json.size();
        };
        QVERIFY(write(u"unplanned"_s, R"({"name": "unplanned", "version": 2, "title": "Ours",
            "steps": [{"id": "X1", "group": "Ours", "title": "Wake the cat"}]})"));
        // What is owed with a provider follows every list but that of planned work.
        QVERIFY(write(incident::thirdPartyList,
                      R"({"name": "thirdparty", "version": 2, "title": "Theirs",
            "steps": [{"id": "Y1", "group": "Theirs", "title": "Ring them"}]})"));
        const auto steps = incident::evaluate(office.shopIsDown(), {office.clock.now(), {}});
        QCOMPARE(steps.size(), size_t(2));
        QCOMPARE(steps.front().step.title, u"Wake the cat"_s);
        QCOMPARE(steps.back().step.title, u"Ring them"_s);
    }

    void anotherProcessIsNoticed()
    {
        Office office;
        const auto incident = office.shopIsDown();
        base::IdSource ids(office.clock);
        const auto other = ledger::Ledger::open(office.folder.path(), office.clock, ids).value();
        Desk otherDesk(*other, *office.settings, office.clock, ids, office.folder.path());
        QSignalSpy changed(office.desk.get(), &Desk::changed);
        office.desk->followOthers();
        QCOMPARE(changed.size(), 0);
        otherDesk.run(incident.id, incident::AddNote{u"from next door"_s, {}}).value();
        office.desk->followOthers();
        QCOMPARE(changed.size(), 1);
    }

    void theHistoryIsSearched()
    {
        Office office;
        const auto incident = office.shopIsDown();
        office.desk->run(incident.id, incident::AddNote{u"replaced the fan tray"_s, {}}).value();
        const auto hits = office.desk->find({}, u"fan tray"_s).value();
        QCOMPARE(hits.size(), size_t(1));
        QVERIFY(hits.front().snippet.contains(u"fan"_s));
        QVERIFY(office.desk->find({}, u"power supply"_s).value().empty());
    }

    void anExportIsRecordedWithItsHash()
    {
        Office office;
        const auto incident = office.shopIsDown();
        const QString path = office.folder.filePath(u"pm.md"_s);
        QVERIFY(workflow::exportPostmortem(*office.desk, incident.id,
                                           workflow::PostmortemFormat::Markdown, path, {}));
        QVERIFY(QFile::exists(path));
        QCOMPARE(office.desk->load(incident.id).value().exports.size(), size_t(1));
        const auto refused = workflow::exportPostmortem(
            *office.desk, incident.id, workflow::PostmortemFormat::Html, path + u"/below"_s, {});
        QVERIFY(!refused);
        QCOMPARE(office.desk->load(incident.id).value().exports.size(), size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestDesk)
#include "tst_desk.moc"
