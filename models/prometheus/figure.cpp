// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prometheus/figure.h"

#include "base/whenfinished.h"
#include "exposition/parse.h"
#include "http/words.h"
#include "prometheus/client.h"
#include "prometheus/figuresource.h"

#include <QCoreApplication>
#include <QPromise>

namespace prometheus {

using namespace Qt::StringLiterals;
using base::ErrorKind;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(prometheus)
};

constexpr qint64 largestExposition = 16 * 1024 * 1024;

http::Request scrapeRequest(const source::MonitorSpec &spec)
{
    const auto seconds = double(spec.timeout.count()) / 1000.0;
    http::Request request;
    request.url = QUrl(spec.address, QUrl::StrictMode);
    request.deadline = spec.timeout;
    request.byteCap = largestExposition;
    request.headers = {{"Accept", "application/openmetrics-text;version=1.0.0;q=0.5,"
                                  "text/plain;version=0.0.4;q=0.2,*/*;q=0.1"},
                       {"X-Prometheus-Scrape-Timeout-Seconds", QByteArray::number(seconds)}};
    return request;
}

bool hasLabel(std::span<const exposition::Label> labels, const exposition::Label &wanted)
{
    return std::any_of(labels.begin(), labels.end(), [&](const exposition::Label &label) {
        return label.name == wanted.name && label.value == wanted.value;
    });
}

/// A selector has the form of a sample without its value.
base::Result<exposition::Document> selectorFrom(const QString &selector)
{
    auto document =
        exposition::parse(selector.trimmed().toUtf8() + " 0\n", exposition::Format::Text);
    if (!document || document->samples.size() != 1)
        return base::fail(ErrorKind::Input,
                          Words::tr("“%1” does not name a sample. Write its name, and labels in "
                                    "braces where they matter: free_bytes{disk=\"/\"}.")
                              .arg(selector.trimmed()));
    return std::move(*document);
}

base::Result<double> pick(const exposition::Document &document,
                          const exposition::Document &selector, const QString &shown)
{
    const exposition::Sample &wanted = selector.samples[0];
    std::optional<double> value;
    for (const exposition::Sample &sample : document.samples) {
        const auto labels = document.labelsOf(sample.labels);
        const auto needed = selector.labelsOf(wanted.labels);
        const bool fits = sample.name == wanted.name &&
                          std::all_of(needed.begin(), needed.end(),
                                      [&](const auto &label) { return hasLabel(labels, label); });
        if (fits && value)
            return base::fail(ErrorKind::Input,
                              Words::tr("More than one sample fits %1. Add labels until one is "
                                        "left.")
                                  .arg(shown));
        if (fits)
            value = sample.value;
    }
    if (!value)
        return base::fail(ErrorKind::NotFound,
                          Words::tr("There is no sample that fits %1.").arg(shown));
    return *value;
}

} // namespace

base::Result<double> figureOf(const Answer &answer)
{
    if (answer.type == ResultType::String || answer.type == ResultType::Matrix)
        return base::fail(ErrorKind::Input,
                          Words::tr("The expression does not give a number. Ask for one value, as "
                                    "in sum(rate(errors_total[5m]))."));
    if (answer.series.empty())
        return base::fail(ErrorKind::NotFound,
                          Words::tr("The expression gives no data. Check its names and labels, and "
                                    "that the target is still watched."));
    if (answer.series.size() > 1)
        return base::fail(ErrorKind::Input,
                          Words::tr("The expression gives several values. Make it one with sum(), "
                                    "max() or more labels."));
    if (answer.series[0].points.empty())
        return base::fail(ErrorKind::Input,
                          Words::tr("The expression gives a histogram. Ask for one value of it, as "
                                    "with histogram_quantile()."));
    return answer.series[0].points[0].value;
}

base::Result<double> figureOf(const http::Response &response, const QString &selector)
{
    const QString place = http::placeOf(response.finalUrl);
    if (!response.isSuccess())
        return base::fail(
            ErrorKind::Network,
            Words::tr("%1 answers with status %2.").arg(place, QString::number(response.status)));
    const auto format = exposition::formatOf(http::headerValue(response.headers, "Content-Type"));
    if (!format)
        return base::fail(ErrorKind::Format,
                          Words::tr("%1 does not show metrics at this address, but something else, "
                                    "such as a page for people. Try /metrics.")
                              .arg(place));
    const auto wanted = selectorFrom(selector);
    if (!wanted)
        return base::passOn(wanted);
    const auto document = exposition::parse(response.body, *format);
    if (!document)
        return base::fail(
            ErrorKind::Format,
            Words::tr("The metrics of %1 break their format in line %2: %3")
                .arg(place, QString::number(document.error().line), document.error().reason));
    return pick(*document, *wanted, selector.trimmed());
}

QFuture<base::Result<double>> lookOnce(http::Client &http, const source::MonitorSpec &spec)
{
    auto promise = std::make_shared<QPromise<base::Result<double>>>();
    promise->start();
    const auto finish = [promise](base::Result<double> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    if (spec.kind == source::Kind::Exposition) {
        auto *context = new QObject;
        base::whenFinished(
            context, http.send(scrapeRequest(spec)),
            [=, selector = spec.expression](const base::Result<http::Response> &got) {
                context->deleteLater();
                finish(got ? figureOf(*got, selector) : base::Result<double>(base::passOn(got)));
            });
        return promise->future();
    }
    Server server{QUrl(spec.address, QUrl::StrictMode)};
    server.deadline = spec.timeout;
    auto *client = new Client(http, server);
    base::whenFinished(
        client, client->query(spec.expression), [=](const base::Result<Answer> &answer) {
            client->deleteLater();
            finish(answer ? figureOf(*answer) : base::Result<double>(base::passOn(answer)));
        });
    return promise->future();
}

QFuture<base::Result<source::ProbeVerdict>> tryFigure(http::Client &http, const base::Clock &clock,
                                                      const source::MonitorSpec &spec)
{
    auto promise = std::make_shared<QPromise<base::Result<source::ProbeVerdict>>>();
    promise->start();
    auto *context = new QObject;
    base::whenFinished(
        context, lookOnce(http, spec), [=, at = clock.nowMs()](const base::Result<double> &figure) {
            context->deleteLater();
            if (figure) {
                source::ProbeVerdict verdict = judge(spec, *figure);
                verdict.at = at;
                promise->addResult(base::Result<source::ProbeVerdict>(verdict));
            } else {
                promise->addResult(base::Result<source::ProbeVerdict>(base::passOn(figure)));
            }
            promise->finish();
        });
    return promise->future();
}

std::unique_ptr<source::Source> makeFigureSource(const source::MonitorSpec &spec,
                                                 const base::Clock &clock, http::Client &http)
{
    return std::make_unique<FigureSource>(spec, clock,
                                          [spec, &http] { return lookOnce(http, spec); });
}

} // namespace prometheus
