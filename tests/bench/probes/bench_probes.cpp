// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/networkclient.h"
#include "source/sourceset.h"
#include "support/realserver.h"
#include "support/waiting.h"

#include <algorithm>
#include <QCoreApplication>
#include <QHash>
#include <QTemporaryDir>
#include <QTextStream>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int probes = 500;
constexpr int monitors = 1000;
constexpr int hanging = 200;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

/// Of this process, ms.
double ownCpu()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval &time) {
        return double(time.tv_sec) * 1000 + double(time.tv_usec) / 1000;
    };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

QByteArray fileContent(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Of the process whose command has this port in it, ms.
double cpuOf(const QByteArray &argument)
{
    for (const QString &process : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs)) {
        const QString folder = u"/proc/"_s + process;
        if (!fileContent(folder + u"/cmdline"_s).contains(argument))
            continue;
        const QList<QByteArray> fields =
            fileContent(folder + u"/stat"_s).split(')').last().split(' ');
        const double ticks = fields.value(12).toDouble() + fields.value(13).toDouble();
        return ticks * 1000 / double(sysconf(_SC_CLK_TCK));
    }
    return 0;
}

/// kB that are in memory.
double resident()
{
    return fileContent(u"/proc/self/statm"_s).split(' ').value(1).toDouble() *
           double(sysconf(_SC_PAGESIZE)) / 1024;
}

source::MonitorSpec specOf(const QString &name, quint16 port)
{
    source::MonitorSpec spec;
    spec.id = name;
    spec.name = name;
    spec.address = u"http://127.0.0.1:%1/metrics"_s.arg(port);
    return spec;
}

void measureProbe(quint16 target, const QString &folder)
{
    const base::SystemClock clock;
    source::Prober prober(clock);
    const auto spec = specOf(u"one"_s, target);
    static_cast<void>(support::waitFor(prober.probe(spec)));
    const double before = ownCpu();
    for (int i = 0; i < probes; ++i)
        static_cast<void>(support::waitFor(prober.probe(spec)));
    const double ours = (ownCpu() - before) / probes;

    support::writeFile(QDir(folder).filePath(u"blackbox.yml"_s),
                       "modules: {http_2xx: {prober: http, timeout: 5s, "
                       "http: {preferred_ip_protocol: ip4}}}\n");
    const quint16 port = support::freePort();
    const QString listen = u"--web.listen-address=127.0.0.1:%1"_s.arg(port);
    support::RealServer blackbox;
    blackbox.start(u"prometheus-blackbox-exporter"_s,
                   {u"--config.file="_s + QDir(folder).filePath(u"blackbox.yml"_s), listen},
                   folder);
    if (!blackbox.isReady(port, "/-/healthy"))
        qFatal("the blackbox exporter does not start: %s", blackbox.log().constData());
    http::NetworkClient http;
    http::Request request;
    request.url =
        QUrl(u"http://127.0.0.1:%1/probe?module=http_2xx&target=%2"_s.arg(port).arg(spec.address));
    static_cast<void>(support::waitFor(http.send(request)));
    const double idle = cpuOf(listen.toLatin1());
    for (int i = 0; i < probes; ++i)
        static_cast<void>(support::waitFor(http.send(request)));
    const double theirs = (cpuOf(listen.toLatin1()) - idle) / probes;
    out() << u"processor time a probe: Watchkeeper %1 ms, blackbox_exporter %2 ms (%3 times)\n"_s
                 .arg(ours, 0, 'f', 3)
                 .arg(theirs, 0, 'f', 3)
                 .arg(theirs / ours, 0, 'f', 2)
          << Qt::flush;
}

/// Many monitors, of which some lead to a server that takes connections and never answers.
void measureCrowd(quint16 target)
{
    QTcpServer silent;
    silent.setMaxPendingConnections(100'000);
    silent.listen(QHostAddress::LocalHost, 0);
    const base::SystemClock clock;
    source::SourceSet set(clock);
    const double before = resident();
    for (int i = 0; i < monitors; ++i) {
        auto spec = specOf(u"m%1"_s.arg(i), i < hanging ? silent.serverPort() : target);
        spec.interval = 10s;
        spec.timeout = 8s;
        if (!set.add(spec))
            qFatal("a monitor cannot be added");
    }
    std::vector<double> late; // of one start against the one before
    QHash<QString, base::InstantMs> started;
    int good = 0;
    int failed = 0;
    const base::InstantMs begin = clock.nowMs();
    QObject::connect(&set, &source::SourceSet::sampled, [&](const source::Reading &reading) {
        if (reading.sample.at - begin < 12s)
            return; // the first look is at once, not on the grid
        const auto before = started.constFind(reading.monitor);
        if (before != started.constEnd()) {
            const auto apart = (reading.sample.at - *before) % std::chrono::milliseconds(10s);
            late.push_back(double(std::min(apart, 10s - apart).count()));
        }
        started[reading.monitor] = reading.sample.at;
        ++(reading.sample.quality == health::Quality::Ok ? good : failed);
    });
    set.start();
    QTest::qWait(45'000);
    const double used = (resident() - before) / monitors;
    const double cpu = ownCpu();
    QTest::qWait(20'000);
    const double share = (ownCpu() - cpu) / 20'000 * 100;
    set.stop();
    std::ranges::sort(late);
    const auto at = [&](double part) {
        return late.empty() ? 0 : late[size_t(double(late.size() - 1) * part)];
    };
    out() << u"%1 monitors at 10 s, %2 of them hanging: %3 good and %4 failed looks; starts off by "
             "p50 %5 ms, p99 %6 ms, most %7 ms; %8 kB a monitor; %9 % of a core\n"_s.arg(monitors)
                 .arg(hanging)
                 .arg(good)
                 .arg(failed)
                 .arg(at(0.5), 0, 'f', 0)
                 .arg(at(0.99), 0, 'f', 0)
                 .arg(at(1), 0, 'f', 0)
                 .arg(used, 0, 'f', 1)
                 .arg(share, 0, 'f', 1)
          << Qt::flush;
}

void measureQuiet(quint16 target)
{
    const base::SystemClock clock;
    source::SourceSet set(clock);
    for (int i = 0; i < 50; ++i) {
        auto spec = specOf(u"q%1"_s.arg(i), target);
        spec.interval = 5s;
        spec.timeout = 4s;
        if (!set.add(spec))
            qFatal("a monitor cannot be added");
    }
    set.start();
    QTest::qWait(6'000);
    const double before = ownCpu();
    QTest::qWait(30'000);
    out() << u"50 monitors at 5 s, without a window: %1 % of a core\n"_s.arg(
                 (ownCpu() - before) / 30'000 * 100, 0, 'f', 2)
          << Qt::flush;
}

} // namespace

/// Prints what probes cost, how punctual many of them are, and what a monitor needs.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const quint16 port = support::freePort();
    support::RealServer exporter;
    exporter.startNodeExporter(port, folder.path());
    if (!exporter.isReady(port, "/metrics"))
        qFatal("the target does not start: %s", exporter.log().constData());
    measureProbe(port, folder.path());
    measureQuiet(port);
    measureCrowd(port);
    return 0;
}
