// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/windowbook.h"

#include <algorithm>
#include <utility>

namespace reading {

bool WindowBook::Draft::hasTiming() const
{
    return window.start.isStated() || window.end.isStated() || window.length.isStated() ||
           window.total.isStated();
}

bool WindowBook::hasTiming() const
{
    return std::any_of(m_drafts.begin(), m_drafts.end(),
                       [](const Draft &draft) { return draft.hasTiming(); });
}

Bounds WindowBook::startOfCurrent() const
{
    return m_current < 0 ? Bounds() : m_drafts[size_t(m_current)].window.start;
}

Bounds WindowBook::endOfCurrent() const
{
    return m_current < 0 ? Bounds() : m_drafts[size_t(m_current)].window.end;
}

Length WindowBook::lengthOfCurrent() const
{
    return m_current < 0 ? Length() : m_drafts[size_t(m_current)].length.value_or(Length());
}

void WindowBook::push(const Scene &scene, std::optional<Effect> effect)
{
    m_wantsNew = false;
    if (m_drafts.size() >= maxWindows)
        return;
    Draft draft;
    draft.window.revision = scene.revision;
    if (!effect)
        effect = std::exchange(m_pendingEffect, std::nullopt);
    draft.window.effect = effect.value_or(defaultEffect);
    draft.knowsEffect = effect.has_value();
    m_drafts.push_back(draft);
    m_current = int(m_drafts.size()) - 1;
}

WindowBook::Draft &WindowBook::target(const Scene &scene)
{
    const bool isNew =
        m_wantsNew && !scene.isTitle && m_current >= 0 && m_drafts[size_t(m_current)].hasTiming();
    if (m_current < 0 || isNew) {
        const bool inherits = isNew && m_drafts[size_t(m_current)].knowsEffect;
        push(scene,
             inherits ? std::optional(m_drafts[size_t(m_current)].window.effect) : std::nullopt);
    }
    m_wantsNew = false;
    Draft &draft = m_drafts[scene.isTitle ? 0 : size_t(m_current)];
    if (scene.effect && !draft.knowsEffect) {
        draft.window.effect = *scene.effect;
        draft.knowsEffect = true;
    }
    return draft;
}

bool WindowBook::mayReplace(Stated old, int oldRevision, Stated how, const Scene &scene)
{
    if (old == Stated::No)
        return true;
    if (scene.isTitle)
        return false;
    // A clock time beats relative words, also later ones.
    if (how > old)
        return true;
    return how == old && scene.revision > oldRevision;
}

void WindowBook::phase(const Scene &scene)
{
    const int before = m_current;
    push(scene, scene.effect);
    if (before >= 0 && m_current != before)
        m_drafts[size_t(m_current)].window.after = before;
}

void WindowBook::mention(const Scene &scene)
{
    target(scene);
}

void WindowBook::feel(Effect effect, const Scene &scene)
{
    if (m_current < 0) {
        if (!m_pendingEffect)
            m_pendingEffect = effect;
        return;
    }
    Draft &draft = m_drafts[scene.isTitle ? 0 : size_t(m_current)];
    if (!draft.knowsEffect) {
        draft.window.effect = effect;
        draft.knowsEffect = true;
    }
}

void WindowBook::dropDays()
{
    for (Draft &draft : m_drafts) {
        if (!draft.isInside || draft.startHow != Stated::Day)
            continue;
        draft.window.start = draft.window.end = {};
        draft.isInside = false;
    }
}

void WindowBook::assume(Effect effect)
{
    for (Draft &draft : m_drafts) {
        if (!draft.knowsEffect)
            draft.window.effect = effect;
    }
}

void WindowBook::start(const Bounds &at, Stated how, const Scene &scene)
{
    if (!at.isStated())
        return;
    if (!m_wantsNew && m_current >= 0 && !scene.isTitle && how >= Stated::Relative) {
        // What begins after the end of one window is another one.
        const Draft &draft = m_drafts[size_t(m_current)];
        const bool isLater = draft.endHow >= Stated::Relative && draft.window.end.hi && at.lo &&
                             draft.startHow >= Stated::Relative && *at.lo > *draft.window.end.hi;
        m_wantsNew = isLater;
        // "slow from 14:00, down from 14:25": it got another thing.
        const bool isOther = !isLater && draft.knowsEffect && scene.effect &&
                             *scene.effect != draft.window.effect && !draft.isInside &&
                             draft.startHow == Stated::Clock && how == Stated::Clock &&
                             draft.startRevision == scene.revision && at.lo &&
                             draft.window.start.hi && *at.lo > *draft.window.start.hi;
        // What has no end of its own runs on into the next.
        const bool runsOn = !draft.window.end.isStated() && !draft.window.length.isStated();
        if (isOther && runsOn)
            phase(scene);
        else if (isOther)
            push(scene, scene.effect);
    }
    Draft &draft = target(scene);
    if (!mayReplace(draft.startHow, draft.startRevision, how, scene))
        return;
    if (draft.isInside && how >= Stated::Relative && draft.endHow < Stated::Relative) {
        draft.isInside = false;
        draft.window.end = {};
        draft.endHow = Stated::No;
    }
    draft.window.start = at;
    draft.startHow = how;
    draft.startRevision = scene.revision;
}

void WindowBook::end(Bounds at, Stated how, const Scene &scene)
{
    if (!at.isStated())
        return;
    Draft &draft = target(scene);
    if (!at.lo && at.hi) {
        // "by T": since the last instant that was told before it.
        if (scene.lastTime && *scene.lastTime < *at.hi)
            at.lo = scene.lastTime;
        else if (draft.window.start.lo && *draft.window.start.lo < *at.hi)
            at.lo = draft.window.start.lo;
    }
    if (!mayReplace(draft.endHow, draft.endRevision, how, scene))
        return;
    if (draft.isInside && how >= Stated::Relative)
        draft.isInside = false;
    draft.window.end = at;
    draft.endHow = how;
    draft.endRevision = scene.revision;
}

void WindowBook::clearEnd()
{
    if (m_current < 0)
        return;
    m_drafts[size_t(m_current)].window.end = {};
    m_drafts[size_t(m_current)].endHow = Stated::No;
}

void WindowBook::span(const Bounds &from, const Bounds &to, const Scene &scene, bool isBetween)
{
    if (!m_wantsNew && m_current >= 0 && !scene.isTitle && from.lo && to.hi) {
        const Draft &draft = m_drafts[size_t(m_current)];
        const bool isSame = draft.window.start == from && draft.window.end == to;
        if (isSame)
            return; // told again in another zone
        const bool isOther = draft.startHow == Stated::Clock && draft.endHow == Stated::Clock &&
                             draft.window.start.lo && draft.window.end.hi &&
                             (*from.lo >= *draft.window.end.hi || *to.hi <= *draft.window.start.lo);
        // "down again since 14:05, the same as this morning (08:20 to 08:45)"
        const bool isEarlier = draft.startHow == Stated::Clock && draft.endHow == Stated::No &&
                               !draft.length && draft.window.start.lo &&
                               *to.hi < *draft.window.start.lo;
        m_wantsNew = isOther || isEarlier;
        // One phase runs on into the next: "06:00-06:40 closed, 06:40-08:00 slow".
        if (draft.window.end.hi && from.lo == draft.window.end.hi && isOther && scene.effect &&
            draft.startRevision == scene.revision)
            phase(scene);
    }
    start(from, Stated::Clock, scene);
    end(to, Stated::Clock, scene);
    if (m_current >= 0 && !scene.isTitle)
        m_drafts[size_t(m_current)].isBetween = isBetween;
}

void WindowBook::inside(const Bounds &period, Stated how, const Scene &scene)
{
    if (!period.isStated())
        return;
    if (!m_wantsNew && m_current >= 0 && !scene.isTitle && how == Stated::Clock) {
        // Each night another one.
        const Draft &last = m_drafts[size_t(m_current)];
        m_wantsNew = last.isInside && last.startHow == Stated::Clock &&
                     last.startRevision == scene.revision && period.lo && last.window.end.hi &&
                     *period.lo > *last.window.end.hi;
    }
    Draft &draft = target(scene);
    const bool isBetter = draft.isInside && how > draft.startHow && !scene.isTitle;
    if ((draft.startHow >= Stated::Relative && !isBetter) ||
        (!isBetter && draft.endHow >= Stated::Relative && !draft.isInside)) {
        // "down for 20 minutes just now" says more than the part of the day.
        if (draft.startHow == Stated::No && !draft.length)
            startedIn(period, how, scene);
        return;
    }
    if (!mayReplace(draft.startHow, draft.startRevision, how, scene))
        return;
    draft.window.start = period;
    draft.window.end = period;
    draft.startHow = draft.endHow = how;
    draft.startRevision = draft.endRevision = scene.revision;
    draft.isInside = true;
}

void WindowBook::startedIn(const Bounds &period, Stated how, const Scene &scene)
{
    Draft &draft = target(scene);
    if (!period.isStated() || !mayReplace(draft.startHow, draft.startRevision, how, scene))
        return;
    draft.window.start = period;
    draft.startHow = how;
    draft.startRevision = scene.revision;
}

void WindowBook::length(const Length &length, const Scene &scene)
{
    Draft &draft = target(scene);
    if (draft.length && (scene.isTitle || scene.revision <= draft.lengthRevision))
        return;
    const Bounds period{draft.window.start.lo, draft.window.end.hi};
    if (draft.isBetween && length.minutes.hi && period.lo && period.hi &&
        std::chrono::minutes(*length.minutes.hi) < *period.hi - *period.lo) {
        draft.isInside = true;
        draft.window.start = draft.window.end = period;
    }
    draft.length = length;
    draft.lengthRevision = scene.revision;
    draft.window.length = length.minutes;
    draft.window.lengthPrecision = length.precision;
}

void WindowBook::lengthOfEach(const Length &length, const Scene &scene)
{
    for (Draft &draft : m_drafts) {
        if (draft.length)
            continue;
        draft.length = length;
        draft.lengthRevision = scene.revision;
        draft.window.length = length.minutes;
        draft.window.lengthPrecision = length.precision;
    }
}

void WindowBook::total(const Length &length, const Scene &scene)
{
    Draft &draft = target(scene);
    if (draft.window.total.isStated() && scene.isTitle)
        return;
    draft.window.total = length.minutes;
}

void WindowBook::several(std::optional<int> count, const Scene &scene)
{
    Draft &draft = target(scene);
    draft.isSeveral = true;
    if (count && !draft.window.count)
        draft.window.count = count;
}

void WindowBook::setStatus(PlanStatus status, int revision,
                           std::optional<std::pair<Instant, Instant>> day)
{
    const auto isMeant = [&](const Draft &draft) {
        const std::optional<Instant> start = draft.window.start.lo;
        return !day || (start && *start >= day->first && *start <= day->second);
    };
    // A day that no window lies on is only another word for the plan.
    if (day && std::none_of(m_drafts.begin(), m_drafts.end(), isMeant))
        day.reset();
    for (Draft &draft : m_drafts) {
        if (draft.window.status == PlanStatus::Current && isMeant(draft)) {
            draft.window.status = status;
            draft.statusRevision = revision;
        }
    }
}

void WindowBook::restate(PlanStatus from, PlanStatus to, int revision)
{
    for (Draft &draft : m_drafts) {
        if (draft.window.status == from && draft.statusRevision == revision)
            draft.window.status = to;
    }
}

bool WindowBook::isSeveral() const
{
    return m_current >= 0 && m_drafts[size_t(m_current)].isSeveral;
}

int WindowBook::startRevision() const
{
    return startStated() == Stated::No ? -1 : m_drafts[size_t(m_current)].startRevision;
}

int WindowBook::endRevision() const
{
    return m_current < 0 ? -1 : m_drafts[size_t(m_current)].endRevision;
}

Stated WindowBook::startStated() const
{
    return m_current < 0 ? Stated::No : m_drafts[size_t(m_current)].startHow;
}

std::optional<Effect> WindowBook::effectOfCurrent() const
{
    if (m_current < 0 || !m_drafts[size_t(m_current)].knowsEffect)
        return std::nullopt;
    return m_drafts[size_t(m_current)].window.effect;
}

int WindowBook::revisionOfCurrent() const
{
    return m_current < 0 ? -1 : m_drafts[size_t(m_current)].window.revision;
}

std::vector<FactWindow> WindowBook::finished() const
{
    std::vector<FactWindow> all;
    const bool isListed = m_drafts.size() > 1;
    for (const Draft &draft : m_drafts) {
        FactWindow window = draft.window;
        // Words that contradict each other state nothing.
        for (Bounds *bounds : {&window.start, &window.end}) {
            if (bounds->lo && bounds->hi && *bounds->lo > *bounds->hi)
                *bounds = {};
        }
        if (window.start.lo && window.end.hi && *window.end.hi < *window.start.lo)
            window.end = {};
        if (draft.isInside)
            window.shape = Shape::Inside;
        if (draft.isSeveral && (!isListed || draft.isInside)) {
            window.multiplicity = Multiplicity::SeveralUnlisted;
            window.shape = Shape::Inside;
            if (window.start.lo && window.end.hi && *window.start.lo <= *window.end.hi &&
                !draft.isInside) {
                const Bounds period{window.start.lo, window.end.hi};
                window.start = window.end = period;
            }
        } else {
            window.count.reset();
        }
        all.push_back(window);
    }
    return all;
}

} // namespace reading
