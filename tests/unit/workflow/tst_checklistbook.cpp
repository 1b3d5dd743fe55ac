// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/builtinchecklists.h"
#include "incident/checklistfile.h"
#include "support/office.h"
#include "workflow/checklistdesk.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using incident::Checklist;
using incident::ChecklistStep;
using incident::EntryMode;
using incident::Kind;
using support::Office;
using workflow::ChecklistBook;
using workflow::ChecklistDesk;

namespace {

ChecklistStep step(const QString &id, const QString &group, const QString &title)
{
    ChecklistStep step;
    step.id = id;
    step.group = group;
    step.title = title;
    return step;
}

Checklist ofTheDatabase()
{
    Checklist list;
    list.name = u"database"_s;
    list.title = u"When the database is away"_s;
    list.kinds = {Kind::Outage};
    list.components = {u"Database"_s};
    list.steps = {step(u"D1"_s, u"Notice"_s, u"Look at the replica"_s),
                  step(u"U2"_s, u"Notice"_s, u"Take it, and call Jo"_s),
                  step(u"D2"_s, u"After the database"_s, u"Check the backups"_s)};
    return list;
}

QStringList idsOf(const Checklist &list)
{
    QStringList ids;
    for (const ChecklistStep &step : list.steps)
        ids << step.id;
    return ids;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("the file cannot be written");
}

Checklist listOf(const incident::Incident &incident)
{
    return incident::checklistFromJson(incident.checklist).value();
}

} // namespace

class TestChecklistBook : public QObject
{
    Q_OBJECT

private slots:
    void aListIsForItsKindAndParts()
    {
        const QTemporaryDir folder;
        const ChecklistBook book(folder.path());
        QVERIFY(book.save(ofTheDatabase()));
        const auto has = [&](Kind kind, EntryMode entry, const QStringList &parts) {
            return book.listFor(kind, entry, parts).step(u"D1"_s) != nullptr;
        };
        QVERIFY(has(Kind::Outage, EntryMode::Live, {u"shop"_s, u"database"_s}));
        QVERIFY(!has(Kind::Outage, EntryMode::Live, {u"shop"_s}));
        QVERIFY(!has(Kind::Degradation, EntryMode::Live, {u"database"_s}));
        QVERIFY(!has(Kind::Outage, EntryMode::Retrospective, {u"database"_s}));
        Checklist forAll = ofTheDatabase();
        forAll.kinds.clear();
        forAll.components.clear();
        QVERIFY(book.save(forAll));
        QVERIFY(has(Kind::Maintenance, EntryMode::Planned, {}));
        QVERIFY(has(Kind::Degradation, EntryMode::Live, {u"shop"_s}));
    }

    void itsStepsStandWithTheirGroupAndMayReplace()
    {
        const QTemporaryDir folder;
        const ChecklistBook book(folder.path());
        QVERIFY(book.save(ofTheDatabase()));
        const Checklist list = book.listFor(Kind::Outage, EntryMode::Live, {u"database"_s});
        const QStringList ids = idsOf(list);
        QCOMPARE(ids.indexOf(u"D1"_s), ids.indexOf(u"U3"_s) + 1);
        QCOMPARE(list.step(u"U2"_s)->title, u"Take it, and call Jo"_s);
        QCOMPARE(ids.count(u"U2"_s), 1);
        QVERIFY(ids.indexOf(u"D2"_s) > ids.indexOf(u"D1"_s));
        QVERIFY(ids.contains(u"T1"_s));
    }

    void ownInPlaceOfBuiltInOnlyWhereItFits()
    {
        const QTemporaryDir folder;
        const ChecklistBook book(folder.path());
        Checklist own;
        own.name = u"unplanned"_s;
        own.title = u"Ours"_s;
        own.components = {u"shop"_s};
        own.steps = {step(u"X1"_s, {}, u"Ring the shop"_s)};
        QVERIFY(book.save(own));
        QVERIFY(book.listFor(Kind::Outage, EntryMode::Live, {u"shop"_s}).step(u"X1"_s));
        const Checklist other = book.listFor(Kind::Outage, EntryMode::Live, {u"mail"_s});
        QVERIFY(!other.step(u"X1"_s) && other.step(u"U1"_s));
    }

    void aRunningIncidentKeepsTheListItBeganWith()
    {
        Office office;
        const incident::Incident before = office.shopIsDown();
        Checklist own = ofTheDatabase();
        own.components = {u"shop"_s};
        QVERIFY(ChecklistBook(office.folder.path()).save(own));
        const incident::Incident after = office.shopIsDown();
        QVERIFY(!listOf(*office.desk->load(before.id)).step(u"D1"_s));
        QVERIFY(listOf(after).step(u"D1"_s));
        QVERIFY(ChecklistBook(office.folder.path()).remove(u"database"_s));
        QVERIFY(listOf(*office.desk->load(after.id)).step(u"D1"_s));
    }

    void whatIsWrongIsSaidAsTheReaderSaysIt()
    {
        Checklist list = ofTheDatabase();
        list.steps[1].title.clear();
        list.steps[2].id = u"D1"_s;
        list.steps[2].remedy = incident::Remedy();
        const auto problems = incident::problemsOf(list);
        QCOMPARE(problems.size(), std::size_t(3));
        QCOMPARE(problems[0].step, 1);
        QCOMPARE(problems[0].key, u"title"_s);
        QCOMPARE(problems[1].key, u"remedy"_s);
        QCOMPARE(problems[2].key, u"id"_s);
        const auto read = incident::checklistFromFile(incident::toFile(list));
        QVERIFY(!read);
        QVERIFY(read.error().text.endsWith(problems[0].sentence));
        QVERIFY(read.error().text.startsWith(u"Line "_s));
        QVERIFY(incident::problemsOf(ofTheDatabase()).empty());
    }

    void whatCannotBeSavedIsStillThere()
    {
        const QTemporaryDir folder;
        ChecklistDesk desk(folder.path());
        desk.choose(u"unplanned"_s);
        Checklist list = desk.list();
        list.steps.front().title = u"Is it real?"_s;
        desk.setList(list);
        // A file where the folder should be.
        write(folder.filePath(u"checklists"_s), "in the way");
        const auto failed = desk.save();
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, base::ErrorKind::Storage);
        QVERIFY(desk.isEdited());
        QCOMPARE(desk.list().steps.front().title, u"Is it real?"_s);
        QVERIFY(QFile::remove(folder.filePath(u"checklists"_s)));
        QVERIFY(desk.save());
        QVERIFY(!desk.isEdited());
        ChecklistDesk again(folder.path());
        again.choose(u"unplanned"_s);
        QCOMPARE(again.list(), desk.list());
        QVERIFY(again.remove());
        QVERIFY(!again.isOwn());
        QCOMPARE(again.list(), incident::builtinChecklist(u"unplanned"_s, QLocale()));
    }

    void aMistakeIsNotSavedAndTheFileStaysAsItWas()
    {
        const QTemporaryDir folder;
        ChecklistDesk desk(folder.path());
        desk.begin(u"Über die Suche!"_s);
        QCOMPARE(desk.name(), u"uber-die-suche"_s);
        QVERIFY(desk.isEdited() && !desk.isOwn());
        QVERIFY(desk.save());
        const QString path = folder.filePath(u"checklists/uber-die-suche.json"_s);
        const QByteArray before = contentOf(path);
        Checklist list = desk.list();
        list.title.clear();
        desk.setList(list);
        const auto refused = desk.save();
        QVERIFY(!refused);
        QVERIFY(refused.error().text.contains(u"“title”: the list needs a title."_s));
        QCOMPARE(contentOf(path), before);
    }

    void aFileThatIsBrokenIsShownAndNotOverwritten()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"checklists/unplanned.json"_s);
        write(path, "{\"name\": \"unplanned\",\n \"version\": 1, \"steps\": [}");
        ChecklistDesk desk(folder.path());
        desk.choose(u"unplanned"_s);
        QVERIFY(desk.trouble().startsWith(u"Line 2: "_s));
        QVERIFY(!desk.isEdited());
        QVERIFY(!desk.save());
        QVERIFY(contentOf(path).endsWith("[}"));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"left out"_s));
        const ChecklistBook book(folder.path());
        QVERIFY(book.listFor(Kind::Outage, EntryMode::Live, {}).step(u"U1"_s));
        QVERIFY(desk.remove());
        QVERIFY(desk.trouble().isEmpty());
    }

    void copiesAndNewListsHaveNamesOfTheirOwn()
    {
        const QTemporaryDir folder;
        ChecklistDesk desk(folder.path());
        desk.choose(u"maintenance"_s);
        desk.beginCopy();
        QCOMPARE(desk.name(), u"planned-maintenance-copy"_s);
        QVERIFY(desk.save());
        desk.choose(u"maintenance"_s);
        desk.beginCopy();
        QCOMPARE(desk.name(), u"planned-maintenance-copy-2"_s);
        QCOMPARE(desk.freeStepId(), u"X1"_s);
        desk.giveUp();
        QVERIFY(desk.isBuiltIn());
        QCOMPARE(desk.lists().size(), std::size_t(5));
    }
};

QTEST_GUILESS_MAIN(TestChecklistBook)
#include "tst_checklistbook.moc"
