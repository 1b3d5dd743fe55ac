// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/daybars.h"

#include "staticsite/sitewords.h"

namespace staticsite {

using namespace Qt::StringLiterals;

namespace {

constexpr double pitch = 5;
constexpr double width = 3.6;
constexpr double height = 30;

struct Look
{
    QString name;
    double share; ///< of the height
};

Look lookOf(DayState state)
{
    switch (state) {
    case DayState::Quiet:
        return {u"bar-quiet"_s, 1};
    case DayState::Maintenance:
        return {u"bar-maintenance"_s, 0.5};
    case DayState::Degraded:
        return {u"bar-degraded"_s, 0.5};
    case DayState::PartialOutage:
        return {u"bar-partial"_s, 0.75};
    default:
        return {u"bar-down"_s, 1};
    }
}

QString rect(const QString &fill, double x, double length, double wide = width)
{
    return u"<rect %1 x=\"%2\" y=\"%3\" width=\"%4\" height=\"%5\"/>"_s.arg(fill)
        .arg(x)
        .arg(height - length)
        .arg(wide)
        .arg(length);
}

QString ofClass(const QString &name)
{
    return u"class=\"%1\""_s.arg(name);
}

QString hatching(const QString &id)
{
    return u"<pattern id=\"%1\" width=\"3\" height=\"3\" patternUnits=\"userSpaceOnUse\" "
           "patternTransform=\"rotate(45)\"><path class=\"hatch\" d=\"M0 0v3\"/></pattern>"_s.arg(
               id);
}

/// A quiet bar, and on it from below what the day brought. Hatching has no gaps.
QString bar(DayState state, double x, const QString &hatchId)
{
    if (state == DayState::NotRecorded)
        return rect(u"fill=\"url(#%1)\""_s.arg(hatchId), x, height, pitch);
    const Look look = lookOf(state);
    const QString whole = rect(ofClass(lookOf(DayState::Quiet).name), x, height);
    const QString part = rect(ofClass(look.name), x, height * look.share);
    return look.share < 1 ? whole + part : part;
}

QString tipFor(const Day &day, const Times &times)
{
    QString tip = u"%1: %2"_s.arg(times.date(day.date), dayWords(day.state));
    for (const QString &title : day.titles)
        tip += u'\n' + title;
    return Markup::escaped(tip).html();
}

} // namespace

Markup dayBars(const std::vector<Day> &days, const Times &times, const BarsLabel &label)
{
    QString svg =
        u"<svg class=\"bars\" viewBox=\"0 0 %1 %2\" preserveAspectRatio=\"none\" "
        "role=\"img\" aria-label=\"%3\">\n%4\n"_s.arg(double(days.size()) * pitch - (pitch - width))
            .arg(height)
            .arg(Markup::escaped(label.description).html(), hatching(label.id));
    double x = 0;
    for (const Day &day : days) {
        svg +=
            u"<g><title>%1</title>%2</g>\n"_s.arg(tipFor(day, times), bar(day.state, x, label.id));
        x += pitch;
    }
    return Markup::trusted(svg + u"</svg>\n"_s);
}

Markup daySwatch(DayState state)
{
    const QString id = u"hatch-legend"_s;
    const bool hatched = state == DayState::NotRecorded;
    return Markup::trusted(u"<svg class=\"swatch\" viewBox=\"0 0 %1 %2\" "
                           "preserveAspectRatio=\"none\" aria-hidden=\"true\">%3</svg>"_s.arg(width)
                               .arg(height)
                               .arg((hatched ? hatching(id) : QString()) + bar(state, 0, id)));
}

} // namespace staticsite
