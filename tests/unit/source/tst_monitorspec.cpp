// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/address.h"
#include "source/monitorspec.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using source::Kind;
using source::MonitorSpec;

class TestMonitorSpec : public QObject
{
    Q_OBJECT

private slots:
    void addresses_data();
    void addresses();
    void nonsense_data();
    void nonsense();
    void linkLocal_data();
    void linkLocal();
    void jsonRoundTrip();
    void jsonOfTheUsualIsShort();
    void wrongJson_data();
    void wrongJson();
    void validates_data();
    void validates();
    void rules();
};

void TestMonitorSpec::addresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *typed, const char *address, const char *name) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(address)
                             << QString::fromUtf8(name);
    };
    row("example.org", "https://example.org/", "example.org");
    row("  example.org\n", "https://example.org/", "example.org");
    row("Example.ORG.", "https://example.org./", "example.org.");
    row("example.org/health", "https://example.org/health", "example.org/health");
    row("example.org?x=1", "https://example.org/?x=1", "example.org");
    row("https://x/y", "https://x/y", "x/y");
    row("https://x/y?key=secret#part", "https://x/y?key=secret", "x/y");
    row("http://x", "http://x/", "x");
    row("https://x:443/", "https://x:443/", "x");
    row("http://x:443/", "http://x:443/", "x:443");
    row("HTTPS://X/", "https://x/", "x");
    row("db:5432", "tcp://db:5432", "db:5432");
    row("tcp://db:5432", "tcp://db:5432", "db:5432");
    row("tcp://db:5432/", "tcp://db:5432", "db:5432");
    row("tls://mail:465", "tls://mail:465", "mail:465");
    row("tls://mail", "tls://mail:443", "mail:443");
    row("localhost:8080", "http://localhost:8080/", "localhost:8080");
    row("localhost:80", "http://localhost:80/", "localhost");
    row("localhost:8443", "https://localhost:8443/", "localhost:8443");
    row("localhost:3000/status", "http://localhost:3000/status", "localhost:3000/status");
    row("192.0.2.1", "https://192.0.2.1/", "192.0.2.1");
    row("192.0.2.1:22", "tcp://192.0.2.1:22", "192.0.2.1:22");
    row("::1", "https://[::1]/", "[::1]");
    row("[::1]:5432", "tcp://[::1]:5432", "[::1]:5432");
    row("my_host", "https://my_host/", "my_host");
    row("b\u00fccher.de", "https://xn--bcher-kva.de/", "b\u00fccher.de");
}

void TestMonitorSpec::addresses()
{
    QFETCH(QString, typed);
    QFETCH(QString, address);
    const auto spec = source::specFromAddress(typed);
    QVERIFY2(spec, spec ? "" : qPrintable(spec.error().text));
    QCOMPARE(spec->address, address);
    QTEST(spec->name, "name");
    QCOMPARE(spec->kind, address.startsWith(u"http") ? Kind::Http : Kind::Tcp);
    QVERIFY(source::validate(*spec));
    // What was made of it means the same when it is typed again.
    QCOMPARE(source::specFromAddress(spec->address)->address, address);
}

void TestMonitorSpec::nonsense_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("word"); // that the sentence has to hold
    const auto row = [](const char *typed, const char *word) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(word);
    };
    row("", "Type the address");
    row("   ", "Type the address");
    row("the web server", "no spaces");
    row("https://exa mple.org", "no spaces");
    row("!!!", "no address");
    row("http://", "no address");
    row("https:///path", "no address");
    row("http://[::1", "no address");
    row("http://..", "no address");
    row("http://-x.org", "no address");
    row("999.1.1.1", "no address");
    row("http://1.2.3.4.5", "no address");
    row("x:99999", "no address");
    row("x:http", "no address");
    row("javascript:alert(1)", "no address");
    row("mailto:a@example.org", "password");
    row("x:0", "no port 0");
    row("ftp://example.org", "ftp addresses cannot");
    row("file:///etc/passwd", "file addresses cannot");
    row("qrc://x/y", "qrc addresses cannot");
    row("gopher://x", "gopher addresses cannot");
    row("https://me:hunter2@example.org/", "password");
    row("me@example.org", "password");
    row("tcp://db", "Which port");
    row("tcp://db:5432/table", "ends with its port");
    row("169.254.169.254", "link-local");
    row("http://[fe80::1]/", "link-local");
    row("http://[::ffff:169.254.169.254]/", "link-local");
}

void TestMonitorSpec::nonsense()
{
    QFETCH(QString, typed);
    QFETCH(QString, word);
    const auto spec = source::specFromAddress(typed);
    QVERIFY2(!spec, spec ? qPrintable(spec->address) : "");
    QCOMPARE(spec.error().kind, base::ErrorKind::Input);
    QVERIFY2(spec.error().text.contains(word), qPrintable(spec.error().text));
    QVERIFY(!spec.error().text.contains(u"hunter2"));
}

void TestMonitorSpec::linkLocal_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("expected");
    QTest::newRow("v4") << u"169.254.0.1"_s << true;
    QTest::newRow("v4 end") << u"169.254.255.255"_s << true;
    QTest::newRow("v4 before") << u"169.253.255.255"_s << false;
    QTest::newRow("v4 after") << u"169.255.0.0"_s << false;
    QTest::newRow("mapped") << u"::ffff:169.254.1.1"_s << true;
    QTest::newRow("v6") << u"fe80::1"_s << true;
    QTest::newRow("v6 end") << u"febf:ffff::1"_s << true;
    QTest::newRow("v6 after") << u"fec0::1"_s << false;
    QTest::newRow("scoped") << u"fe80::1%eth0"_s << true;
    QTest::newRow("loopback") << u"::1"_s << false;
    QTest::newRow("private") << u"192.168.0.1"_s << false;
}

void TestMonitorSpec::linkLocal()
{
    QFETCH(QString, address);
    QTEST(source::isLinkLocal(QHostAddress(address)), "expected");
}

void TestMonitorSpec::jsonRoundTrip()
{
    MonitorSpec spec;
    spec.id = u"m1"_s;
    spec.name = u"Shop"_s;
    spec.address = u"https://example.org/health"_s;
    spec.component = u"Web shop"_s;
    spec.interval = 30s;
    spec.timeout = 5s;
    spec.expected = {200, 404};
    spec.bodyContains = u"all good \u2713"_s;
    spec.slowMs = 1500.5;
    spec.followRedirects = true;
    spec.family = source::Family::V6;
    spec.caFile = u"/etc/ca.pem"_s;
    spec.allowLinkLocal = true;
    spec.paused = true;
    QCOMPARE(*source::specFromJson(toJson(spec)), spec);

    MonitorSpec host = source::thisMachine();
    host.id = u"m2"_s;
    QVERIFY(source::validate(host));
    QCOMPARE(*source::specFromJson(toJson(host)), host);
    QJsonObject later = toJson(host);
    later[u"added_by_a_later_version"_s] = 1;
    QCOMPARE(*source::specFromJson(later), host);
}

void TestMonitorSpec::jsonOfTheUsualIsShort()
{
    MonitorSpec spec = *source::specFromAddress(u"example.org"_s);
    spec.id = u"m1"_s;
    QCOMPARE(toJson(spec), (QJsonObject{{u"id"_s, u"m1"_s},
                                        {u"name"_s, u"example.org"_s},
                                        {u"kind"_s, u"http"_s},
                                        {u"address"_s, u"https://example.org/"_s}}));
}

void TestMonitorSpec::wrongJson_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("number for text") << u"name"_s << QJsonValue(1);
    QTest::newRow("text for number") << u"interval_ms"_s << QJsonValue(u"20"_s);
    QTest::newRow("unknown kind") << u"kind"_s << QJsonValue(u"icmp"_s);
    QTest::newRow("unknown family") << u"family"_s << QJsonValue(u"ipv5"_s);
    QTest::newRow("null") << u"paused"_s << QJsonValue();
    QTest::newRow("list") << u"slow_ms"_s << QJsonValue(QJsonArray());
}

void TestMonitorSpec::wrongJson()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QJsonObject json = toJson(*source::specFromAddress(u"example.org"_s));
    json[field] = value;
    const auto spec = source::specFromJson(json);
    QVERIFY(!spec);
    QCOMPARE(spec.error().kind, base::ErrorKind::Format);
    QVERIFY(spec.error().text.contains(u"“%1”"_s.arg(field)));
    // Of several monitors it says which one.
    QVERIFY(field == u"name"_s || spec.error().text.contains(u"“example.org”"_s));
}

void TestMonitorSpec::validates_data()
{
    QTest::addColumn<MonitorSpec>("spec");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const char *word, auto change) {
        MonitorSpec spec = *source::specFromAddress(u"example.org"_s);
        change(spec);
        QTest::newRow(name) << spec << QString::fromLatin1(word);
    };
    row("no name", "name", [](MonitorSpec &s) { s.name = u" "_s; });
    row("too often", "interval", [](MonitorSpec &s) { s.interval = 999ms; });
    row("too rarely", "interval", [](MonitorSpec &s) { s.interval = 25h; });
    row("no time", "time limit", [](MonitorSpec &s) { s.timeout = 0ms; });
    row("longer than the interval", "time limit", [](MonitorSpec &s) { s.timeout = 21s; });
    row("slow is nothing", "Slow", [](MonitorSpec &s) { s.slowMs = 0; });
    row("slow is never", "Slow", [](MonitorSpec &s) { s.slowMs = 10000; });
    row("slow is no number", "Slow", [](MonitorSpec &s) { s.slowMs = qQNaN(); });
    row("status too low", "status", [](MonitorSpec &s) { s.expected = {99, 200}; });
    row("status too high", "status", [](MonitorSpec &s) { s.expected = {200, 600}; });
    row("status in disorder", "status", [](MonitorSpec &s) { s.expected = {300, 200}; });
    row("long text", "1,000", [](MonitorSpec &s) { s.bodyContains = QString(1001, u'x'); });
    row("another kind", "kind", [](MonitorSpec &s) { s.kind = Kind::Tcp; });
    row("this machine elsewhere", "no address", [](MonitorSpec &s) { s.kind = Kind::Host; });
    row("no address", "no address", [](MonitorSpec &s) { s.address.clear(); });
}

void TestMonitorSpec::validates()
{
    QFETCH(MonitorSpec, spec);
    QFETCH(QString, word);
    const base::Done usable = source::validate(spec);
    QVERIFY(!usable);
    QVERIFY2(usable.error().text.contains(word), qPrintable(usable.error().text));
    QVERIFY(!source::specFromJson(toJson(spec)));
}

void TestMonitorSpec::rules()
{
    MonitorSpec spec = *source::specFromAddress(u"example.org"_s);
    spec.id = u"m1"_s;
    spec.interval = 10s;
    QCOMPARE(source::defaultRule(spec).monitor, u"m1"_s);
    QCOMPARE(source::defaultRule(spec).step, spec.interval);
    QVERIFY(!source::defaultRule(spec).slow);
    spec.slowMs = 800;
    QCOMPARE(*source::defaultRule(spec).slow, (health::SlowRule{800, 20s}));
}

QTEST_GUILESS_MAIN(TestMonitorSpec)
#include "tst_monitorspec.moc"
