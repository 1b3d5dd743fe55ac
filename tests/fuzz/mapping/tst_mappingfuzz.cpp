// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "alertmanager/mapping.h"
#include "alertmanager/matchertext.h"
#include "alertmanager/reply.h"
#include "marks/reflog.h"
#include "prometheus/envelope.h"
#include "prometheus/mapping.h"
#include "provider/feed.h"
#include "source/monitorspec.h"
#include "support/fakehttp.h"
#include "upstream/spec.h"

#include <functional>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// WATCHKEEPER_FUZZ_ROUNDS asks for more.
constexpr int usualRounds = 1500;

/// Whether it was taken; a refusal is in words.
using Target = std::function<bool(const QByteArray &)>;

template <class T>
bool isTaken(const base::Result<T> &result)
{
    if (!result && result.error().text.isEmpty())
        qFatal("refused without a word");
    return result.has_value();
}

template <class Map>
Target overReply(Map map)
{
    return [map](const QByteArray &body) {
        const auto json = alertmanager::openReply(support::json(body));
        return isTaken(json) && isTaken(map(*json));
    };
}

template <class Map>
Target overEnvelope(Map map)
{
    return [map](const QByteArray &body) {
        const auto envelope = prometheus::openEnvelope(support::json(body));
        return isTaken(envelope) && isTaken(map(envelope->data));
    };
}

const QByteArrayList pieces{"null",
                            "true",
                            "0",
                            "-1",
                            "1e999",
                            "9223372036854775808",
                            "\"\"",
                            "[]",
                            "{}",
                            "[[]]",
                            "{\"\":0}",
                            "\"NaN\"",
                            "\"a\\u0000b\"",
                            "\"\\ud800\"",
                            "\"2026-99-99T99:99:99Z\"",
                            "[1,\"2\"]",
                            "\"+Inf\"",
                            ",",
                            "\"",
                            "]",
                            "}"};

/// Values in the place of others, and faults of the kind that a cut cable makes.
QByteArray mutated(QRandomGenerator &random, const QByteArray &seed)
{
    QByteArray text = seed;
    for (int fault = random.bounded(4); fault > 0; --fault) {
        const QByteArray piece = pieces[random.bounded(pieces.size())];
        const auto at = random.bounded(text.size() + 1);
        const auto colon = text.indexOf(':', at);
        const auto end = text.indexOf(',', colon + 1);
        switch (random.bounded(4)) {
        case 0:
            if (colon >= 0 && end > colon)
                text.replace(colon + 1, end - colon - 1, piece);
            break;
        case 1:
            text.insert(at, piece);
            break;
        case 2:
            text.truncate(at);
            break;
        default:
            text.insert(at, char(random.bounded(256)));
        }
    }
    return text;
}

} // namespace

Q_DECLARE_METATYPE(Target)

/// Whatever a server says, we read it or say in words what is wrong with it.
class TestMappingFuzz : public QObject
{
    Q_OBJECT

private slots:
    void holds_data();
    void holds();
    void depthIsNoTrap();
};

void TestMappingFuzz::holds_data()
{
    QTest::addColumn<Target>("target");
    QTest::addColumn<QByteArray>("seed");
    const auto row = [](const char *name, const Target &target, const QByteArray &seed) {
        QTest::newRow(name) << target << seed;
    };
    const QByteArray alert =
        R"({"fingerprint":"a","labels":{"alertname":"x","b":"c"},"annotations":{"summary":"s"},)"
        R"("startsAt":"2026-11-22T16:08:09.123Z","generatorURL":"u","receivers":[{"name":"r"}],)"
        R"("status":{"state":"suppressed","silencedBy":["s"],"inhibitedBy":[],"mutedBy":[]}})";
    row("alerts", overReply(alertmanager::alertsFrom), '[' + alert + ',' + alert + ']');
    row("groups", overReply(alertmanager::groupsFrom),
        R"([{"labels":{"a":"b"},"receiver":{"name":"r"},"alerts":[)" + alert + "]}]");
    row("silences", overReply(alertmanager::silencesFrom),
        R"([{"id":"1","matchers":[{"name":"a","value":"b","isRegex":false,"isEqual":true}],)"
        R"("startsAt":"2026-11-22T16:00:00Z","endsAt":"2026-11-22T17:00:00Z","createdBy":"x",)"
        R"("comment":"c","status":{"state":"active"},"updatedAt":"2026-11-22T16:00:00Z"}])");
    row("silence id", overReply(alertmanager::silenceIdFrom), R"({"silenceID":"1","a":2})");
    row("vector", overEnvelope(prometheus::answerFrom),
        R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{"a":"b"},)"
        R"("value":[1.5,"2"]},{"metric":{},"histogram":[1,{"count":"1","sum":"2"}]}]},)"
        R"("warnings":["w"],"infos":["i"]})");
    row("matrix", overEnvelope(prometheus::answerFrom),
        R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"a":"b"},)"
        R"("values":[[1,"2"],[2.001,"NaN"],[3,"+Inf"]]}]}})");
    row("series", overEnvelope(prometheus::seriesFrom),
        R"({"status":"success","data":[{"__name__":"up","job":"x"},{"a":"b"}]})");
    row("names", overEnvelope(prometheus::namesFrom), R"({"status":"success","data":["a","b"]})");
    row("prometheus alerts", overEnvelope(prometheus::alertsFrom),
        R"({"status":"success","data":{"alerts":[{"labels":{"alertname":"x"},"annotations":{},)"
        R"("state":"firing","activeAt":"2026-11-22T16:08:09Z","value":"0e+00"}]}})");
    row("rules", overEnvelope(prometheus::rulesFrom),
        R"({"status":"success","data":{"groups":[{"name":"g","rules":[{"type":"alerting",)"
        R"("name":"n","query":"up","state":"firing","lastError":"","health":"ok"}]}]}})");
    row(
        "provider",
        [](const QByteArray &body) { return isTaken(provider::statusFrom(support::json(body))); },
        R"({"page":{"name":"p"},"status":{"indicator":"minor","description":"d"},"components":[)"
        R"({"name":"c","status":"operational","group":false}],"incidents":[{"id":"1","name":"n",)"
        R"("status":"identified","impact":"major","created_at":"2026-11-22T16:00:00Z",)"
        R"("incident_updates":[{"body":"b"}],"components":[{"name":"c"}]}],)"
        R"("scheduled_maintenances":[]})");
    row(
        "provider's feed",
        [](const QByteArray &body) {
            const auto answer = support::response(200, "application/atom+xml", body);
            return isTaken(provider::statusFromFeed(answer, base::InstantMs{}));
        },
        R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>t:,</title><entry><id>1</id>)"
        R"(<title>Disks: slow,</title><updated>2026-11-22T16:00:00Z</updated>)"
        R"(<content type="text">Identified - A cable: broken,</content></entry></feed>)");
    row(
        "monitor",
        [](const QByteArray &body) {
            const auto json = QJsonDocument::fromJson(body).object();
            return isTaken(source::specFromJson(json));
        },
        R"({"id":"1","name":"n","kind":"http","address":"http://a.org/","interval_ms":20000,)"
        R"("timeout_ms":10000,"fail_after":2,"fail_out_of":5,"slow_ms":500,"depends_on":"x"})");
    row(
        "server",
        [](const QByteArray &body) {
            const auto json = QJsonDocument::fromJson(body).object();
            return isTaken(upstream::specFromJson(json));
        },
        R"({"id":"1","name":"n","kind":"alertmanager","addresses":["http://a:1","http://b:2"],)"
        R"("component":"c"})");
    row(
        "matchers",
        [](const QByteArray &body) {
            const auto read = alertmanager::matchersFrom(QString::fromUtf8(body));
            return isTaken(read) && alertmanager::matchersFrom(alertmanager::textOf(*read)) == read;
        },
        R"({alertname="Site\"Down", job=~"a|b,c", zone!="", x!~"y"})");
    row(
        "reflog", [](const QByteArray &body) { return !marks::marksFrom(body, u"x"_s).empty(); },
        QByteArray(40, '0') + ' ' + QByteArray(40, 'a') +
            " Sam <s@example.org> 1763827200 +0000\tpull: it, and more\n");
}

void TestMappingFuzz::holds()
{
    QFETCH(Target, target);
    QFETCH(QByteArray, seed);
    QVERIFY(target(seed));
    const int asked = qEnvironmentVariableIntValue("WATCHKEEPER_FUZZ_ROUNDS");
    QRandomGenerator random(20261123);
    int taken = 0;
    int refused = 0;
    for (int round = 0; round < std::max(asked, usualRounds); ++round)
        ++(target(mutated(random, seed)) ? taken : refused);
    // A generator that makes only one of the two would test nothing.
    QVERIFY(taken > usualRounds / 50);
    QVERIFY(refused > usualRounds / 50);
}

void TestMappingFuzz::depthIsNoTrap()
{
    const QByteArray deep(100'000, '[');
    QVERIFY(!alertmanager::openReply(support::json(deep)));
    QVERIFY(!prometheus::openEnvelope(support::json(deep)));
    QVERIFY(!provider::statusFrom(support::json(deep)));
}

QTEST_APPLESS_MAIN(TestMappingFuzz)
#include "tst_mappingfuzz.moc"
