// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/hosttrial.h"

#include "base/promised.h"
#include "source/hostwords.h"

#include <QElapsedTimer>
#include <QTimer>

namespace source {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds between(1);

ProbeVerdict verdictOf(const HostFigures &figures, base::InstantMs at)
{
    QStringList sentences;
    for (const HostMeasure &measure : measuresOf(figures)) {
        if (measure.value)
            sentences << measure.sentence;
    }
    ProbeVerdict verdict;
    verdict.at = at;
    if (sentences.isEmpty()) {
        verdict.sentence = notToldSentence();
        return verdict;
    }
    verdict.quality = health::Quality::Ok;
    verdict.finding = Finding::Ok;
    verdict.sentence = sentences.join(u' ');
    return verdict;
}

} // namespace

QFuture<base::Result<ProbeVerdict>> lookAtHost(const base::Clock &clock, QObject *context,
                                               HostReader reader)
{
    using Answer = base::Result<ProbeVerdict>;
    const auto promise = base::promised<Answer>();
    const auto both = std::make_shared<HostReader>(std::move(reader));
    (void)both->read(std::chrono::milliseconds(0));
    QElapsedTimer since;
    since.start();
    QTimer::singleShot(between, context, [&clock, promise, both, since] {
        const std::chrono::milliseconds passed(std::max<qint64>(1, since.elapsed()));
        base::keep(*promise, Answer(verdictOf(both->read(passed), clock.nowMs())));
    });
    return promise->future();
}

} // namespace source
