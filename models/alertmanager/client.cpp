// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "alertmanager/client.h"

#include "alertmanager/mapping.h"
#include "alertmanager/reply.h"
#include "base/whenfinished.h"

#include <algorithm>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QPromise>
#include <QSet>

namespace alertmanager {

using namespace Qt::StringLiterals;
using base::ErrorKind;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(alertmanager)
};

const QString &keyOf(const Alert &alert)
{
    return alert.fingerprint;
}

const QString &keyOf(const Silence &silence)
{
    return silence.id;
}

base::Done check(const Silence &silence)
{
    const auto isNameless = [](const Matcher &matcher) {
        return matcher.name.isEmpty();
    };
    if (silence.matchers.empty() ||
        std::any_of(silence.matchers.begin(), silence.matchers.end(), isNameless))
        return base::fail(ErrorKind::Input,
                          Words::tr("Say what is silenced: at least one label and its value."));
    if (silence.comment.trimmed().isEmpty() || silence.createdBy.trimmed().isEmpty())
        return base::fail(ErrorKind::Input,
                          Words::tr("A silence needs a comment and a name, so that others know why "
                                    "it is quiet."));
    if (silence.endsAt <= silence.startsAt)
        return base::fail(ErrorKind::Input, Words::tr("The silence ends before it starts."));
    return {};
}

/// Whether another member may do better: one that is out of order, not one that says no.
bool isWorthAnother(const base::Error &error)
{
    return error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout ||
           error.kind == ErrorKind::Format;
}

template <class T>
QFuture<T> ready(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

base::Result<QJsonValue> opened(const base::Result<http::Response> &response)
{
    if (!response)
        return base::passOn(response);
    return openReply(*response);
}

} // namespace

/// The answers of all members on their way.
template <class T>
struct Client::Gathering
{
    QPromise<base::Result<Told<T>>> promise;
    Told<T> told;
    QSet<QString> known; ///< keys of those told
    qsizetype missing = 0;
    bool isAnswered = false;

    void add(base::Result<std::vector<T>> part)
    {
        if (part) {
            isAnswered = true;
            for (T &value : *part) {
                const qsizetype before = known.size();
                known.insert(keyOf(value));
                if (known.size() > before)
                    told.all.push_back(std::move(value));
            }
        } else {
            told.silent.push_back(part.error());
        }
        if (--missing > 0)
            return;
        if (isAnswered)
            promise.addResult(base::Result<Told<T>>(std::move(told)));
        else
            promise.addResult(base::Result<Told<T>>(tl::make_unexpected(told.silent.front())));
        promise.finish();
    }
};

Client::Client(http::Client &http, Cluster cluster, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_cluster(std::move(cluster))
{}

http::Request Client::requestTo(const QUrl &member, const QString &path) const
{
    http::Request request;
    request.url = member;
    QString base = member.path(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    request.url.setPath(base + "/api/v2/"_L1 + path, QUrl::TolerantMode);
    request.headers = m_cluster.headers;
    request.headers.append(http::Header{"Accept", "application/json"});
    request.deadline = m_cluster.deadline;
    request.byteCap = m_cluster.byteCap;
    return request;
}

template <class T>
QFuture<base::Result<Told<T>>>
Client::gather(const QString &path, base::Result<std::vector<T>> (*map)(const QJsonValue &))
{
    auto gathering = std::make_shared<Gathering<T>>();
    gathering->missing = m_cluster.members.size();
    gathering->promise.start();
    for (const QUrl &member : m_cluster.members) {
        base::whenFinished(this, m_http.send(requestTo(member, path)),
                           [gathering, map](const base::Result<http::Response> &response) {
                               const auto json = opened(response);
                               gathering->add(
                                   json ? map(*json)
                                        : base::Result<std::vector<T>>(base::passOn(json)));
                           });
    }
    return gathering->promise.future();
}

QFuture<base::Result<Told<Alert>>> Client::alerts()
{
    return gather<Alert>(u"alerts"_s, alertsFrom);
}

QFuture<base::Result<Told<Silence>>> Client::silences()
{
    return gather<Silence>(u"silences"_s, silencesFrom);
}

void Client::tryMembers(const http::Request &request, const QString &path, qsizetype member,
                        Map then)
{
    http::Request addressed = requestTo(m_cluster.members[member], path);
    addressed.method = request.method;
    addressed.body = request.body;
    addressed.headers += request.headers;
    base::whenFinished(this, m_http.send(addressed),
                       [=, this](const base::Result<http::Response> &response) {
                           auto json = opened(response);
                           const bool isLast = member + 1 == m_cluster.members.size();
                           if (json || isLast || !isWorthAnother(json.error()))
                               then(std::move(json));
                           else
                               tryMembers(request, path, member + 1, then);
                       });
}

QFuture<base::Result<std::vector<Group>>> Client::groups()
{
    auto promise = std::make_shared<QPromise<base::Result<std::vector<Group>>>>();
    promise->start();
    tryMembers({}, u"alerts/groups"_s, 0, [promise](const base::Result<QJsonValue> &json) {
        promise->addResult(json ? groupsFrom(*json)
                                : base::Result<std::vector<Group>>(base::passOn(json)));
        promise->finish();
    });
    return promise->future();
}

QFuture<base::Result<QString>> Client::save(const Silence &silence)
{
    if (const base::Done usable = check(silence); !usable)
        return ready<base::Result<QString>>(base::passOn(usable));
    http::Request request;
    request.method = http::Method::Post;
    request.headers = {{"Content-Type", "application/json"}};
    request.body = QJsonDocument(toJson(silence)).toJson(QJsonDocument::Compact);
    auto promise = std::make_shared<QPromise<base::Result<QString>>>();
    promise->start();
    tryMembers(request, u"silences"_s, 0, [promise](const base::Result<QJsonValue> &json) {
        promise->addResult(json ? silenceIdFrom(*json) : base::Result<QString>(base::passOn(json)));
        promise->finish();
    });
    return promise->future();
}

QFuture<base::Done> Client::expire(const QString &silenceId)
{
    http::Request request;
    request.method = http::Method::Delete;
    const QString id = QString::fromLatin1(QUrl::toPercentEncoding(silenceId));
    auto promise = std::make_shared<QPromise<base::Done>>();
    promise->start();
    tryMembers(request, u"silence/"_s + id, 0, [promise](const base::Result<QJsonValue> &json) {
        promise->addResult(json ? base::Done() : base::Done(base::passOn(json)));
        promise->finish();
    });
    return promise->future();
}

} // namespace alertmanager
