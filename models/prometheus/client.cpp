// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prometheus/client.h"

#include "base/background.h"
#include "base/promised.h"
#include "base/whenfinished.h"
#include "prometheus/envelope.h"
#include "prometheus/mapping.h"

#include <QCoreApplication>
#include <QHash>
#include <QPromise>

namespace prometheus {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostPieces = 100;
/// To read more than this takes longer than a window may stand still.
constexpr qsizetype heavyBody = 128 * 1024;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(prometheus)
};

QByteArray encoded(const QList<std::pair<QByteArray, QString>> &form)
{
    QByteArray text;
    for (const auto &[name, value] : form) {
        if (!text.isEmpty())
            text += '&';
        text += QUrl::toPercentEncoding(QString::fromLatin1(name)) + '=' +
                QUrl::toPercentEncoding(value);
    }
    return text;
}

/// Seconds with as many digits as milliseconds need.
QString secondsOf(base::InstantMs at)
{
    return QString::number(double(at.time_since_epoch().count()) / 1000.0, 'f', 3);
}

base::Result<Answer> answerOf(const Envelope &envelope)
{
    auto answer = answerFrom(envelope.data);
    if (answer)
        answer->remarks = envelope.remarks;
    return answer;
}

} // namespace

/// A range query that is asked for in pieces.
struct Client::RangeJob
{
    QString expression;
    std::vector<Steps> pieces;
    size_t done = 0;
    Answer answer;
    QHash<QString, size_t> index; ///< of the answer's series, by name
    QPromise<base::Result<Answer>> promise;

    void add(Answer piece)
    {
        for (Series &series : piece.series) {
            const QString name = seriesName(series.labels);
            const auto known = index.constFind(name);
            if (known == index.cend()) {
                index.insert(name, answer.series.size());
                answer.series.push_back(std::move(series));
                continue;
            }
            Series &whole = answer.series[*known];
            whole.points.insert(whole.points.end(), series.points.begin(), series.points.end());
            whole.histograms += series.histograms;
        }
        for (const QString &remark : piece.remarks) {
            if (!answer.remarks.contains(remark))
                answer.remarks += remark;
        }
    }

    void finish(base::Result<Answer> result)
    {
        promise.addResult(std::move(result));
        promise.finish();
    }
};

Client::Client(http::Client &http, Server server, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_server(std::move(server))
{}

Client::~Client()
{
    for (auto &running : m_running)
        running.cancel();
}

template <class T>
QFuture<base::Result<T>> Client::ask(const http::Request &request,
                                     std::function<base::Result<T>(const Envelope &)> map)
{
    using Result = base::Result<T>;
    const auto promise = base::promised<Result>();
    const auto read = [map](const http::Response &response) {
        const auto envelope = openEnvelope(response);
        return envelope ? map(*envelope) : Result(base::passOn(envelope));
    };
    const auto answered = [this, promise, read](const base::Result<http::Response> &response) {
        if (!response)
            return base::keep(*promise, Result(base::passOn(response)));
        if (response->body.size() <= heavyBody)
            return base::keep(*promise, read(*response));
        base::whenFinished(
            this, base::inBackground([read, response = *response] { return read(response); }),
            [promise](const Result &result) { base::keep(*promise, result); });
    };
    m_running.removeIf([](const auto &running) { return running.isFinished(); });
    m_running.append(m_http.send(request));
    base::whenFinished(this, m_running.last(), answered);
    return promise->future();
}

http::Request Client::get(const QString &path, const Form &query) const
{
    http::Request request;
    request.url = m_server.url;
    QString base = m_server.url.path(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    request.url.setPath(base + "/api/v1/"_L1 + path, QUrl::TolerantMode);
    if (!query.isEmpty())
        request.url.setQuery(QString::fromLatin1(encoded(query)), QUrl::StrictMode);
    request.headers = m_server.headers;
    request.headers.append(http::Header{"Accept", "application/json"});
    request.deadline = m_server.deadline;
    request.byteCap = m_server.byteCap;
    return request;
}

http::Request Client::getOf(const QString &path, const QStringList &selectors) const
{
    Form form;
    for (const QString &selector : selectors)
        form.append({"match[]", selector});
    return get(path, form);
}

http::Request Client::post(const QString &path, const Form &form) const
{
    http::Request request = get(path);
    request.method = http::Method::Post;
    request.headers.append(http::Header{"Content-Type", "application/x-www-form-urlencoded"});
    request.body = encoded(form);
    return request;
}

QFuture<base::Result<Answer>> Client::query(const QString &expression,
                                            std::optional<base::InstantMs> at)
{
    Form form{{"query", expression}};
    if (at)
        form.append({"time", secondsOf(*at)});
    return ask<Answer>(post(u"query"_s, form), answerOf);
}

QFuture<base::Result<Answer>> Client::range(const QString &expression, const Steps &steps)
{
    auto job = std::make_shared<RangeJob>();
    job->expression = expression;
    job->pieces = pieces(steps);
    job->answer.type = ResultType::Matrix;
    job->promise.start();
    const auto future = job->promise.future();
    if (job->pieces.size() > mostPieces)
        job->finish(base::fail(base::ErrorKind::Input,
                               Words::tr("This is too long a time in too small steps. Take longer "
                                         "steps, or a shorter time.")));
    else
        next(job);
    return future;
}

void Client::next(const std::shared_ptr<RangeJob> &job)
{
    const Steps &piece = job->pieces[job->done];
    const double step = double(piece.step.count()) / 1000.0;
    const Form form{{"query", job->expression},
                    {"start", secondsOf(piece.from)},
                    {"end", secondsOf(piece.to)},
                    {"step", QString::number(step, 'f', 3)}};
    const auto asked = ask<Answer>(post(u"query_range"_s, form), answerOf);
    base::whenFinished(this, asked, [this, job](const base::Result<Answer> &answer) {
        if (!answer) {
            job->finish(answer);
            return;
        }
        job->add(*answer);
        if (++job->done == job->pieces.size())
            job->finish(std::move(job->answer));
        else
            next(job);
    });
}

QFuture<base::Result<QList<Labels>>> Client::series(const QStringList &selectors)
{
    return ask<QList<Labels>>(getOf(u"series"_s, selectors),
                              [](const Envelope &envelope) { return seriesFrom(envelope.data); });
}

QFuture<base::Result<QStringList>> Client::labelNames(const QStringList &selectors)
{
    return ask<QStringList>(getOf(u"labels"_s, selectors),
                            [](const Envelope &envelope) { return namesFrom(envelope.data); });
}

QFuture<base::Result<QStringList>> Client::labelValues(const QString &label,
                                                       const QStringList &selectors)
{
    const QString name = QString::fromLatin1(QUrl::toPercentEncoding(label));
    return ask<QStringList>(getOf(u"label/"_s + name + u"/values"_s, selectors),
                            [](const Envelope &envelope) { return namesFrom(envelope.data); });
}

QFuture<base::Result<MetaTable>> Client::metadata()
{
    return ask<MetaTable>(get(u"metadata"_s),
                          [](const Envelope &envelope) { return metaFrom(envelope.data); });
}

QFuture<base::Result<std::vector<Alert>>> Client::alerts()
{
    return ask<std::vector<Alert>>(
        get(u"alerts"_s), [](const Envelope &envelope) { return alertsFrom(envelope.data); });
}

QFuture<base::Result<std::vector<Rule>>> Client::rules()
{
    return ask<std::vector<Rule>>(
        get(u"rules"_s), [](const Envelope &envelope) { return rulesFrom(envelope.data); });
}

} // namespace prometheus
