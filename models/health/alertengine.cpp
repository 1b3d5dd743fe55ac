// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "health/alertengine.h"

#include <algorithm>

namespace health {

using namespace Qt::StringLiterals;

namespace {

Evidence downEvidence(const Sample &sample)
{
    switch (sample.quality) {
    case Quality::Ok:
        return Evidence::Good;
    case Quality::Failed:
        return Evidence::Bad;
    case Quality::NotMeasured:
    case Quality::Paused:
        break;
    }
    return Evidence::None;
}

Evidence slowEvidence(const Sample &sample, const SlowRule &slow)
{
    if (sample.quality == Quality::Failed)
        return Evidence::Worse;
    if (sample.quality != Quality::Ok || !sample.hasValue())
        return Evidence::None;
    return sample.value > slow.thresholdMs ? Evidence::Bad : Evidence::Good;
}

Threshold downThreshold(const Rule &rule)
{
    return {rule.failAfter, base::Span(0), rule.recoverAfter, rule.failOutOf};
}

Threshold slowThreshold(const Rule &rule)
{
    return {1, rule.slow->forAtLeast, rule.recoverAfter};
}

} // namespace

void AlertEngine::setRule(const Rule &rule)
{
    Watch &watch = m_watches[rule.id];
    if (watch.rule.monitor != rule.monitor)
        watch = {};
    if (!rule.slow)
        watch.slow = {};
    watch.rule = rule;
}

void AlertEngine::removeRule(const QString &id)
{
    m_watches.erase(id);
}

QList<Rule> AlertEngine::rules() const
{
    QList<Rule> rules;
    for (const auto &[id, watch] : m_watches)
        rules.append(watch.rule);
    return rules;
}

QList<AlertEvent> AlertEngine::feed(const QString &monitor, const Sample &sample, base::Instant now)
{
    QList<AlertEvent> events;
    for (auto &[id, watch] : m_watches) {
        if (watch.rule.monitor == monitor)
            events += feed(watch, sample, now);
    }
    return events;
}

QList<AlertEvent> AlertEngine::feed(Watch &watch, const Sample &sample, base::Instant now)
{
    const Rule &rule = watch.rule;
    const bool silence = watch.lastAt && sample.at - *watch.lastAt > longestSilence(rule.step);
    watch.lastAt = sample.at;
    QList<AlertEvent> events;
    const auto ask = [&](Question &question, Severity severity, Evidence evidence,
                         Threshold threshold) {
        if (question.isFlapping)
            threshold.clearAfterTime = rule.flap.steady;
        if (silence)
            (void)question.state.feed(Evidence::None, sample.at, threshold);
        const auto change = question.state.feed(evidence, sample.at, threshold);
        if (change == Hysteresis::Change::Raised)
            question.detected = now;
        followFlapping(question, change, sample.at, rule.flap);
        if (change != Hysteresis::Change::Nothing) {
            const auto kind = change == Hysteresis::Change::Raised ? AlertEvent::Kind::Raised
                                                                   : AlertEvent::Kind::Recovered;
            events.append({kind, alertOf(rule, question, severity)});
        }
    };
    ask(watch.down, Severity::Down, downEvidence(sample), downThreshold(rule));
    if (rule.slow)
        ask(watch.slow, Severity::Slow, slowEvidence(sample, *rule.slow), slowThreshold(rule));
    return events;
}

void AlertEngine::followFlapping(Question &question, Hysteresis::Change change, base::InstantMs at,
                                 const FlapRule &rule)
{
    if (change == Hysteresis::Change::Cleared && question.isFlapping) {
        question.isFlapping = false;
        question.raises.clear();
    }
    if (change != Hysteresis::Change::Raised || rule.raises == 0)
        return;
    std::erase_if(question.raises, [&](base::InstantMs raise) { return at - raise > rule.within; });
    question.raises.push_back(at);
    question.isFlapping = question.raises.size() >= size_t(rule.raises);
}

Alert AlertEngine::alertOf(const Rule &rule, const Question &question, Severity severity)
{
    const auto firstBad = question.state.firstBad();
    Alert alert;
    alert.id =
        u"%1/%2/%3"_s.arg(rule.id, base::toName(severity)).arg(firstBad.time_since_epoch().count());
    alert.monitor = rule.monitor;
    alert.rule = rule.id;
    alert.severity = severity;
    alert.started = question.state.started();
    alert.firstBadAt = std::chrono::floor<std::chrono::seconds>(firstBad);
    alert.detected = question.detected;
    alert.ended = question.state.ended();
    alert.sampleCount = question.state.badCount();
    alert.isFlapping = question.isFlapping;
    return alert;
}

QList<Alert> AlertEngine::active() const
{
    QList<Alert> alerts;
    for (const auto &[id, watch] : m_watches) {
        if (watch.down.state.isRaised())
            alerts.append(alertOf(watch.rule, watch.down, Severity::Down));
        if (watch.slow.state.isRaised())
            alerts.append(alertOf(watch.rule, watch.slow, Severity::Slow));
    }
    std::stable_sort(alerts.begin(), alerts.end(),
                     [](const Alert &a, const Alert &b) { return a.firstBadAt < b.firstBadAt; });
    return alerts;
}

} // namespace health
