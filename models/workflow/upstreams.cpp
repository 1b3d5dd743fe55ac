// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/upstreams.h"

#include "base/whenfinished.h"
#include "workflow/upstreambook.h"

#include <algorithm>
#include <QPromise>
#include <utility>

namespace workflow {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using alertmanager::Silence;
using base::Done;
using base::Result;
using upstream::Alert;
using upstream::Kind;
using upstream::Spec;

namespace {

constexpr auto alertInterval = 10s;
/// Pages of providers are public, and many look at them.
constexpr auto providerInterval = 60s;

template <class T>
QFuture<T> refused(const base::Error &error)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(T(tl::make_unexpected(error)));
    promise.finish();
    return promise.future();
}

} // namespace

struct Upstreams::Entry
{
    Entry(http::Client &http, const base::Clock &clock, const Spec &spec)
        : asker(http, clock, spec)
    {
        state.spec = spec;
    }

    UpstreamState state;
    upstream::Asker asker;
    QTimer timer;
    bool isAsked = false;
};

Upstreams::Upstreams(http::Client &http, Desk &desk)
    : m_http(http)
    , m_desk(desk)
    , m_mutes(desk)
{
    connect(&m_desk, &Desk::changed, this, &Upstreams::raiseWhatWasMuted);
    // Ours, and what another process writes.
    connect(&m_desk.settings(), &settings::Settings::changed, this, [this](const QString &key) {
        if (key != QLatin1StringView(settings::upstreams.key))
            return;
        takeUp();
        emit changed();
    });
}

Upstreams::~Upstreams() = default;

QStringList Upstreams::start()
{
    QStringList unusable;
    for (const auto &spec : UpstreamBook(m_desk.settings()).load()) {
        if (!spec)
            unusable << spec.error().text;
    }
    m_isRunning = true;
    takeUp();
    emit changed();
    return unusable;
}

void Upstreams::takeUp()
{
    std::vector<std::unique_ptr<Entry>> before = std::exchange(m_entries, {});
    for (const Spec &spec : UpstreamBook(m_desk.settings()).usable()) {
        const auto known = std::ranges::find_if(before, [&](const auto &entry) {
            return entry && entry->state.spec.id == spec.id &&
                   entry->state.spec.kind == spec.kind &&
                   entry->state.spec.addresses == spec.addresses;
        });
        if (known == before.end()) {
            adopt(spec);
            continue;
        }
        (*known)->state.spec = spec;
        m_entries.push_back(std::move(*known));
    }
    for (const auto &entry : before) {
        if (entry)
            m_book.forget(entry->state.spec.id);
    }
}

void Upstreams::adopt(const Spec &spec)
{
    auto entry = std::make_unique<Entry>(m_http, m_desk.clock(), spec);
    entry->timer.setInterval(spec.kind == Kind::Provider ? providerInterval : alertInterval);
    connect(&entry->timer, &QTimer::timeout, this, [this, id = spec.id] {
        if (Entry *due = find(id))
            look(*due);
    });
    m_entries.push_back(std::move(entry));
    if (!m_isRunning)
        return;
    m_entries.back()->timer.start();
    look(*m_entries.back());
}

Upstreams::Entry *Upstreams::find(const QString &id) const
{
    const auto found = std::ranges::find_if(
        m_entries, [&](const auto &entry) { return entry->state.spec.id == id; });
    return found == m_entries.end() ? nullptr : found->get();
}

Done Upstreams::add(Spec spec)
{
    spec.id = m_desk.newId();
    return UpstreamBook(m_desk.settings()).put(spec);
}

Done Upstreams::change(const Spec &spec)
{
    return UpstreamBook(m_desk.settings()).put(spec);
}

Done Upstreams::remove(const QString &id)
{
    return UpstreamBook(m_desk.settings()).remove(id);
}

QFuture<Result<QString>> Upstreams::test(const Spec &spec)
{
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    const auto finish = [promise](const Result<QString> &sentence) {
        promise->addResult(sentence);
        promise->finish();
    };
    if (const Done usable = upstream::validate(spec); !usable) {
        finish(base::passOn(usable));
        return promise->future();
    }
    if (spec.addresses.isEmpty()) {
        finish(base::fail(base::ErrorKind::Input, tr("Type the address of its status page.")));
        return promise->future();
    }
    auto *asker = new upstream::Asker(m_http, m_desk.clock(), spec, this);
    base::whenFinished(this, asker->test(), [asker, finish](const Result<QString> &sentence) {
        asker->deleteLater();
        finish(sentence);
    });
    return promise->future();
}

void Upstreams::look()
{
    for (const auto &entry : m_entries)
        look(*entry);
}

void Upstreams::look(Entry &entry)
{
    if (entry.state.spec.addresses.isEmpty())
        return; // a provider without a status page
    if (entry.isAsked)
        return; // its deadline is within the interval: it is about to answer
    entry.isAsked = true;
    const QString id = entry.state.spec.id;
    if (entry.state.spec.kind == Kind::Provider)
        base::whenFinished(&entry.asker, entry.asker.status(),
                           [this, id](const auto &status) { takeStatus(id, status); });
    else
        base::whenFinished(&entry.asker, entry.asker.alerts(),
                           [this, id](const auto &look) { takeAlerts(id, look); });
}

void Upstreams::takeStatus(const QString &id, const Result<provider::Status> &status)
{
    Entry *entry = find(id);
    if (!entry)
        return;
    entry->isAsked = false;
    entry->state.trouble = status ? std::nullopt : std::optional(status.error());
    if (status) {
        entry->state.answeredAt = m_desk.clock().nowMs();
        entry->state.status = *status;
    }
    emit changed();
}

void Upstreams::takeAlerts(const QString &id, const Result<upstream::Look> &look)
{
    Entry *entry = find(id);
    if (!entry)
        return;
    entry->isAsked = false;
    entry->state.trouble = look ? std::nullopt : std::optional(look.error());
    if (look) {
        const base::InstantMs now = m_desk.clock().nowMs();
        entry->state.answeredAt = now;
        entry->state.remarks = look->remarks;
        const auto changes = m_book.take(id, look->alerts, now);
        for (const Alert &alert : changes.appeared)
            raise(alert);
        for (const Alert &alert : changes.learnt)
            raise(alert);
        for (const Alert &alert : changes.vanished)
            recover(alert);
        raiseWhatWasMuted();
        stampForgotten();
    }
    emit changed();
}

std::vector<UpstreamState> Upstreams::servers() const
{
    std::vector<UpstreamState> states;
    for (const auto &entry : m_entries)
        states.push_back(entry->state);
    return states;
}

std::vector<AlertGroup> Upstreams::alerts() const
{
    return groupsOf(m_book);
}

QString Upstreams::silencer() const
{
    const auto found = std::ranges::find_if(
        m_entries, [](const auto &entry) { return entry->state.spec.kind == Kind::Alertmanager; });
    return found == m_entries.end() ? QString() : (*found)->state.spec.id;
}

base::Result<alertmanager::Client *> Upstreams::clientOf(const QString &server) const
{
    Entry *entry = find(server);
    if (!entry || !entry->asker.silencer())
        return base::fail(base::ErrorKind::Input,
                          tr("Silences are kept by an Alertmanager. Add yours in the settings."));
    return entry->asker.silencer();
}

QFuture<Result<alertmanager::Told<Silence>>> Upstreams::silences(const QString &server)
{
    const auto client = clientOf(server);
    return client ? (*client)->silences()
                  : refused<Result<alertmanager::Told<Silence>>>(client.error());
}

QFuture<Result<QString>> Upstreams::saveSilence(const QString &server, const Silence &silence)
{
    const auto client = clientOf(server);
    return client ? (*client)->save(silence) : refused<Result<QString>>(client.error());
}

QFuture<Done> Upstreams::expireSilence(const QString &server, const QString &silence)
{
    const auto client = clientOf(server);
    return client ? (*client)->expire(silence) : refused<Done>(client.error());
}

Silence Upstreams::silenceFor(const AlertGroup &group) const
{
    Silence silence;
    silence.startsAt = m_desk.clock().now();
    silence.endsAt = silence.startsAt + 1h;
    silence.createdBy = m_desk.author();
    silence.matchers = matchersFor(group);
    return silence;
}

QString Upstreams::componentOf(const Alert &alert) const
{
    for (const auto &[firing, servers, told] : m_book.firing()) {
        if (firing.id != alert.id)
            continue;
        for (const QString &server : servers) {
            const Entry *entry = find(server);
            if (entry && !entry->state.spec.components.isEmpty())
                return entry->state.spec.components.front();
        }
    }
    return alert.labels.value(u"component"_s, alert.labels.value(u"service"_s));
}

/// What fired when this console ended, and was gone when all servers had answered again: it ended
/// somewhere in between.
void Upstreams::stampForgotten()
{
    const auto isMissing = [](const auto &entry) {
        return entry->state.spec.kind != Kind::Provider && !entry->state.answeredAt;
    };
    if (m_isSettled || std::ranges::any_of(m_entries, isMissing))
        return;
    m_isSettled = true;
    const auto fires = [this](const QString &title) {
        return std::ranges::any_of(m_book.firing(), [&](const auto &entry) {
            return upstream::titleOf(entry.alert) == title;
        });
    };
    for (const ledger::Summary &open : m_desk.openIncidents()) {
        const auto incident = m_desk.load(open.id);
        for (auto evidence : incident ? incident->alerts : decltype(incident->alerts)()) {
            if (!isFromUpstream(evidence) || evidence.ended.isKnown() || fires(evidence.monitor))
                continue;
            evidence.ended = timing::RoughInstant::between(evidence.detected, m_desk.clock().now());
            if (const auto done = m_desk.run(open.id, incident::LinkAlert{evidence}); !done)
                emit failed(done.error());
        }
    }
}

} // namespace workflow
