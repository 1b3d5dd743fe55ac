// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/frame.h"

#include "staticsite/resource.h"
#include "timing/zone.h"

#include <QCoreApplication>

namespace staticsite {

using namespace Qt::StringLiterals;
using publish::ComponentState;
using publish::Thread;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StatusSite)
};

ValueList linksOf(Section section)
{
    const auto link = [&](Section target, const QString &href, const QString &label) {
        return Value(
            ValueMap{{u"href"_s, href}, {u"label"_s, label}, {u"current"_s, section == target}});
    };
    return {link(Section::Now, u"index.html"_s, Words::tr("Now")),
            link(Section::Maintenance, u"maintenance/index.html"_s, Words::tr("Maintenance")),
            link(Section::History, u"history/index.html"_s, Words::tr("History"))};
}

QString shapeOf(ComponentState state)
{
    switch (state) {
    case ComponentState::Operational:
        return u"<circle cx=\"8\" cy=\"8\" r=\"7\"/>"_s;
    case ComponentState::Maintenance:
        return u"<rect x=\"1.5\" y=\"1.5\" width=\"13\" height=\"13\" rx=\"1.5\"/>"_s;
    case ComponentState::Degraded:
        return u"<path d=\"M8 0l8 8-8 8-8-8z\"/>"_s;
    case ComponentState::PartialOutage:
    case ComponentState::MajorOutage:
        break;
    }
    return u"<path d=\"M8 1l8 14H0z\"/>"_s;
}

/// Of a thread that runs: the worst that it still does, or else what it is about.
ComponentState stateOf(const Thread &thread)
{
    if (thread.isMaintenance())
        return ComponentState::Maintenance;
    ComponentState worst = ComponentState::Operational;
    for (const publish::ComponentEffect &effect : thread.components)
        worst = std::max(worst, effect.state);
    if (worst != ComponentState::Operational || !thread.components.empty())
        return worst;
    return thread.impact >= publish::Impact::Major ? ComponentState::MajorOutage
                                                   : ComponentState::Degraded;
}

} // namespace

Markup ownLanguage(const Edition &edition)
{
    return edition.speaksItsLanguage() ? Markup() : Markup::trusted(u" lang=\"en\""_s);
}

QByteArray framedPage(const Edition &edition, const Frame &frame, const ValueMap &values)
{
    const publish::Page &page = edition.page();
    const QString title =
        frame.title.isEmpty() ? page.name : u"%1 · %2"_s.arg(frame.title, page.name);
    const Value lang = page.language.isEmpty() ? u"en-GB"_s : page.language;
    const Value own = ownLanguage(edition);
    ValueMap content = values;
    content.insert({{u"lang"_s, lang}, {u"own"_s, own}});
    const ValueMap whole{
        {u"lang"_s, lang},
        {u"own"_s, own},
        {u"title"_s, title},
        {u"root"_s, frame.root},
        {u"siteName"_s, page.name},
        {u"mark"_s, edition.assetMark()},
        {u"logo"_s, page.look.logo.isEmpty() ? QString() : page.look.logoFile},
        {u"links"_s, linksOf(frame.section)},
        {u"content"_s, pageTemplate(frame.templateName).fill(content)},
        {u"footer"_s, bodyMarkup(page.footer)},
        {u"skip"_s, Words::tr("Skip to the content")},
        {u"navigation"_s, Words::tr("Pages")},
        {u"follow"_s, Words::tr("Follow")},
        {u"calendar"_s, Words::tr("Maintenance calendar")},
        {u"zoneNote"_s, Words::tr("Times are those of %1, unless they say otherwise.")
                            .arg(QString::fromUtf8(edition.times().zone().id()))},
        //: beside a time; %1 is the same time in the reader's own zone
        {u"localTime"_s, Words::tr("%1 your time")},
    };
    return pageTemplate(u"page.html"_s).fill(whole).html().toUtf8();
}

QString stateClass(ComponentState state)
{
    switch (state) {
    case ComponentState::Operational:
        return u"state-operational"_s;
    case ComponentState::Maintenance:
        return u"state-maintenance"_s;
    case ComponentState::Degraded:
        return u"state-degraded"_s;
    case ComponentState::PartialOutage:
        return u"state-partial"_s;
    case ComponentState::MajorOutage:
        break;
    }
    return u"state-down"_s;
}

QString stateClass(const Thread &thread)
{
    return thread.isOver() ? u"state-over"_s : stateClass(stateOf(thread));
}

Markup stateIcon(ComponentState state)
{
    return Markup::trusted(
        u"<svg class=\"icon\" viewBox=\"0 0 16 16\" fill=\"currentColor\" aria-hidden=\"true\">"_s +
        shapeOf(state) + u"</svg>"_s);
}

Markup stateIcon(const Thread &thread)
{
    return stateIcon(thread.isOver() && !thread.isMaintenance() ? ComponentState::Operational
                                                                : stateOf(thread));
}

} // namespace staticsite
