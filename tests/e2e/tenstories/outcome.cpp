// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outcome.h"

#include "incident/aggregate.h"
#include "incident/factor.h"
#include "timing/fieldtext.h"
#include "timing/zone.h"

namespace tenstories {

using namespace Qt::StringLiterals;
using base::toName;

namespace {

QString text(const RoughInstant &at)
{
    if (!at.isKnown())
        return u"unknown"_s;
    const auto iso = [](const std::optional<Instant> &one) {
        return one ? timing::isoUtc(*one) : u"open"_s;
    };
    return u"%1..%2 %3"_s.arg(iso(at.lo()), iso(at.hi()), toName(at.precision()));
}

QString text(const RoughDuration &length)
{
    if (!length.isKnown())
        return u"unknown"_s;
    const auto seconds = [](const std::optional<Span> &one) {
        return one ? QString::number(one->count()) : u"open"_s;
    };
    return u"%1..%2 s %3"_s.arg(seconds(length.lo()), seconds(length.hi()),
                                toName(length.precision()));
}

/// How far the bounds reach; a figure is not asked how it was found.
QString bounds(const RoughDuration &length)
{
    return text(length).section(u' ', 0, 1);
}

QString text(const Cause &cause)
{
    QStringList factors;
    for (const Factor &factor : cause.factors)
        factors << factorText(factor);
    return u"%1 “%2” %3 %4 %5 [%6]"_s.arg(toName(cause.status), cause.text,
                                          toName(cause.attribution), cause.provider, cause.trigger,
                                          factors.join(u' '));
}

QString text(const WindowFacts &window)
{
    return u"%1 %2 from %3 to %4, %5"_s.arg(window.planned ? u"planned"_s : u"actual"_s,
                                            toName(window.effect), text(window.start),
                                            text(window.end), text(window.duration));
}

QString text(const PromiseFacts &promise)
{
    return u"%1 due %2 when “%3” %4"_s.arg(toName(promise.kind), text(promise.due), promise.trigger,
                                           toName(promise.status));
}

QStringList windowsOf(const Incident &incident)
{
    QStringList lines;
    for (const Window &window : incident.windows)
        lines << text(
            WindowFacts{window.planned, window.effect, window.start, window.end, window.duration});
    return lines;
}

QStringList promisesOf(const Incident &incident)
{
    QStringList lines;
    for (const Promise &promise : incident.promises)
        lines << text(PromiseFacts{promise.kind, promise.due, promise.trigger, promise.status});
    return lines;
}

QStringList milestonesOf(const Incident &incident)
{
    QStringList lines;
    for (const auto &row : base::EnumNames<Milestone>::table) {
        if (incident.milestone(row.value).isKnown())
            lines << toName(row.value) + u' ' + text(incident.milestone(row.value));
    }
    return lines;
}

QStringList figures(const Metrics &metrics, const RoughDuration &planError)
{
    return {u"detect "_s + bounds(metrics.detect),
            u"acknowledge "_s + bounds(metrics.acknowledge),
            u"tell "_s + bounds(metrics.tell),
            u"restore "_s + bounds(metrics.restore),
            u"downtime "_s + bounds(metrics.downtime),
            u"impaired "_s + bounds(metrics.impaired),
            u"all-clear lag "_s + bounds(metrics.allClearLag),
            u"plan error "_s + bounds(planError),
            metrics.running ? u"running"_s : u"over"_s};
}

QStringList figuresOf(const Incident &incident)
{
    return figures(metricsOf(incident), figureOf(incident, Figure::PlanError).value);
}

template <class T>
QStringList texts(const std::vector<T> &values)
{
    QStringList lines;
    for (const T &value : values)
        lines << text(value);
    return lines;
}

QStringList texts(const std::vector<std::pair<Milestone, RoughInstant>> &milestones)
{
    QStringList lines;
    for (const auto &[milestone, at] : milestones)
        lines << toName(milestone) + u' ' + text(at);
    return lines;
}

void compare(QStringList &found, const QString &what, const QStringList &is,
             const QStringList &expected)
{
    if (is != expected)
        found << u"%1 are\n    %2\n  and not\n    %3"_s.arg(what, is.join(u"\n    "_s),
                                                            expected.join(u"\n    "_s));
}

void comparePosts(QStringList &found, const Outcome &expected, const Incident &incident,
                  const QString &page)
{
    if (incident.posts.size() != expected.posts.size()) {
        found << u"there are %1 posts"_s.arg(incident.posts.size());
        return;
    }
    for (std::size_t i = 0; i < expected.posts.size(); ++i) {
        const PostRevision &post = incident.posts[i];
        if (post.status != expected.posts[i].status || post.seen.empty())
            found << u"post %1 is %2"_s.arg(i + 1).arg(toName(post.status));
        for (const QString &words : expected.posts[i].words) {
            if (!post.body.contains(words))
                found << u"post %1 does not say “%2”:\n%3"_s.arg(i + 1).arg(words, post.body);
        }
        for (const QString &line : post.body.split(u'\n', Qt::SkipEmptyParts)) {
            if (!page.contains(line.simplified()))
                found << u"readers do not find “%1”"_s.arg(line);
        }
    }
}

} // namespace

QStringList differences(const Outcome &expected, const Incident &incident, const QString &page)
{
    QStringList found;
    if (incident.state != State::Closed)
        found << u"it is "_s + toName(incident.state);
    if (incident.kind != expected.kind || incident.entry != expected.entry)
        found << u"it is of the kind %1, %2"_s.arg(toName(incident.kind), toName(incident.entry));
    compare(found, u"windows"_s, windowsOf(incident), texts(expected.windows));
    compare(found, u"milestones"_s, milestonesOf(incident), texts(expected.milestones));
    compare(found, u"promises"_s, promisesOf(incident), texts(expected.promises));
    compare(found, u"figures"_s, figuresOf(incident),
            figures(expected.metrics, expected.planError));
    compare(found, u"causes"_s, {text(incident.cause)}, {text(expected.cause)});
    comparePosts(found, expected, incident, page);
    return found;
}

QStringList factsOf(const Incident &incident)
{
    QStringList facts{toName(incident.state),
                      toName(incident.kind),
                      toName(incident.entry),
                      incident.title,
                      incident.felt(),
                      incident.components().join(u", "_s),
                      QString::number(incident.severity),
                      text(incident.cause),
                      incident.causeReason};
    facts +=
        windowsOf(incident) + milestonesOf(incident) + promisesOf(incident) + figuresOf(incident);
    for (const PostRevision &post : incident.posts)
        facts << toName(post.status) << post.title << post.body << timing::isoUtc(post.written);
    for (const FollowUp &followUp : incident.followUps)
        facts << toName(followUp.kind) << followUp.title << text(followUp.due)
              << (followUp.maintenance.isEmpty() ? u"no plan"_s : u"a plan"_s);
    for (const ProviderContact &contact : incident.contacts)
        facts << contact.provider << toName(contact.channel) << contact.said << contact.reference
              << contact.answer << text(contact.at);
    for (const StepMark &mark : incident.marks)
        facts << mark.step << toName(mark.state) << mark.reason;
    for (const auto &[section, written] : incident.sections)
        facts << section << written;
    return facts;
}

} // namespace tenstories
