// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/say.h"

#include "wording/postfields.h"
#include "wording/template.h"

namespace wording {

using incident::Facts;
using incident::PublicStatus;
using incident::State;
using namespace Qt::StringLiterals;

namespace {

QString maintenanceTemplate(State state)
{
    switch (state) {
    case State::InProgress:
        return u"in_progress"_s;
    case State::AfterEffects:
        return u"after_effects"_s;
    case State::Verifying:
        return u"verifying"_s;
    case State::Completed:
    case State::Closed:
        return u"completed"_s;
    case State::Cancelled:
        return u"cancelled"_s;
    default:
        return u"planned"_s;
    }
}

const Template &inForce(const QString &name, const Style &style)
{
    return style.templates ? style.templates->get(name) : Template::builtIn(name);
}

/// The phases after the first, each from the template of its own.
QString laterPhases(const Facts &facts, base::Instant now, const Style &style)
{
    QStringList phases;
    for (std::size_t i = 1; i < facts.planned.size(); ++i) {
        Facts phase = facts;
        phase.planned = {facts.planned[i]};
        phase.effect = facts.planned[i].effect;
        phases += inForce(u"later_phase"_s, style).body(postFields(phase, now, {}, style.voice));
    }
    return phases.join(u' ');
}

} // namespace

std::optional<Prediction> lastPrediction(const incident::Incident &incident)
{
    for (auto post = incident.posts.rbegin(); post != incident.posts.rend(); ++post) {
        if (!post->seen.empty() && post->estimate.isKnown())
            return Prediction{post->estimate, post->written};
    }
    return std::nullopt;
}

PostText say(const Facts &facts, base::Instant now, const std::optional<Prediction> &predicted,
             const Style &style)
{
    const QString name = templateNameFor(facts);
    PostText text = sayWith(inForce(name, style), facts, now, predicted, style);
    if (!text.title.isEmpty() && !text.body.isEmpty())
        return text;
    // A template that says nothing keeps nobody from publishing.
    const PostText usual = sayWith(Template::builtIn(name), facts, now, predicted, style);
    if (text.title.isEmpty())
        text.title = usual.title;
    if (text.body.isEmpty())
        text.body = usual.body;
    return text;
}

PostText sayWith(const Template &text, const Facts &facts, base::Instant now,
                 const std::optional<Prediction> &predicted, const Style &style)
{
    TemplateFields fields = postFields(facts, now, predicted, style.voice);
    if (const QString phases = laterPhases(facts, now, style); !phases.isEmpty())
        fields.values.insert_or_assign(u"later_phases"_s, FieldValue{phases, {}});
    return {text.title(fields), text.body(fields)};
}

QString templateNameFor(const Facts &facts)
{
    if (facts.kind == incident::Kind::Maintenance)
        return maintenanceTemplate(facts.state);
    if (facts.state == State::Dismissed)
        return u"dismissed"_s;
    const bool over =
        facts.status == PublicStatus::Monitoring || facts.status == PublicStatus::Resolved;
    if (over && facts.updatesBefore == 0)
        return u"retrospective"_s;
    switch (facts.status) {
    case PublicStatus::Monitoring:
        return u"monitoring"_s;
    case PublicStatus::Resolved:
        return u"all_clear"_s;
    case PublicStatus::Identified:
        return u"identified"_s;
    default:
        return facts.updatesBefore == 0 ? u"first_post"_s : u"update"_s;
    }
}

} // namespace wording
