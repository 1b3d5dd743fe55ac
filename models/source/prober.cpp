// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/prober.h"

#include "source/address.h"
#include "source/dnsprobe.h"
#include "source/httpprobe.h"
#include "source/ownnetwork.h"
#include "source/tcpprobe.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QPromise>

namespace source {

namespace {

using Answer = base::Result<ProbeVerdict>;

/// Holds a probe and the promise of its verdict; goes when either is done with.
class Job final : public QObject
{
public:
    Job(Probe *probe, QObject *parent)
        : QObject(parent)
    {
        probe->setParent(this);
        m_promise.start();
        m_watcher.setFuture(m_promise.future());
        connect(&m_watcher, &QFutureWatcherBase::canceled, this, &QObject::deleteLater);
        connect(probe, &Probe::finished, this, [this](const ProbeVerdict &verdict) {
            m_watcher.disconnect(this);
            m_promise.addResult(Answer(verdict));
            m_promise.finish();
            deleteLater();
        });
    }

    [[nodiscard]] QFuture<Answer> future() { return m_promise.future(); }

private:
    QPromise<Answer> m_promise;
    QFutureWatcher<Answer> m_watcher;
};

} // namespace

Prober::Prober(const base::Clock &clock, QObject *parent)
    : Prober(clock, NetworkCheck(), parent)
{
    m_ownNetwork = new OwnNetwork(this);
    m_network = [this](QObject *context, const OwnNetwork::Then &then) {
        m_ownNetwork->check(context, then);
    };
}

Prober::Prober(const base::Clock &clock, NetworkCheck network, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_network(std::move(network))
    , m_resolver(new Resolver(this))
{}

Prober::~Prober() = default;

void Prober::setReferenceHosts(const QStringList &addresses)
{
    QList<QUrl> references;
    for (const QString &address : addresses) {
        if (const auto url = targetUrl(address); url && targetPort(*url) > 0)
            references.append(*url);
    }
    if (m_ownNetwork)
        m_ownNetwork->setReferences(references);
}

QFuture<Answer> Prober::probe(const MonitorSpec &spec)
{
    base::Done usable = validate(spec);
    if (usable && spec.kind == Kind::Host)
        usable = base::fail(base::ErrorKind::Input,
                            QCoreApplication::translate("source", "This machine is not probed. "
                                                                  "Give the address of a server."));
    if (!usable)
        return QtFuture::makeReadyFuture(Answer(base::passOn(usable)));
    const ProbeContext context{m_clock, *m_resolver, m_network};
    Probe *probe = nullptr;
    if (spec.kind == Kind::Http)
        probe = new HttpProbe(context, spec, nullptr);
    else if (spec.kind == Kind::Dns)
        probe = new DnsProbe(context, spec, nullptr);
    else
        probe = new TcpProbe(context, spec, nullptr);
    auto *job = new Job(probe, this);
    auto future = job->future();
    probe->start();
    return future;
}

} // namespace source
