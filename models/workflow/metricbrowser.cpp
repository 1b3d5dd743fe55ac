// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/metricbrowser.h"

#include "base/background.h"
#include "base/promised.h"
#include "base/whenfinished.h"
#include "prometheus/client.h"
#include "source/address.h"

#include <algorithm>
#include <QPromise>

namespace workflow {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using base::Result;
using prometheus::Answer;
using prometheus::Labels;

namespace {

constexpr int columns = 240;
constexpr auto interval = 15s;
/// 50,000 names of 60 characters with their helps.
constexpr qint64 namesCap = 32 * 1024 * 1024;
constexpr qint64 valuesCap = 4 * 1024 * 1024;
const QString nameLabel = u"__name__"_s;

Metrics joined(const QStringList &names, const prometheus::MetaTable &table)
{
    Metrics metrics;
    metrics.reserve(size_t(names.size()));
    for (const QString &name : names) {
        auto meta = table.constFind(name);
        if (meta == table.cend())
            meta = table.constFind(prometheus::familyOf(name));
        metrics.push_back(meta == table.cend() ? Metric{name, {}, {}}
                                               : Metric{name, meta->type, meta->help});
    }
    std::ranges::sort(metrics, {}, &Metric::name);
    return metrics;
}

/// In another thread: there may be tens of thousands.
QFuture<Result<Metrics>> joinedBeside(const QStringList &names, const prometheus::MetaTable &table)
{
    return base::inBackground([names, table] { return Result<Metrics>(joined(names, table)); });
}

QStringList selectorsOf(const Labels &chosen)
{
    return chosen.isEmpty() ? QStringList() : QStringList{prometheus::seriesName(chosen)};
}

} // namespace

struct MetricBrowser::Look
{
    QString expression;
    QPromise<Result<LastHour>> promise;
};

MetricBrowser::MetricBrowser(http::Client &http, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
{}

MetricBrowser::~MetricBrowser() = default;

std::unique_ptr<prometheus::Client> MetricBrowser::makeClient(qint64 byteCap) const
{
    prometheus::Server server{m_url};
    server.byteCap = byteCap;
    return std::make_unique<prometheus::Client>(m_http, server);
}

base::Done MetricBrowser::open(const QString &address)
{
    const auto url = source::targetUrl(address.trimmed());
    if (!url || !url->scheme().startsWith(u"http"_s))
        return base::fail(base::ErrorKind::Input,
                          tr("Enter the address of a Prometheus, with http:// or https://."));
    m_url = *url;
    cancel();
    return {};
}

void MetricBrowser::cancel()
{
    m_client = makeClient(namesCap);
    m_previewer = makeClient(valuesCap);
}

template <class T>
QFuture<Result<T>> MetricBrowser::follow(const QFuture<Result<T>> &future)
{
    if (m_underWay++ == 0)
        emit busyChanged(true);
    base::whenFinished(this, future, [this](const Result<T> &) {
        if (--m_underWay == 0)
            emit busyChanged(false);
    });
    return future;
}

QFuture<Result<Metrics>> MetricBrowser::metrics()
{
    const auto promise = base::promised<Result<Metrics>>();
    prometheus::Client *client = m_client.get();
    base::whenFinished(
        client, client->labelValues(nameLabel), [=](const Result<QStringList> &names) {
            if (!names)
                return base::keep(*promise, Result<Metrics>(base::passOn(names)));
            // The names are what matters: without a table the list is only less helpful.
            const auto join = [=, names = *names](const Result<prometheus::MetaTable> &table) {
                base::whenFinished(
                    client, joinedBeside(names, table.value_or(prometheus::MetaTable())),
                    [promise](const Result<Metrics> &all) { base::keep(*promise, all); });
            };
            base::whenFinished(client, client->metadata(), join);
        });
    return follow(promise->future());
}

QFuture<Result<QStringList>> MetricBrowser::labels(const Labels &chosen)
{
    const auto promise = base::promised<Result<QStringList>>();
    base::whenFinished(m_client.get(), m_client->labelNames(selectorsOf(chosen)),
                       [promise](Result<QStringList> names) {
                           if (names)
                               names->removeAll(nameLabel);
                           base::keep(*promise, std::move(names));
                       });
    return follow(promise->future());
}

QFuture<Result<QStringList>> MetricBrowser::values(const QString &label, const Labels &chosen)
{
    Labels others = chosen;
    others.remove(label);
    return follow(m_client->labelValues(label, selectorsOf(others)));
}

QFuture<Result<LastHour>> MetricBrowser::lastHour(const QString &expression)
{
    m_previewer = makeClient(valuesCap);
    const auto look = std::make_shared<Look>();
    look->expression = expression;
    look->promise.start();
    base::whenFinished(
        m_previewer.get(), m_previewer->query(prometheus::countOf(expression)),
        [this, look](const Result<Answer> &answer) {
            // What cannot be counted, such as a bare number or a mistake, is asked
            // for as it is: then the answer speaks of what was typed.
            const bool isCounted =
                answer && !answer->series.empty() && !answer->series[0].points.empty();
            const auto mayGoOn = answer || answer.error().kind == base::ErrorKind::Input;
            if (mayGoOn)
                askSeries(look, isCounted ? qint64(answer->series[0].points[0].value) : 0);
            else
                base::keep(look->promise, Result<LastHour>(base::passOn(answer)));
        });
    return follow(look->promise.future());
}

void MetricBrowser::askSeries(const std::shared_ptr<Look> &look, qint64 count)
{
    LastHour hour;
    hour.count = count;
    hour.steps = prometheus::alignedSteps(now() - 1h, now(), interval, columns);
    if (count > LastHour::mostShown)
        return base::keep(look->promise, Result<LastHour>(std::move(hour)));
    base::whenFinished(m_previewer.get(), m_previewer->range(look->expression, hour.steps),
                       [look, hour](const Result<Answer> &answer) {
                           if (!answer)
                               return base::keep(look->promise,
                                                 Result<LastHour>(base::passOn(answer)));
                           LastHour full = hour;
                           full.count = qint64(answer->series.size());
                           full.remarks = answer->remarks;
                           if (full.count <= LastHour::mostShown)
                               full.series = answer->series;
                           base::keep(look->promise, Result<LastHour>(std::move(full)));
                       });
}

} // namespace workflow
