// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "upstream/ask.h"

#include "base/whenfinished.h"
#include "provider/feed.h"

#include <QCoreApplication>

namespace upstream {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(upstream)
};

constexpr auto deadline = 8s;

Alert from(const alertmanager::Alert &told)
{
    Alert alert;
    alert.labels = told.labels;
    alert.annotations = told.annotations;
    alert.startsAt = told.startsAt;
    alert.isMuted = told.state == alertmanager::AlertState::Suppressed;
    alert.silencedBy = told.silencedBy;
    return alert;
}

Alert from(const prometheus::Alert &told)
{
    Alert alert;
    alert.labels = told.labels;
    alert.annotations = told.annotations;
    alert.activeAt = told.activeAt;
    return alert;
}

Look from(const alertmanager::Told<alertmanager::Alert> &told)
{
    Look look;
    for (const alertmanager::Alert &alert : told.all)
        look.alerts.push_back(from(alert));
    for (const base::Error &error : told.silent)
        look.remarks << error.text;
    return look;
}

Look from(const std::vector<prometheus::Alert> &told)
{
    Look look;
    for (const prometheus::Alert &alert : told) {
        if (alert.isFiring)
            look.alerts.push_back(from(alert));
    }
    return look;
}

/// The rules that cannot be evaluated will never fire.
QStringList brokenRules(const std::vector<prometheus::Rule> &rules)
{
    QStringList remarks;
    for (const prometheus::Rule &rule : rules) {
        if (!rule.lastError.isEmpty())
            remarks
                << Words::tr("The rule %1 cannot be evaluated: %2").arg(rule.name, rule.lastError);
    }
    return remarks;
}

/// What `map` makes of the answer, as a future of its own.
template <class T, class From, class Map>
QFuture<base::Result<T>> mapped(QObject *context, const QFuture<base::Result<From>> &asked, Map map)
{
    auto promise = std::make_shared<QPromise<base::Result<T>>>();
    promise->start();
    base::whenFinished(context, asked, [promise, map](const base::Result<From> &answer) {
        promise->addResult(answer ? base::Result<T>(map(*answer))
                                  : base::Result<T>(base::passOn(answer)));
        promise->finish();
    });
    return promise->future();
}

QString sentenceOf(const Look &look)
{
    QString text = look.alerts.empty()
                       ? Words::tr("It answers. No alert fires.")
                       : Words::tr("It answers. %n alerts fire.", nullptr, int(look.alerts.size()));
    if (!look.remarks.isEmpty())
        text += u' ' + look.remarks.join(u' ');
    return text;
}

QString sentenceOf(const provider::Status &status)
{
    const QString says = status.sentence.isEmpty() ? Words::tr("nothing") : status.sentence;
    return Words::tr("%1 says: %2").arg(status.page, says);
}

} // namespace

Asker::Asker(http::Client &http, const base::Clock &clock, Spec spec, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
    , m_spec(std::move(spec))
{
    const QList<QUrl> urls = urlsOf(m_spec);
    if (m_spec.kind == Kind::Alertmanager) {
        alertmanager::Cluster cluster;
        cluster.members = urls;
        cluster.deadline = deadline;
        m_alertmanager = std::make_unique<alertmanager::Client>(m_http, cluster);
    } else if (m_spec.kind == Kind::Prometheus) {
        prometheus::Server server;
        server.url = urls.value(0);
        server.deadline = deadline;
        m_prometheus = std::make_unique<prometheus::Client>(m_http, server);
    }
}

QFuture<base::Result<Look>> Asker::alerts()
{
    if (m_alertmanager)
        return mapped<Look>(this, m_alertmanager->alerts(),
                            [](const auto &told) { return from(told); });
    // Its rules come behind its alerts, in the same look.
    auto promise = std::make_shared<QPromise<base::Result<Look>>>();
    promise->start();
    const auto finish = [promise](const base::Result<Look> &look) {
        promise->addResult(look);
        promise->finish();
    };
    base::whenFinished(this, m_prometheus->alerts(), [this, finish](const auto &alerts) {
        if (!alerts) {
            finish(base::passOn(alerts));
            return;
        }
        const Look fires = from(*alerts);
        base::whenFinished(this, m_prometheus->rules(), [fires, finish](const auto &rules) {
            Look look = fires;
            look.remarks = rules ? brokenRules(*rules) : QStringList(rules.error().text);
            finish(look);
        });
    });
    return promise->future();
}

QFuture<base::Result<provider::Status>> Asker::status()
{
    const auto promise = std::make_shared<QPromise<base::Result<provider::Status>>>();
    promise->start();
    if (m_isFeed) {
        askFeed(promise);
        return promise->future();
    }
    http::Request request = provider::summaryRequest(urlsOf(m_spec).value(0));
    request.deadline = deadline;
    base::whenFinished(
        this, m_http.send(request), [this, promise](const base::Result<http::Response> &response) {
            const auto status = response ? provider::statusFrom(*response)
                                         : base::Result<provider::Status>(base::passOn(response));
            // A page that answers, but with something else, may be a feed.
            const bool mayBeFeed = !status && response &&
                                   (status.error().kind == base::ErrorKind::NotFound ||
                                    status.error().kind == base::ErrorKind::Format);
            if (mayBeFeed)
                return askFeed(promise);
            promise->addResult(status);
            promise->finish();
        });
    return promise->future();
}

void Asker::askFeed(const StatusPromise &promise)
{
    http::Request request = provider::feedRequest(urlsOf(m_spec).value(0));
    request.deadline = deadline;
    base::whenFinished(
        this, m_http.send(request), [this, promise](const base::Result<http::Response> &response) {
            const auto status = response ? provider::statusFromFeed(*response, m_clock.nowMs())
                                         : base::Result<provider::Status>(base::passOn(response));
            m_isFeed = status.has_value();
            promise->addResult(status);
            promise->finish();
        });
}

QFuture<base::Result<QString>> Asker::test()
{
    if (m_spec.kind == Kind::Provider)
        return mapped<QString>(this, status(),
                               [](const provider::Status &status) { return sentenceOf(status); });
    return mapped<QString>(this, alerts(), [](const Look &look) { return sentenceOf(look); });
}

} // namespace upstream
