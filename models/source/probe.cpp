// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/probe.h"

namespace source {

using namespace std::chrono_literals;
using health::Quality;

namespace {

/// By so much may a probe outlast its timeout before it says more about this machine than about the
/// target.
constexpr auto grace = 2s;

Quality qualityOf(Finding finding)
{
    const bool isOurs = finding == Finding::AddressRefused || finding == Finding::SetupFault ||
                        finding == Finding::NoNetwork || finding == Finding::Missed;
    return isOurs ? Quality::NotMeasured : Quality::Failed;
}

} // namespace

Probe::Probe(const ProbeContext &context, const MonitorSpec &spec, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_spec(spec)
{
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(expired()); });
}

void Probe::start()
{
    m_at = m_context.clock.nowMs();
    m_elapsed.start();
    m_deadline.start(m_spec.timeout);
    begin();
}

std::chrono::milliseconds Probe::left() const
{
    return m_deadline.remainingTimeAsDuration();
}

ProbeVerdict Probe::verdictSoFar() const
{
    ProbeVerdict verdict;
    verdict.at = m_at;
    verdict.totalMs = double(m_elapsed.nsecsElapsed()) / 1e6;
    fill(verdict);
    return verdict;
}

void Probe::conclude(ProbeVerdict verdict)
{
    if (m_isDone)
        return;
    m_isDone = true;
    m_deadline.stop();
    drop();
    verdict.quality = Quality::Ok;
    emit finished(verdict);
}

void Probe::fail(const Failure &failure)
{
    if (m_isDone)
        return;
    m_isDone = true;
    m_deadline.stop();
    const ProbeVerdict verdict = verdictSoFar();
    const bool isInterrupted = wasInterrupted();
    drop();
    if (isInterrupted)
        return end(verdict, {Finding::Missed, missedSentence()});
    if (!mayBeUs(failure))
        return end(verdict, failure);
    m_context.network(this, [this, verdict, failure](bool works) {
        end(verdict, works ? failure : withoutNetwork());
    });
}

void Probe::end(ProbeVerdict verdict, const Failure &failure)
{
    verdict.finding = failure.finding;
    verdict.sentence = failure.sentence;
    verdict.quality = qualityOf(failure.finding);
    emit finished(verdict);
}

/// The machine slept (its clock went on, the timers did not), or the process stood still.
bool Probe::wasInterrupted() const
{
    const std::chrono::milliseconds elapsed(m_elapsed.elapsed());
    const auto byClock = m_context.clock.nowMs() - m_at;
    return byClock > elapsed + grace || elapsed > m_spec.timeout + grace;
}

} // namespace source
