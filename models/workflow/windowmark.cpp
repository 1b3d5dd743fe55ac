// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/windowmark.h"

#include "timing/arithmetic.h"
#include "timing/zone.h"

#include <QCoreApplication>
#include <QDateTime>

namespace workflow {

using namespace Qt::StringLiterals;
using incident::Window;
using timing::RoughInstant;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(workflow)
};

/// Whether the two may have a moment in common; what goes on has no end.
bool mayOverlap(const Window &window, const health::MarkedStretch &stretch)
{
    const auto mayBegin = [](const RoughInstant &start, const RoughInstant &end) {
        return !start.isKnown() || !end.isKnown() || timing::canPrecede(start, end);
    };
    return mayBegin(window.start, stretch.end.at) && mayBegin(stretch.start.at, window.end);
}

Window touched(const incident::Incident &incident, const WindowMark &mark)
{
    if (mark.edges != WindowMark::Edges::Both) {
        const Window *known = incident.window(mark.window);
        return known ? *known : Window();
    }
    for (const Window &window : incident.actualWindows()) {
        if (mayOverlap(window, mark.stretch))
            return window;
    }
    Window fresh;
    fresh.effect = mark.effect;
    fresh.felt = incident.felt();
    fresh.components = incident.components();
    return fresh;
}

QString clock(base::InstantMs at, const QTimeZone &zone)
{
    return timing::toLocal(std::chrono::floor<std::chrono::seconds>(at), zone)
        .toString(u"HH:mm:ss"_s);
}

/// "last good 16:08:20, first bad 16:08:40"
QString edgeWords(const health::Edge &edge, const QString &before, const QString &after,
                  const QTimeZone &zone)
{
    QStringList parts;
    if (edge.before)
        parts << before.arg(clock(*edge.before, zone));
    if (edge.after)
        parts << after.arg(clock(*edge.after, zone));
    return parts.join(u", "_s);
}

} // namespace

Window windowFrom(const incident::Incident &incident, const WindowMark &mark, const QTimeZone &zone)
{
    Window window = touched(incident, mark);
    if (mark.edges != WindowMark::Edges::End)
        window.start = mark.stretch.start.at;
    if (mark.edges != WindowMark::Edges::Start)
        window.end = mark.stretch.end.at;
    if (mark.edges == WindowMark::Edges::Both)
        window.inside = window.several = false;
    if (!window.inside && !timing::possible(window.start, window.duration, window.end))
        window.duration = {};
    window.evidence = evidenceOf(mark, zone);
    return window;
}

QString evidenceOf(const WindowMark &mark, const QTimeZone &zone)
{
    QStringList edges;
    if (mark.edges != WindowMark::Edges::End) {
        const bool turn = mark.stretch.start.isTurn;
        edges << edgeWords(mark.stretch.start,
                           turn ? Words::tr("last good %1") : Words::tr("looked at %1"),
                           turn ? Words::tr("first bad %1") : Words::tr("and at %1"), zone);
    }
    if (mark.edges != WindowMark::Edges::Start) {
        const bool turn = mark.stretch.end.isTurn || !mark.stretch.end.at.isKnown();
        edges << edgeWords(mark.stretch.end,
                           turn ? Words::tr("last bad %1") : Words::tr("looked at %1"),
                           turn ? Words::tr("first good %1") : Words::tr("and at %1"), zone);
    }
    edges.removeAll(QString());
    //: %1 is a monitor, %2 says which samples show it
    return Words::tr("marked on the chart of %1: %2").arg(mark.monitor, edges.join(u"; "_s));
}

} // namespace workflow
