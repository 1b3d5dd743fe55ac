// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "alertmanager/reply.h"

#include "base/text.h"
#include "http/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace alertmanager {

using namespace Qt::StringLiterals;
using base::ErrorKind;

namespace {

constexpr base::Retry soon{base::Retry::When::After, std::chrono::seconds(30)};

class Words
{
    Q_DECLARE_TR_FUNCTIONS(alertmanager)
};

tl::unexpected<base::Error> refuse(ErrorKind kind, const QString &text, base::Retry retry = {})
{
    return tl::make_unexpected(base::Error{kind, text, {}, retry});
}

/// QJsonDocument of Qt 6.4 reads objects and arrays only, so a bare string is put into an array.
QJsonValue jsonOf(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson('[' + body + ']');
    const QJsonArray only = document.array();
    return only.size() == 1 ? only.first() : QJsonValue(QJsonValue::Undefined);
}

QString reasonOf(const http::Response &response)
{
    const QJsonValue json = jsonOf(response.body.trimmed());
    const QString reason =
        json.isString() ? json.toString() : json.toObject().value("message"_L1).toString();
    return base::oneLine(reason, 300);
}

tl::unexpected<base::Error> failed(const http::Response &response)
{
    const QString place = http::placeOf(response.finalUrl);
    const QString reason = reasonOf(response);
    if (response.status == 401 || response.status == 403)
        return refuse(
            ErrorKind::Auth,
            Words::tr("%1 asks who you are. Enter what it needs to let you in.").arg(place));
    if (response.status == 404)
        return refuse(ErrorKind::NotFound,
                      Words::tr("%1 does not have this. It may have expired, or the address is not "
                                "that of an Alertmanager.")
                          .arg(place));
    if ((response.status == 400 || response.status == 422) && !reason.isEmpty())
        return refuse(ErrorKind::Input, Words::tr("%1 refuses it: %2").arg(place, reason));
    if (response.status >= 300 && response.status < 400)
        return refuse(ErrorKind::Refused,
                      Words::tr("%1 answers with a redirect. Enter the address that it leads to.")
                          .arg(place));
    const QString text =
        reason.isEmpty()
            ? Words::tr("%1 answers with status %2.").arg(place, QString::number(response.status))
            : Words::tr("%1 answers with status %2: %3")
                  .arg(place, QString::number(response.status), reason);
    return refuse(ErrorKind::Network, text, response.status >= 500 ? soon : base::Retry{});
}

} // namespace

base::Result<QJsonValue> openReply(const http::Response &response)
{
    if (!response.isSuccess())
        return failed(response);
    const QByteArray body = response.body.trimmed();
    if (body.isEmpty())
        return QJsonValue();
    const QByteArray type = http::headerValue(response.headers, "Content-Type").toLower();
    const QJsonValue json = type.contains("json") ? jsonOf(body) : QJsonValue::Undefined;
    if (json.isUndefined())
        return refuse(ErrorKind::Format,
                      Words::tr("%1 answers with something else than the Alertmanager API, such as "
                                "a page for people. Check the address.")
                          .arg(http::placeOf(response.finalUrl)));
    return json;
}

} // namespace alertmanager
