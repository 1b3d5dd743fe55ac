// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/marks.h"

#include "base/whenfinished.h"
#include "marks/reflog.h"
#include "prometheus/client.h"
#include "source/address.h"

#include <algorithm>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPromise>

namespace workflow {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using marks::Mark;

namespace {

constexpr auto lookInterval = 10s;
/// Of a repository's log, from its end: some hundred moves.
constexpr qint64 mostOfReflog = 64 * 1024;
/// What a repository did longer ago than this, before it was watched, is not taken over.
constexpr auto oldest = std::chrono::hours(24);

QJsonObject toJson(const MarkSource &source)
{
    return {{u"name"_s, source.name},
            {u"folder"_s, source.folder},
            {u"address"_s, source.address},
            {u"expression"_s, source.expression}};
}

MarkSource fromJson(const QJsonObject &json)
{
    return {json.value("name"_L1).toString(), json.value("folder"_L1).toString(),
            json.value("address"_L1).toString(), json.value("expression"_L1).toString()};
}

QString readingOf(const prometheus::Answer &answer)
{
    QStringList parts;
    for (const prometheus::Series &series : answer.series) {
        const double value = series.points.empty() ? 0 : series.points.back().value;
        parts << prometheus::seriesName(series.labels) + u' ' +
                     QString::number(value, 'g', QLocale::FloatingPointShortest);
    }
    parts.sort();
    return parts.join(u", "_s);
}

base::Done check(const MarkSource &source)
{
    if (!source.folder.isEmpty()) {
        const auto log = marks::reflogOf(source.folder);
        return log ? base::Done() : base::Done(base::passOn(log));
    }
    const auto url = source::targetUrl(source.address);
    if (!url)
        return base::passOn(url);
    if (!url->scheme().startsWith("http"_L1) || source.expression.trimmed().isEmpty())
        return base::fail(base::ErrorKind::Input,
                          Marks::tr("Type the address of a Prometheus, and which series changes "
                                    "with a deployment."));
    return {};
}

} // namespace

Marks::Marks(Desk &desk, http::Client &http)
    : m_desk(desk)
    , m_http(http)
    , m_book(desk.dataDir())
{
    const auto stored =
        QJsonDocument::fromJson(m_desk.settings().get(settings::markSources)).array();
    for (const QJsonValue &entry : stored)
        m_sources.push_back(fromJson(entry.toObject()));
    connect(&m_timer, &QTimer::timeout, this, &Marks::look);
    reload();
}

Marks::~Marks() = default;

void Marks::start()
{
    m_timer.start(lookInterval);
    look();
}

void Marks::look()
{
    if (m_book.size() != m_size)
        reload();
    for (const MarkSource &source : m_sources)
        lookAt(source);
}

void Marks::reload()
{
    m_size = m_book.size();
    m_all = m_book.read();
    emit changed();
}

void Marks::keep(const Mark &mark)
{
    if (std::ranges::find(m_all, mark.id, &Mark::id) != m_all.end())
        return;
    if (const base::Done kept = m_book.append(mark); !kept)
        tell(kept.error());
    else
        reload();
}

base::Done Marks::add(const QString &text, std::optional<base::Instant> at)
{
    const base::Instant now = m_desk.clock().now();
    if (text.trimmed().isEmpty())
        return base::fail(base::ErrorKind::Input, tr("Say what was changed."));
    if (at && *at > now)
        return base::fail(base::ErrorKind::Input,
                          tr("That is in the future. A mark is for what has happened."));
    const base::Done kept =
        m_book.append({m_desk.newId(), at.value_or(now), text.trimmed(), m_desk.author()});
    if (kept)
        reload();
    return kept;
}

std::vector<Mark> Marks::since(base::Instant at) const
{
    std::vector<Mark> late;
    std::ranges::copy_if(m_all, std::back_inserter(late),
                         [&](const Mark &mark) { return mark.at >= at; });
    return late;
}

void Marks::tell(const base::Error &error)
{
    if (m_told == error.text)
        return;
    m_told = error.text;
    emit failed(error);
}

void Marks::lookAt(const MarkSource &source)
{
    if (!source.folder.isEmpty())
        return lookAtRepository(source);
    base::whenFinished(this, read(source), [this, source](const Reading &reading) {
        if (!reading)
            return tell(reading.error());
        // What is not there says nothing: what exports it may be down, and comes back unchanged.
        if (reading->isEmpty())
            return;
        const auto known = m_readings.find(source.name);
        const bool isNews = known != m_readings.end() && known->second != *reading;
        m_readings[source.name] = *reading;
        if (isNews)
            keep({m_desk.newId(), m_desk.clock().now(), *reading, source.name});
    });
}

void Marks::lookAtRepository(const MarkSource &source)
{
    const auto path = marks::reflogOf(source.folder);
    if (!path)
        return tell(path.error());
    QFile file(*path);
    if (m_sizes[source.name] == file.size() || !file.open(QIODevice::ReadOnly))
        return;
    m_sizes[source.name] = file.size();
    file.seek(std::max<qint64>(0, file.size() - mostOfReflog));
    for (const Mark &mark : marks::marksFrom(file.readAll(), source.name)) {
        if (mark.at >= m_desk.clock().now() - oldest)
            keep(mark);
    }
}

QFuture<Marks::Reading> Marks::read(const MarkSource &source)
{
    auto promise = std::make_shared<QPromise<Reading>>();
    promise->start();
    prometheus::Server server;
    server.url = source::targetUrl(source.address).value_or(QUrl());
    server.deadline = lookInterval - 2s;
    auto *client = new prometheus::Client(m_http, server, this);
    base::whenFinished(this, client->query(source.expression),
                       [client, promise](const base::Result<prometheus::Answer> &answer) {
                           client->deleteLater();
                           promise->addResult(answer ? Reading(readingOf(*answer))
                                                     : Reading(base::passOn(answer)));
                           promise->finish();
                       });
    return promise->future();
}

base::Done Marks::addSource(const MarkSource &source)
{
    if (source.name.trimmed().isEmpty())
        return base::fail(base::ErrorKind::Input, tr("Give it a name."));
    if (const base::Done usable = check(source); !usable)
        return usable;
    if (std::ranges::find(m_sources, source.name, &MarkSource::name) != m_sources.end())
        return base::fail(
            base::ErrorKind::Conflict,
            tr("There is one called %1 already. Choose another name.").arg(source.name));
    m_sources.push_back(source);
    lookAt(source);
    emit changed();
    return storeSources();
}

base::Done Marks::removeSource(const QString &name)
{
    std::erase_if(m_sources, [&](const MarkSource &source) { return source.name == name; });
    m_readings.erase(name);
    m_sizes.erase(name);
    emit changed();
    return storeSources();
}

base::Done Marks::storeSources()
{
    QJsonArray stored;
    for (const MarkSource &source : m_sources)
        stored.append(toJson(source));
    return m_desk.settings().set(settings::markSources,
                                 QJsonDocument(stored).toJson(QJsonDocument::Compact));
}

QFuture<base::Result<QString>> Marks::test(const MarkSource &source)
{
    auto promise = std::make_shared<QPromise<base::Result<QString>>>();
    promise->start();
    const auto finish = [promise](const base::Result<QString> &sentence) {
        promise->addResult(sentence);
        promise->finish();
    };
    if (const base::Done usable = check(source); !usable) {
        finish(base::passOn(usable));
        return promise->future();
    }
    if (!source.folder.isEmpty()) {
        finish(tr("It is a repository, and writes down where it was moved to."));
        return promise->future();
    }
    base::whenFinished(this, read(source), [finish](const Reading &reading) {
        if (reading && reading->isEmpty())
            finish(base::fail(base::ErrorKind::NotFound,
                              tr("The expression gives nothing. It has to give at least one "
                                 "series.")));
        else
            finish(reading ? base::Result<QString>(tr("It says: %1").arg(*reading))
                           : base::Result<QString>(base::passOn(reading)));
    });
    return promise->future();
}

} // namespace workflow
