// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "source/prober.h"
#include "source/verdictwords.h"

#include <QElapsedTimer>
#include <QTimer>

namespace source {

/// What every probe of a Prober shares.
struct ProbeContext
{
    const base::Clock &clock;
    Resolver &resolver;
    NetworkCheck network;
};

/// One probe from start to verdict. Subclasses say what is asked and how.
class Probe : public QObject
{
    Q_OBJECT

public:
    Probe(const ProbeContext &context, const MonitorSpec &spec, QObject *parent);

    /// finished() follows once, soon after the spec's timeout at the latest: what cannot be reached
    /// is told only when it is known whether our own network works.
    void start();

signals:
    void finished(const source::ProbeVerdict &verdict);

protected:
    virtual void begin() = 0;
    /// Ends what is under way.
    virtual void drop() = 0;
    /// What is known so far, but for the times of the probe itself.
    virtual void fill(ProbeVerdict &verdict) const = 0;
    /// What it means that the timeout is over.
    [[nodiscard]] virtual Failure expired() const = 0;
    /// Whether this failure may be that of our own network.
    [[nodiscard]] virtual bool mayBeUs(const Failure &failure) const = 0;
    /// The same failure if our own network does not work.
    [[nodiscard]] virtual Failure withoutNetwork() const = 0;

    [[nodiscard]] ProbeVerdict verdictSoFar() const;
    /// The verdict is good but for its finding and sentence.
    void conclude(ProbeVerdict verdict);
    void fail(const Failure &failure);

    [[nodiscard]] const ProbeContext &context() const { return m_context; }
    [[nodiscard]] const MonitorSpec &spec() const { return m_spec; }
    [[nodiscard]] base::InstantMs at() const { return m_at; }
    [[nodiscard]] std::chrono::milliseconds left() const;

private:
    void end(ProbeVerdict verdict, const Failure &failure);
    [[nodiscard]] bool wasInterrupted() const;

    const ProbeContext m_context;
    const MonitorSpec m_spec;
    base::InstantMs m_at{};
    QElapsedTimer m_elapsed;
    QTimer m_deadline;
    bool m_isDone = false;
};

} // namespace source
