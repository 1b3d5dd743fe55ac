// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/window/window.h"
#include "timedapplication.h"
#include "ui/health/monitorcard.h"

#include <cmath>
#include <QTemporaryDir>
#include <QTest>

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
        using namespace std::chrono_literals;
        workflow::Watch &watch = m_window->place().watch();
        source::MonitorSpec spec;
        spec.id = QStringLiteral("m%1").arg(number);
        spec.name = QStringLiteral("Service %1").arg(number);
        spec.address = QStringLiteral("http://127.0.0.1:%1/metrics").arg(target);
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
