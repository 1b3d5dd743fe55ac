// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prometheus/envelope.h"

#include "base/text.h"
#include "http/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace prometheus {

using namespace Qt::StringLiterals;
using base::ErrorKind;

namespace {

constexpr base::Retry soon{base::Retry::When::After, std::chrono::seconds(30)};

class Words
{
    Q_DECLARE_TR_FUNCTIONS(prometheus)
};

tl::unexpected<base::Error> refuse(ErrorKind kind, const QString &text, base::Retry retry = {})
{
    return tl::make_unexpected(base::Error{kind, text, {}, retry});
}

bool isJson(const http::Response &response)
{
    const QByteArray type = http::headerValue(response.headers, "Content-Type");
    return type.toLower().contains("json");
}

/// Of an answer that does not come from the API.
base::Result<Envelope> foreign(const http::Response &response)
{
    const QString place = http::placeOf(response.finalUrl);
    switch (response.status) {
    case 401:
    case 403:
        return refuse(
            ErrorKind::Auth,
            Words::tr("%1 asks who you are. Enter what it needs to let you in.").arg(place));
    case 404:
        return refuse(ErrorKind::NotFound,
                      Words::tr("%1 has no Prometheus API at this address. Check the path behind "
                                "the name.")
                          .arg(place));
    case 502:
    case 503:
    case 504:
        return refuse(ErrorKind::Network,
                      Words::tr("%1 is not ready: it is starting, or the server behind it does not "
                                "answer. Try again in a minute.")
                          .arg(place),
                      soon);
    default:
        break;
    }
    if (response.status >= 300 && response.status < 400)
        return refuse(ErrorKind::Refused,
                      Words::tr("%1 answers with a redirect. Enter the address that it leads to.")
                          .arg(place));
    if (response.body.isEmpty())
        return refuse(
            ErrorKind::Format,
            Words::tr("%1 gives an empty answer. Check that this is a Prometheus.").arg(place));
    return refuse(
        ErrorKind::Format,
        Words::tr("%1 answers with something else than the Prometheus API, such as a page "
                  "for people. Check the address.")
            .arg(place));
}

base::Result<Envelope> told(const QJsonObject &json, const http::Response &response)
{
    const QString place = http::placeOf(response.finalUrl);
    const QString kind = json.value("errorType"_L1).toString();
    const QString reason = base::oneLine(json.value("error"_L1).toString(), 300);
    if (kind == "bad_data"_L1)
        return refuse(ErrorKind::Input,
                      Words::tr("%1 does not understand the query: %2").arg(place, reason));
    if (kind == "execution"_L1)
        return refuse(ErrorKind::Input,
                      Words::tr("%1 cannot work the query out: %2").arg(place, reason));
    if (kind == "timeout"_L1 || kind == "canceled"_L1)
        return refuse(
            ErrorKind::Timeout,
            Words::tr("%1 broke the query off. Ask for less, or for a shorter time.").arg(place),
            soon);
    if (kind == "unavailable"_L1)
        return refuse(ErrorKind::Network, Words::tr("%1 is not ready: %2").arg(place, reason),
                      soon);
    if (kind == "not_found"_L1)
        return refuse(ErrorKind::NotFound,
                      Words::tr("%1 does not have what was asked for: %2").arg(place, reason));
    return refuse(ErrorKind::Network,
                  Words::tr("%1 reports a fault of its own: %2").arg(place, reason), soon);
}

QStringList remarksOf(const QJsonObject &json)
{
    QStringList remarks;
    for (const auto &key : {"warnings"_L1, "infos"_L1}) {
        for (const QJsonValue &remark : json.value(key).toArray())
            remarks += base::oneLine(remark.toString(), 300);
    }
    return remarks;
}

} // namespace

base::Result<Envelope> openEnvelope(const http::Response &response)
{
    if (!isJson(response))
        return foreign(response);
    const QJsonDocument document = QJsonDocument::fromJson(response.body);
    const QJsonObject json = document.object();
    const QString status = json.value("status"_L1).toString();
    if (status == "error"_L1)
        return told(json, response);
    if (status != "success"_L1 || !response.isSuccess() || !json.contains("data"_L1))
        return foreign(response);
    return Envelope{json.value("data"_L1), remarksOf(json)};
}

} // namespace prometheus
