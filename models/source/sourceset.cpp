// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "source/sourceset.h"

#include "source/hostsource.h"
#include "source/hosttrial.h"
#include "source/probegate.h"
#include "source/probesource.h"

#include <algorithm>
#include <QCoreApplication>
#include <QPromise>

namespace source {

using base::ErrorKind;

namespace {

tl::unexpected<base::Error> refuse(ErrorKind kind, const char *text, const QString &name = {})
{
    const QString sentence = QCoreApplication::translate("source", text);
    return base::fail(kind, name.isEmpty() ? sentence : sentence.arg(name));
}

tl::unexpected<base::Error> unknownMonitor()
{
    return refuse(ErrorKind::NotFound, QT_TRANSLATE_NOOP("source", "There is no such monitor. It "
                                                                   "may have been removed."));
}

} // namespace

SourceSet::SourceSet(const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_prober(new Prober(clock, this))
    , m_gate(std::make_unique<ProbeGate>())
{}

SourceSet::~SourceSet()
{
    // While what they share is still there.
    stop();
}

void SourceSet::setFactory(Kind kind, Factory factory, Trial trial)
{
    m_makers[kind] = {std::move(factory), std::move(trial)};
}

QFuture<base::Result<ProbeVerdict>> SourceSet::probe(const MonitorSpec &spec)
{
    const auto maker = m_makers.find(spec.kind);
    if (spec.kind == Kind::Host)
        return lookAtHost(m_clock, this);
    if (maker == m_makers.end())
        return m_prober->probe(spec);
    if (const base::Done usable = validate(spec); !usable) {
        QPromise<base::Result<ProbeVerdict>> promise;
        promise.start();
        promise.addResult(base::Result<ProbeVerdict>(base::passOn(usable)));
        promise.finish();
        return promise.future();
    }
    return maker->second.trial(spec);
}

void SourceSet::setReferenceHosts(const QStringList &addresses)
{
    m_prober->setReferenceHosts(addresses);
}

base::Done SourceSet::add(const MonitorSpec &spec)
{
    if (find(spec.id))
        return refuse(ErrorKind::Conflict, QT_TRANSLATE_NOOP("source", "%1 is watched already."),
                      spec.name);
    if (const base::Done usable = check(spec); !usable)
        return usable;
    m_entries.push_back({spec, build(spec)});
    emit added(spec);
    if (m_isRunning)
        find(spec.id)->source->start();
    return {};
}

base::Done SourceSet::replace(const MonitorSpec &spec)
{
    Entry *entry = find(spec.id);
    if (!entry)
        return unknownMonitor();
    if (const base::Done usable = check(spec); !usable)
        return usable;
    drop(entry->source);
    *entry = {spec, build(spec)};
    emit changed(spec);
    if (m_isRunning)
        find(spec.id)->source->start();
    return {};
}

base::Done SourceSet::remove(const QString &monitor)
{
    const Entry *entry = find(monitor);
    if (!entry)
        return unknownMonitor();
    drop(entry->source);
    std::erase_if(m_entries, [&](const Entry &entry) { return entry.spec.id == monitor; });
    emit removed(monitor);
    return {};
}

base::Done SourceSet::setPaused(const QString &monitor, bool paused)
{
    Entry *entry = find(monitor);
    if (!entry)
        return unknownMonitor();
    if (entry->spec.paused == paused)
        return {};
    entry->spec.paused = paused;
    emit changed(entry->spec);
    find(monitor)->source->setPaused(paused);
    return {};
}

void SourceSet::start()
{
    m_isRunning = true;
    for (Source *source : sources())
        source->start();
}

void SourceSet::stop()
{
    m_isRunning = false;
    for (Source *source : sources())
        source->stop();
}

void SourceSet::poll()
{
    for (Source *source : sources())
        source->poll();
}

QList<MonitorSpec> SourceSet::monitors() const
{
    QList<MonitorSpec> specs;
    for (const Entry &entry : m_entries)
        specs.append(entry.spec);
    return specs;
}

std::optional<MonitorSpec> SourceSet::monitor(const QString &monitor) const
{
    const Entry *entry = find(monitor);
    return entry ? std::optional(entry->spec) : std::nullopt;
}

QList<health::SeriesInfo> SourceSet::series(const QString &monitor) const
{
    const Entry *entry = find(monitor);
    return entry ? entry->source->series() : QList<health::SeriesInfo>();
}

base::Done SourceSet::check(const MonitorSpec &spec) const
{
    if (spec.id.isEmpty())
        return refuse(ErrorKind::Internal,
                      QT_TRANSLATE_NOOP("source", "The monitor has no id. Please report this."));
    const bool isTaken = std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry &entry) {
        return entry.spec.id != spec.id &&
               entry.spec.name.compare(spec.name, Qt::CaseInsensitive) == 0;
    });
    if (isTaken)
        return refuse(ErrorKind::Conflict,
                      QT_TRANSLATE_NOOP("source", "There is a monitor called %1 already. Choose "
                                                  "another name."),
                      spec.name);
    if (isFigure(spec.kind) && !m_makers.contains(spec.kind))
        return refuse(ErrorKind::Internal,
                      QT_TRANSLATE_NOOP("source", "Figures cannot be watched here. Please report "
                                                  "this."));
    return validate(spec);
}

Source *SourceSet::build(const MonitorSpec &spec)
{
    Source *source = nullptr;
    if (const auto maker = m_makers.find(spec.kind); maker != m_makers.end())
        source = maker->second.factory(spec).release();
    else if (spec.kind == Kind::Host)
        source = new HostSource(spec, m_clock);
    else
        source = new ProbeSource(spec, m_clock, *m_prober, *m_gate);
    source->setParent(this);
    connect(source, &Source::sampled, this, &SourceSet::sampled);
    return source;
}

SourceSet::Entry *SourceSet::find(const QString &monitor)
{
    return const_cast<Entry *>(std::as_const(*this).find(monitor));
}

const SourceSet::Entry *SourceSet::find(const QString &monitor) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry &entry) { return entry.spec.id == monitor; });
    return found == m_entries.end() ? nullptr : &*found;
}

/// A copy: a reading may make somebody add or remove a monitor.
QList<Source *> SourceSet::sources() const
{
    QList<Source *> all;
    for (const Entry &entry : m_entries)
        all.append(entry.source);
    return all;
}

/// It may be the one whose reading is being handled.
void SourceSet::drop(Source *source)
{
    source->disconnect(this);
    source->stop();
    source->deleteLater();
}

} // namespace source
