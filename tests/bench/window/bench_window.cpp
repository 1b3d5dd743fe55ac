// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/window.h"
#include "support/realserver.h"
#include "ui/health/monitorcard.h"

#include <algorithm>
#include <cmath>
#include <QApplication>
#include <QTemporaryDir>
#include <QTextStream>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

/// What one clock of this process has counted, ms.
double counted(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) * 1000 + double(time.tv_nsec) / 1'000'000;
}

/// Times each event on its way to whoever handles it, by the processor time of the thread: the
/// clock on the wall would say what else the machine does.
class TimedApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        const QByteArray name = receiver->metaObject()->className();
        const auto type = event->type();
        ++m_depth;
        const double before = counted(CLOCK_THREAD_CPUTIME_ID);
        const bool taken = QApplication::notify(receiver, event);
        const double took = counted(CLOCK_THREAD_CPUTIME_ID) - before;
        --m_depth;
        ++m_count;
        if (took > m_longest) {
            m_longest = took;
            m_name = name + ", event " + QByteArray::number(type);
        }
        return taken;
    }

    void forget()
    {
        m_longest = 0;
        m_count = 0;
    }
    [[nodiscard]] QString longest() const
    {
        return u"%1 events, the longest %2 ms (%3)"_s.arg(m_count)
            .arg(m_longest, 0, 'f', 1)
            .arg(QString::fromLatin1(m_name));
    }

private:
    int m_depth = 0;
    qint64 m_count = 0;
    double m_longest = 0;
    QByteArray m_name;
};

/// The program with so many monitors, of which each looks at the same loopback server.
class Desk
{
public:
    Desk(TimedApplication &application, int monitors, std::chrono::milliseconds interval,
         quint16 target)
        : m_application(application)
    {
        auto place = app::Workplace::open(m_folder.path());
        if (!place)
            qFatal("%s", qUtf8Printable(place.error().text));
        m_window = std::make_unique<app::Window>(std::move(*place), application);
        m_window->window().resize(1920, 1080);
        m_window->show();
        for (int i = 0; i < monitors; ++i)
            add(i, interval, target);
    }

    [[nodiscard]] ui::MainWindow &window() { return m_window->window(); }

    [[nodiscard]] int chartsInSight()
    {
        const auto cards = window().findChildren<ui::MonitorCard *>();
        return int(std::ranges::count_if(
            cards, [](auto *card) { return !card->visibleRegion().isEmpty(); }));
    }

    /// Share of a core over some time, as percent.
    double watch(int ms)
    {
        m_application.forget();
        const double before = counted(CLOCK_PROCESS_CPUTIME_ID);
        QTest::qWait(ms);
        return (counted(CLOCK_PROCESS_CPUTIME_ID) - before) / ms * 100;
    }

private:
    void add(int number, std::chrono::milliseconds interval, quint16 target)
    {
        workflow::Watch &watch = m_window->place().watch();
        source::MonitorSpec spec;
        spec.id = u"m%1"_s.arg(number);
        spec.name = u"Service %1"_s.arg(number);
        spec.address = u"http://127.0.0.1:%1/metrics"_s.arg(target);
        spec.interval = interval;
        spec.timeout = std::min<std::chrono::milliseconds>(interval, 900ms);
        if (const base::Done done = watch.add(spec); !done)
            qFatal("%s", qUtf8Printable(done.error().text));
        // A day behind it, as if the program had run since yesterday.
        const base::InstantMs now = m_window->place().clock().nowMs();
        std::vector<health::Sample> past;
        for (base::InstantMs at = now - 24h; at < now; at += interval)
            past.push_back({at, health::Quality::Ok, 80 + 40 * std::sin(double(past.size()) / 50)});
        for (const QString &series : watch.seriesOf(spec.id))
            watch.bringBack(series, past);
    }

    TimedApplication &m_application;
    QTemporaryDir m_folder;
    std::unique_ptr<app::Window> m_window;
};

void measureWall(TimedApplication &application, quint16 target)
{
    Desk desk(application, 60, 1s, target);
    desk.window().showWall();
    QTest::qWait(5'000);
    const int charts = desk.chartsInSight();
    const double wall = desk.watch(30'000);
    out() << u"wall, %1 charts in sight, a sample a second each, probes included: %2 % of a core; "
             "%3\n"_s.arg(charts)
                 .arg(wall, 0, 'f', 1)
                 .arg(application.longest())
          << Qt::flush;
    desk.window().showNow();
    QTest::qWait(3'000);
    const double console = desk.watch(20'000);
    out() << u"console over the same monitors: %1 % of a core; %2\n"_s.arg(console, 0, 'f', 1)
                 .arg(application.longest())
          << Qt::flush;
}

void measureHidden(TimedApplication &application, quint16 target)
{
    Desk desk(application, 50, 5s, target);
    QTest::qWait(3'000);
    desk.window().hide();
    QTest::qWait(3'000);
    const double share = desk.watch(30'000);
    out() << u"hidden, 50 monitors at 5 s: %1 % of a core; %2\n"_s.arg(share, 0, 'f', 2)
                 .arg(application.longest())
          << Qt::flush;
}

} // namespace

/// Prints what the running window costs, and its longest event.
int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    TimedApplication application(argc, argv);
    application.setQuitOnLastWindowClosed(false);
    const QTemporaryDir folder;
    const quint16 port = support::freePort();
    support::RealServer exporter;
    exporter.startNodeExporter(port, folder.path());
    if (!exporter.isReady(port, "/metrics"))
        qFatal("the target does not start: %s", exporter.log().constData());
    measureWall(application, port);
    measureHidden(application, port);
    return 0;
}
