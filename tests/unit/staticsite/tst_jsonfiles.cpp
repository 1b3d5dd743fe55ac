// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/jsonfiles.h"
#include "support/statuspagesamples.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace support;
using staticsite::Edition;

namespace {

/// What one field may hold. '?' allows null.
struct Field
{
    const char *name;
    const char *type; ///< text, int, bool, time, date, null, or the name of a list's objects
    bool nullable = false;
};

const std::vector<Field> pageFields{{"id", "text"},
                                    {"name", "text"},
                                    {"url", "text"},
                                    {"time_zone", "text"},
                                    {"updated_at", "time"}};
const std::vector<Field> statusFields{{"indicator", "text"}, {"description", "text"}};
const std::vector<Field> componentFields{{"id", "text"},
                                         {"name", "text"},
                                         {"status", "text"},
                                         {"created_at", "time"},
                                         {"updated_at", "time"},
                                         {"position", "int"},
                                         {"description", "text", true},
                                         {"showcase", "bool"},
                                         {"start_date", "date", true},
                                         {"group_id", "text", true},
                                         {"page_id", "text"},
                                         {"group", "bool"},
                                         {"only_show_if_degraded", "bool"}};
const std::vector<Field> affectedFields{
    {"code", "text"}, {"name", "text"}, {"old_status", "text"}, {"new_status", "text"}};
const std::vector<Field> updateFields{{"id", "text"},
                                      {"status", "text"},
                                      {"body", "text"},
                                      {"incident_id", "text"},
                                      {"created_at", "time"},
                                      {"updated_at", "time"},
                                      {"display_at", "time"},
                                      {"affected_components", "affected", true},
                                      {"deliver_notifications", "bool"},
                                      {"custom_tweet", "text", true},
                                      {"tweet_id", "int", true}};
const std::vector<Field> incidentFields{{"id", "text"},
                                        {"name", "text"},
                                        {"status", "text"},
                                        {"created_at", "time"},
                                        {"updated_at", "time"},
                                        {"monitoring_at", "time", true},
                                        {"resolved_at", "time", true},
                                        {"impact", "text"},
                                        {"shortlink", "text"},
                                        {"started_at", "time"},
                                        {"page_id", "text"},
                                        {"incident_updates", "update"},
                                        {"components", "component"}};

QString faultOf(const QJsonObject &object, const std::vector<Field> &fields);

QString faultOf(const QJsonValue &value, const Field &field)
{
    static const QRegularExpression time(uR"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$)"_s);
    static const QRegularExpression date(uR"(^\d{4}-\d\d-\d\d$)"_s);
    const QByteArray type = field.type;
    if (value.isNull())
        return field.nullable ? QString() : u"null"_s;
    if (type == "text")
        return value.isString() ? QString() : u"no text"_s;
    if (type == "int")
        return value.isDouble() && value.toInteger(-1) >= 0 ? QString() : u"no count"_s;
    if (type == "bool")
        return value.isBool() ? QString() : u"no bool"_s;
    if (type == "time")
        return time.match(value.toString()).hasMatch() ? QString() : u"no time"_s;
    if (type == "date")
        return date.match(value.toString()).hasMatch() ? QString() : u"no date"_s;
    if (!value.isArray())
        return u"no list"_s;
    for (const QJsonValue &entry : value.toArray()) {
        const auto &fields = type == "update"     ? updateFields
                             : type == "affected" ? affectedFields
                                                  : componentFields;
        if (const QString fault = faultOf(entry.toObject(), fields); !fault.isEmpty())
            return fault;
    }
    return {};
}

QString faultOf(const QJsonObject &object, const std::vector<Field> &fields)
{
    for (const Field &field : fields) {
        const QString name = QString::fromLatin1(field.name);
        if (!object.contains(name))
            return name + u" is missing"_s;
        if (const QString fault = faultOf(object[name], field); !fault.isEmpty())
            return name + u": "_s + fault;
    }
    return qsizetype(fields.size()) == object.size() ? QString() : u"unknown fields"_s;
}

QString faultOfThread(const QJsonObject &thread, bool maintenance)
{
    auto fields = incidentFields;
    if (maintenance) {
        fields.push_back({"scheduled_for", "time"});
        fields.push_back({"scheduled_until", "time"});
    }
    return faultOf(thread, fields);
}

QJsonObject fileOf(const Edition &edition, const QString &path)
{
    for (const auto &file : staticsite::jsonFiles()) {
        if (file.path == path)
            return QJsonDocument::fromJson(file.write(edition)).object();
    }
    return {};
}

QJsonArray listOf(const Edition &edition, const QString &path, const QString &list)
{
    return fileOf(edition, path)[list].toArray();
}

} // namespace

class TestJsonFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allEightHaveTheirMembers_data();
    void allEightHaveTheirMembers();
    void listsHoldWhatBelongsThere();
    void statusFollowsTheWorstComponent_data();
    void statusFollowsTheWorstComponent();
    void timesOfAnIncident();
    void timesOfAMaintenance();
    void updatesAreNewestFirst();
    void affectedComponentsSayBeforeAndAfter();
    void pageIsAsNewAsAnything();
    void longHistoryIsCut();
    void emptyPage();
    void retiredComponentsStayInTheirIncidents();
};

void TestJsonFiles::allEightHaveTheirMembers_data()
{
    QTest::addColumn<QStringList>("members");
    QTest::newRow("components") << QStringList{u"components"_s, u"page"_s};
    QTest::newRow("incidents") << QStringList{u"incidents"_s, u"page"_s};
    QTest::newRow("incidents/unresolved") << QStringList{u"incidents"_s, u"page"_s};
    QTest::newRow("scheduled-maintenances") << QStringList{u"page"_s, u"scheduled_maintenances"_s};
    QTest::newRow("scheduled-maintenances/active")
        << QStringList{u"page"_s, u"scheduled_maintenances"_s};
    QTest::newRow("scheduled-maintenances/upcoming")
        << QStringList{u"page"_s, u"scheduled_maintenances"_s};
    QTest::newRow("status") << QStringList{u"page"_s, u"status"_s};
    QTest::newRow("summary") << QStringList{u"components"_s, u"incidents"_s, u"page"_s,
                                            u"scheduled_maintenances"_s, u"status"_s};
}

void TestJsonFiles::allEightHaveTheirMembers()
{
    QFETCH(const QStringList, members);
    QCOMPARE(staticsite::jsonFiles().size(), size_t(8));
    QCOMPARE(staticsite::jsonFiles().back().path, u"api/v2/summary.json"_s);

    publish::Page page = samplePage();
    page.threads.push_back(plannedMaintenance());
    page.threads.back().key = sampleId(310);
    page.threads.back().status = PublicStatus::InProgress;
    const Edition edition(page, sampleNow());
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const QJsonObject file = fileOf(edition, u"api/v2/%1.json"_s.arg(name));
    QCOMPARE(file.keys(), members);
    QCOMPARE(faultOf(file[u"page"_s].toObject(), pageFields), QString());
    if (file.contains(u"status"_s))
        QCOMPARE(faultOf(file[u"status"_s].toObject(), statusFields), QString());
    for (const QJsonValue &component : file[u"components"_s].toArray())
        QCOMPARE(faultOf(component.toObject(), componentFields), QString());
    for (const QString &list : {u"incidents"_s, u"scheduled_maintenances"_s}) {
        QVERIFY(!file.contains(list) || !file[list].toArray().isEmpty());
        for (const QJsonValue &thread : file[list].toArray())
            QCOMPARE(faultOfThread(thread.toObject(), list != "incidents"_L1), QString());
    }
}

void TestJsonFiles::listsHoldWhatBelongsThere()
{
    publish::Page page = samplePage();
    page.threads.push_back(plannedMaintenance());
    page.threads.back().key = sampleId(310);
    page.threads.back().status = PublicStatus::Verifying;
    const Edition edition(page, sampleNow());
    const auto ids = [&](const QString &path, const QString &list) {
        QStringList found;
        for (const QJsonValue &thread : listOf(edition, path, list))
            found.append(thread[u"id"_s].toString());
        return found;
    };
    const QString work = u"scheduled_maintenances"_s;
    QCOMPARE(ids(u"api/v2/incidents.json"_s, u"incidents"_s),
             (QStringList{sampleId(100), sampleId(200), sampleId(500)}));
    QCOMPARE(ids(u"api/v2/incidents/unresolved.json"_s, u"incidents"_s),
             QStringList{sampleId(100)});
    QCOMPARE(ids(u"api/v2/scheduled-maintenances.json"_s, work).size(), 3);
    QCOMPARE(ids(u"api/v2/scheduled-maintenances/active.json"_s, work), QStringList{sampleId(310)});
    QCOMPARE(ids(u"api/v2/scheduled-maintenances/upcoming.json"_s, work),
             QStringList{sampleId(300)});
    QCOMPARE(ids(u"api/v2/summary.json"_s, u"incidents"_s), QStringList{sampleId(100)});
    QCOMPARE(ids(u"api/v2/summary.json"_s, work).size(), 2);
}

void TestJsonFiles::statusFollowsTheWorstComponent_data()
{
    QTest::addColumn<ComponentState>("state");
    QTest::addColumn<QString>("indicator");
    QTest::addColumn<QString>("description");
    QTest::newRow("up") << ComponentState::Operational << u"none"_s << u"All Systems Operational"_s;
    QTest::newRow("work") << ComponentState::Maintenance << u"maintenance"_s
                          << u"Service Under Maintenance"_s;
    QTest::newRow("slow") << ComponentState::Degraded << u"minor"_s
                          << u"Partially Degraded Service"_s;
    QTest::newRow("partly") << ComponentState::PartialOutage << u"major"_s
                            << u"Partial System Outage"_s;
    QTest::newRow("down") << ComponentState::MajorOutage << u"critical"_s
                          << u"Major System Outage"_s;
}

void TestJsonFiles::statusFollowsTheWorstComponent()
{
    QFETCH(const ComponentState, state);
    QFETCH(const QString, indicator);
    QFETCH(const QString, description);
    publish::Page page = samplePage();
    page.threads[2].components = {{u"Images"_s, state}};
    const Edition edition(page, sampleNow());
    const QJsonObject status = fileOf(edition, u"api/v2/status.json"_s)[u"status"_s].toObject();
    QCOMPARE(status[u"indicator"_s].toString(), indicator);
    QCOMPARE(status[u"description"_s].toString(), description);
    const QJsonArray components = listOf(edition, u"api/v2/components.json"_s, u"components"_s);
    QCOMPARE(components[1][u"name"_s].toString(), u"Images"_s);
    QCOMPARE(components[1][u"status"_s].toString(), base::toName(state));
    QCOMPARE(components[1][u"position"_s].toInt(), 2);
}

void TestJsonFiles::timesOfAnIncident()
{
    const Edition edition(samplePage(), sampleNow());
    const QJsonArray incidents = listOf(edition, u"api/v2/incidents.json"_s, u"incidents"_s);
    const QJsonObject running = incidents[0].toObject();
    QCOMPARE(running[u"started_at"_s].toString(), u"2026-11-22T16:08:30.000Z"_s);
    QCOMPARE(running[u"created_at"_s].toString(), u"2026-11-22T16:14:00.000Z"_s);
    QCOMPARE(running[u"updated_at"_s].toString(), u"2026-11-22T16:25:00.000Z"_s);
    QVERIFY(running[u"resolved_at"_s].isNull());
    QVERIFY(running[u"monitoring_at"_s].isNull());
    QCOMPARE(running[u"shortlink"_s].toString(),
             u"https://status.example.org/incidents/"
             "2026-11-22-images-are-not-loading-00000100.html"_s);
    QCOMPARE(running[u"impact"_s].toString(), u"major"_s);
    const QJsonObject resolved = incidents[1].toObject();
    QCOMPARE(resolved[u"started_at"_s].toString(), u"2026-11-12T13:45:00.000Z"_s);
    QCOMPARE(resolved[u"resolved_at"_s].toString(), u"2026-11-12T14:21:00.000Z"_s);
    // Its beginning is not known: it is given by the middle of its end, never by 1970.
    QVERIFY(incidents[2][u"started_at"_s].toString() > u"2026-09"_s);
}

void TestJsonFiles::timesOfAMaintenance()
{
    const Edition edition(samplePage(), sampleNow());
    const QJsonArray work =
        listOf(edition, u"api/v2/scheduled-maintenances.json"_s, u"scheduled_maintenances"_s);
    QCOMPARE(work[0][u"scheduled_for"_s].toString(), u"2026-11-24T01:00:00.000Z"_s);
    QCOMPARE(work[0][u"scheduled_until"_s].toString(), u"2026-11-24T02:00:00.000Z"_s);
    QCOMPARE(work[1][u"scheduled_until"_s].toString(), u"2026-10-20T04:30:00.000Z"_s);
    QCOMPARE(work[1][u"status"_s].toString(), u"completed"_s);
    QCOMPARE(work[1][u"resolved_at"_s].toString(), u"2026-10-20T04:26:00.000Z"_s);
}

void TestJsonFiles::updatesAreNewestFirst()
{
    const Edition edition(samplePage(), sampleNow());
    const QJsonArray updates =
        listOf(edition, u"api/v2/incidents.json"_s, u"incidents"_s)[0][u"incident_updates"_s]
            .toArray();
    QCOMPARE(updates.size(), 2);
    QCOMPARE(updates[0][u"status"_s].toString(), u"identified"_s);
    // An edit keeps the id and the time of publication, and moves the time of the change.
    QCOMPARE(updates[1][u"id"_s].toString(), sampleId(101));
    QCOMPARE(updates[1][u"display_at"_s].toString(), u"2026-11-22T16:14:00.000Z"_s);
    QCOMPARE(updates[1][u"updated_at"_s].toString(), u"2026-11-22T16:16:00.000Z"_s);
}

void TestJsonFiles::affectedComponentsSayBeforeAndAfter()
{
    publish::Page page = samplePage();
    publish::Thread &thread = page.threads[2];
    addUpdate(thread,
              sampleUpdate(104, 3, PublicStatus::Resolved, thread.title, u"Back."_s,
                           utc("2026-11-22T16:29:00Z")),
              {{u"Images"_s, ComponentState::Operational}});
    const Edition edition(page, sampleNow());
    const QJsonArray updates =
        listOf(edition, u"api/v2/incidents.json"_s, u"incidents"_s)[0][u"incident_updates"_s]
            .toArray();
    const auto change = [&](int index) {
        const QJsonValue affected = updates[index][u"affected_components"_s][0];
        return affected[u"old_status"_s].toString() + u'>' + affected[u"new_status"_s].toString();
    };
    QCOMPARE(change(2), u"operational>partial_outage"_s);
    QCOMPARE(change(1), u"partial_outage>partial_outage"_s);
    QCOMPARE(change(0), u"partial_outage>operational"_s);
    QCOMPARE(updates[0][u"affected_components"_s][0][u"code"_s].toString(),
             publish::componentId(u"Images"_s));
}

void TestJsonFiles::pageIsAsNewAsAnything()
{
    const Edition edition(samplePage(), sampleNow());
    static const QRegularExpression time(uR"re("[a-z]+_at":"([^"]+)")re"_s);
    for (const auto &file : staticsite::jsonFiles()) {
        const QByteArray json = file.write(edition);
        const QString newest = QJsonDocument::fromJson(json)[u"page"_s][u"updated_at"_s].toString();
        auto matches = time.globalMatch(QString::fromUtf8(json));
        while (matches.hasNext()) {
            const auto match = matches.next();
            if (!match.captured().startsWith("\"started_at"_L1))
                QVERIFY2(match.captured(1) <= newest, qPrintable(match.captured()));
        }
    }
}

void TestJsonFiles::longHistoryIsCut()
{
    publish::Page page = samplePage();
    for (int i = 0; i < 80; ++i) {
        publish::Thread thread = resolvedOutage();
        thread.key = sampleId(1000 + i);
        thread.started = RoughInstant::exact(utc("2026-01-01T00:00:00Z") + 24h * i);
        page.threads.push_back(thread);
    }
    const Edition edition(page, sampleNow());
    const QJsonArray incidents = listOf(edition, u"api/v2/incidents.json"_s, u"incidents"_s);
    QCOMPARE(incidents.size(), 50);
    QCOMPARE(incidents[0][u"id"_s].toString(), sampleId(100));
}

void TestJsonFiles::emptyPage()
{
    publish::Page page;
    page.id = u"p"_s;
    page.since = utc("2026-11-22T00:00:00Z");
    const Edition edition(page, sampleNow());
    const QJsonObject summary = fileOf(edition, u"api/v2/summary.json"_s);
    QCOMPARE(faultOf(summary[u"page"_s].toObject(), pageFields), QString());
    QCOMPARE(summary[u"page"_s][u"time_zone"_s].toString(), u"UTC"_s);
    QVERIFY(summary[u"incidents"_s].isArray());
    QCOMPARE(summary[u"status"_s][u"indicator"_s].toString(), u"none"_s);
}

void TestJsonFiles::retiredComponentsStayInTheirIncidents()
{
    publish::Page page = samplePage();
    page.components = {{u"Images"_s, {}, {}}};
    const Edition edition(page, sampleNow());
    const QJsonArray incidents = listOf(edition, u"api/v2/incidents.json"_s, u"incidents"_s);
    const QJsonArray components = incidents[1][u"components"_s].toArray();
    QCOMPARE(components.size(), 2);
    QCOMPARE(components[0][u"name"_s].toString(), u"Shop"_s);
    QCOMPARE(faultOf(components[0].toObject(), componentFields), QString());
}

QTEST_GUILESS_MAIN(TestJsonFiles)
#include "tst_jsonfiles.moc"
