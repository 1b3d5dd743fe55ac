// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/answer.h"

#include "http/words.h"
#include "timing/zone.h"

#include <QCoreApplication>
#include <QDateTime>

namespace http {

using namespace std::chrono_literals;
using base::Error;
using base::ErrorKind;
using base::Retry;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(http)
};

constexpr std::chrono::seconds soon{30};
constexpr std::chrono::seconds aWhile{60};

std::optional<base::Instant> httpDate(const QByteArray &value)
{
    const QDateTime at = QDateTime::fromString(QString::fromLatin1(value), Qt::RFC2822Date);
    return at.isValid() ? std::optional(timing::fromUtc(at.toUTC())) : std::nullopt;
}

} // namespace

bool isJson(const Response &response)
{
    return headerValue(response.headers, "Content-Type").toLower().contains("json");
}

std::optional<std::chrono::seconds> retryAfter(const Response &response)
{
    const QByteArray value = headerValue(response.headers, "Retry-After").trimmed();
    bool isNumber = false;
    const qlonglong seconds = value.toLongLong(&isNumber);
    if (isNumber)
        return std::chrono::seconds(std::max(0LL, seconds));
    const auto until = httpDate(value);
    const auto now = timeAt(response);
    if (!until || !now)
        return std::nullopt;
    return std::max(0s, *until - *now);
}

std::optional<base::Instant> timeAt(const Response &response)
{
    return httpDate(headerValue(response.headers, "Date"));
}

Error unavailable(const Response &response)
{
    const QString place = placeOf(response.finalUrl);
    const auto wait = retryAfter(response);
    const Retry retry{Retry::When::After, wait.value_or(aWhile)};
    QString text = Words::tr("%1 has a fault of its own (status %2), perhaps its database. Look "
                             "into the server if it stays.")
                       .arg(place)
                       .arg(response.status);
    if (response.status == 429 || response.status == 420)
        text =
            Words::tr("%1 asks us to slow down. It is tried again when it allows it.").arg(place);
    else if (response.status == 503 && wait)
        text = Words::tr("%1 is being upgraded or maintained. It is tried again when it is back.")
                   .arg(place);
    return {ErrorKind::Network, text, {}, retry};
}

base::Result<QJsonDocument> jsonOf(const Response &response)
{
    // Whoever says so answers with a page or with JSON, as it comes.
    if (response.status == 420 || response.status == 429 || response.status >= 500)
        return tl::make_unexpected(unavailable(response));
    QJsonParseError fault{};
    const QJsonDocument document = QJsonDocument::fromJson(response.body, &fault);
    if (isJson(response) && fault.error == QJsonParseError::NoError)
        return document;
    return tl::make_unexpected(
        Error{ErrorKind::Format,
              Words::tr("A web page answers where the programming interface of %1 should. On a "
                        "guest network, sign in there first; else check the address.")
                  .arg(placeOf(response.finalUrl)),
              {},
              {Retry::When::After, soon}});
}

} // namespace http
