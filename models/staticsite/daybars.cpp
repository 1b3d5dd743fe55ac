// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/daybars.h"

#include "staticsite/frame.h"
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
    case DayState::NotRecorded:
        return {u"bar-unknown"_s, 1};
    case DayState::Maintenance:
        return {u"bar-maintenance"_s, 0.5};
    case DayState::Degraded:
        return {u"bar-degraded"_s, 0.5};
    case DayState::PartialOutage:
        return {u"bar-partial"_s, 0.75};
    case DayState::MajorOutage:
        break;
    }
    return {u"bar-down"_s, 1};
}

QString rect(const QString &name, double x, double from, double length)
{
    return u"<rect class=\"%1\" x=\"%2\" y=\"%3\" width=\"%4\" height=\"%5\"/>"_s.arg(name)
        .arg(x)
        .arg(from)
        .arg(width)
        .arg(length);
}

/// Strokes across an empty bar: nobody looked on that day.
QString hatch(double x)
{
    constexpr double step = 6;
    QString path;
    for (double y = width; y <= height; y += step)
        path += u"M%1 %2l%3-%3"_s.arg(x).arg(y).arg(width);
    return u"<path class=\"bar-unknown\" d=\"%1\"/>"_s.arg(path);
}

/// A quiet bar, and on it from below what the day brought.
QString bar(DayState state, double x)
{
    const Look look = lookOf(state);
    if (state == DayState::NotRecorded)
        return rect(look.name, x, 0.5, height - 1) + hatch(x);
    const double length = height * look.share;
    QString drawn = look.share < 1 ? rect(lookOf(DayState::Quiet).name, x, 0, height) : QString();
    return drawn + rect(look.name, x, height - length, length);
}

} // namespace

Markup dayBars(const std::vector<Day> &days, const Edition &edition, const QString &description)
{
    QString svg =
        u"<svg class=\"bars\" viewBox=\"0 0 %1 %2\" preserveAspectRatio=\"none\" "
        "role=\"img\"%3 aria-label=\"%4\">\n"_s.arg(double(days.size()) * pitch - (pitch - width))
            .arg(height)
            .arg(ownLanguage(edition).html(), Markup::escaped(description).html());
    double x = 0;
    for (const Day &day : days) {
        QString tip =
            u"%1: %2"_s.arg(edition.timesAmongWords().date(day.date), dayWords(day.state));
        for (const QString &title : day.titles)
            tip += u'\n' + title;
        svg += u"<g><title>"_s + Markup::escaped(tip).html() + u"</title>"_s + bar(day.state, x) +
               u"</g>\n"_s;
        x += pitch;
    }
    return Markup::trusted(svg + u"</svg>\n"_s);
}

Markup daySwatch(DayState state)
{
    return Markup::trusted(u"<svg class=\"swatch\" viewBox=\"0 0 %1 %2\" "
                           "preserveAspectRatio=\"none\" aria-hidden=\"true\">%3</svg>"_s.arg(width)
                               .arg(height)
                               .arg(bar(state, 0)));
}

} // namespace staticsite
