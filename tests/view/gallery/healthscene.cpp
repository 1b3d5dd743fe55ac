// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "view/gallery/healthscene.h"

#include "support/manualclock.h"

#include <cmath>
#include <functional>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using health::Quality;
using std::chrono::minutes;
using std::chrono::seconds;
using ui::State;

namespace gallery {

namespace {

constexpr std::chrono::milliseconds step = seconds(20);

const base::Instant &now()
{
    static const base::Instant at = support::utc("2026-11-22T16:22:41Z");
    return at;
}

/// `look` says what a sample is, given the minutes that it lies back and some noise (0..1).
health::Series makeSeries(const QString &id, const QString &unit,
                          const std::function<health::Sample(double, double)> &look)
{
    health::Series series({id, id, unit, step});
    QRandomGenerator random(quint32(qHash(id)));
    const base::InstantMs end = now();
    for (base::InstantMs at = end - std::chrono::hours(25); at <= end; at += step) {
        const double back = std::chrono::duration<double, std::ratio<60>>(end - at).count();
        health::Sample sample = look(back, random.generateDouble());
        sample.at = at;
        series.append(sample);
    }
    return series;
}

health::Sample ok(double value)
{
    return {{}, Quality::Ok, value};
}

health::Sample of(Quality quality)
{
    return {{}, quality, std::numeric_limits<double>::quiet_NaN()};
}

support::FakeHealthModel::Entry images()
{
    support::FakeHealthModel::Entry entry;
    entry.info = {u"images"_s,
                  u"images.example.org"_s,
                  State::Down,
                  u"down 12 min"_s,
                  {},
                  u"response, ms"_s,
                  u"No answer within 10 s."_s,
                  ui::ChartThreshold{2000, u"alert at 2 s"_s}};
    entry.series = makeSeries(u"images"_s, u"ms"_s, [](double back, double noise) {
        if (back < 14.2)
            return of(Quality::Failed);
        if (back > 38 && back < 41.4)
            return of(Quality::NotMeasured);
        const double climb = back < 20 ? std::pow((20 - back) / 6, 2) * 2200 : 0;
        return ok(560 + noise * 140 + 60 * std::sin(back / 2.5) + climb);
    });
    entry.bands = {{now() - minutes(14), std::nullopt, State::Down, u"outage"_s}};
    entry.marks = {{now() - minutes(24), u"deploy 4f2a"_s}};
    return entry;
}

support::FakeHealthModel::Entry plain(const QString &name, State state, const QString &words,
                                      const QString &value, const QString &unit,
                                      const std::function<health::Sample(double, double)> &look)
{
    support::FakeHealthModel::Entry entry;
    entry.info.id = name;
    entry.info.name = name;
    entry.info.state = state;
    entry.info.words = words;
    entry.info.value = value;
    entry.info.quantity = u"response, ms"_s;
    entry.series = makeSeries(name, unit, look);
    return entry;
}

} // namespace

void fillTrouble(support::FakeHealthModel &model)
{
    model.setNow(now());
    model.setZone(QTimeZone("Europe/London"));
    model.set(images());
    model.set(plain(u"www"_s, State::Up, {}, u"212 ms"_s, u"ms"_s, [](double, double noise) {
        return ok(190 + 40 * noise + (noise > 0.985 ? 260 : 0));
    }));
    model.set(plain(u"search"_s, State::Degraded, u"slow"_s, u"1.9 s"_s, u"ms"_s,
                    [](double back, double noise) {
                        return ok(500 + 1400 / (1 + std::exp((back - 25) / 6)) + 90 * noise);
                    }));
    model.set(plain(u"db-1 load"_s, State::Up, {}, u"3.1"_s, {}, [](double back, double noise) {
        return ok(3 + std::sin(back / 9) * 0.6 + noise * 0.3);
    }));
    model.set(plain(u"mail.example.org"_s, State::Down, u"flapping"_s, {}, u"ms"_s,
                    [](double back, double noise) {
                        return back < 30 && noise > 0.6 ? of(Quality::Failed) : ok(90 + 20 * noise);
                    }));
    model.set(plain(u"reports"_s, State::Paused, {}, {}, u"ms"_s, [](double back, double noise) {
        return back < 25 ? of(Quality::Paused) : ok(300 + 50 * noise);
    }));
    model.set(plain(u"backup.example.org"_s, State::NotMeasured, {}, {}, u"ms"_s,
                    [](double back, double noise) {
                        return back < 18 ? of(Quality::NotMeasured) : ok(120 + 30 * noise);
                    }));
    model.set(plain(u"This computer, processor"_s, State::Up, {}, u"18 %"_s, u"%"_s,
                    [](double back, double noise) {
                        return ok(14 + 8 * noise + 10 * std::abs(std::sin(back / 17)));
                    }));
}

void fillWall(support::FakeHealthModel &model)
{
    fillTrouble(model);
    for (int i = int(model.monitors().size()); i < 60; ++i) {
        const double level = 60 + 13 * (i % 17);
        model.set(plain(u"service-%1.example.org"_s.arg(i), State::Up, {},
                        u"%1 ms"_s.arg(int(level)), u"ms"_s, [level](double back, double noise) {
                            return ok(level * (1 + 0.1 * std::sin(back / level * 20)) +
                                      level * 0.3 * noise);
                        }));
    }
}

} // namespace gallery
