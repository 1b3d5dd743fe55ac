// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/alert.h"

#include "base/text.h"

#include <algorithm>

namespace upstream {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestSummary = 300;

base::Instant toSeconds(base::InstantMs at)
{
    return std::chrono::floor<std::chrono::seconds>(at);
}

bool holdsAll(const Labels &all, const Labels &some)
{
    return std::all_of(some.keyValueBegin(), some.keyValueEnd(), [&](const auto &label) {
        const auto found = all.constFind(label.first);
        return found != all.constEnd() && *found == label.second;
    });
}

} // namespace

QString nameOf(const Alert &alert)
{
    return base::oneLine(alert.labels.value(u"alertname"_s), longestSummary);
}

QString titleOf(const Alert &alert)
{
    for (const auto label : {"instance"_L1, "service"_L1, "job"_L1}) {
        const QString about = alert.labels.value(label);
        if (!about.isEmpty())
            return u"%1 (%2)"_s.arg(nameOf(alert), base::oneLine(about, longestSummary));
    }
    return nameOf(alert);
}

QString summaryOf(const Alert &alert)
{
    for (const auto key : {"summary"_L1, "message"_L1, "description"_L1}) {
        const QString text = base::oneLine(alert.annotations.value(key), longestSummary);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

/// A server's clock may go before ours; nothing has begun after we have seen it.
timing::RoughInstant startedOf(const Alert &alert)
{
    if (alert.activeAt)
        return timing::RoughInstant::exact(toSeconds(std::min(*alert.activeAt, alert.firstSeen)));
    return timing::RoughInstant::notAfter(detectedOf(alert));
}

base::Instant detectedOf(const Alert &alert)
{
    return toSeconds(std::min(alert.startsAt.value_or(alert.firstSeen), alert.firstSeen));
}

timing::RoughInstant endedOf(const Alert &alert)
{
    if (!alert.goneAt)
        return {};
    return timing::RoughInstant::between(toSeconds(alert.lastSeen), toSeconds(*alert.goneAt));
}

Weight weightOf(const Alert &alert)
{
    const QString severity = alert.labels.value(u"severity"_s).toLower();
    if (severity == "none"_L1 || severity == "info"_L1)
        return Weight::Note;
    return severity == "warning"_L1 ? Weight::Warning : Weight::Page;
}

bool isSame(const Alert &a, const Alert &b)
{
    return holdsAll(a.labels, b.labels) || holdsAll(b.labels, a.labels);
}

void join(Alert &a, const Alert &b)
{
    const auto earlier = [](std::optional<base::InstantMs> x, std::optional<base::InstantMs> y) {
        return x && y ? std::min(*x, *y) : x ? x : y;
    };
    if (b.labels.size() > a.labels.size())
        a.labels = b.labels;
    a.annotations.insert(b.annotations);
    a.activeAt = earlier(a.activeAt, b.activeAt);
    a.startsAt = earlier(a.startsAt, b.startsAt);
    a.firstSeen = std::min(a.firstSeen, b.firstSeen);
    a.lastSeen = std::max(a.lastSeen, b.lastSeen);
    a.isMuted = a.isMuted || b.isMuted;
    for (const QString &silence : b.silencedBy) {
        if (!a.silencedBy.contains(silence))
            a.silencedBy.append(silence);
    }
}

} // namespace upstream
