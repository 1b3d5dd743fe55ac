// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wordpress/answers.h"

#include "base/text.h"
#include "http/answer.h"
#include "http/words.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace wordpress {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Retry;
using http::Response;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(wordpress)
};

constexpr std::chrono::seconds soon{30};
constexpr std::chrono::seconds aWhile{60};

tl::unexpected<Error> failure(ErrorKind kind, const QString &text, Retry retry = {},
                              const QString &detail = {})
{
    return tl::make_unexpected(Error{kind, text, detail, retry});
}

tl::unexpected<Error> notWordPress(const Response &response)
{
    const QString place = http::placeOf(response.finalUrl);
    if (response.status == 404 || response.status == 410)
        return failure(
            ErrorKind::NotFound,
            Words::tr("There is no WordPress at this address of %1. Check the address.").arg(place),
            {Retry::When::After, aWhile});
    if (response.status == 401 || response.status == 403)
        return failure(ErrorKind::Refused,
                       Words::tr("Something in front of WordPress on %1 turns us away (status %2): "
                                 "a firewall or a security plugin. Allow its REST interface there.")
                           .arg(place)
                           .arg(response.status),
                       {Retry::When::After, aWhile});
    return failure(ErrorKind::Format,
                   Words::tr("A web page answers where WordPress of %1 should. On a guest network, "
                             "sign in there first; else a plugin may hide the REST interface.")
                       .arg(place),
                   {Retry::When::After, soon});
}

/// Whoever is not let in may not ask for what is not public: the answer speaks of the question.
bool isUnknownUser(const Response &response, const QJsonDocument &json)
{
    const QJsonValue details = json["data"_L1]["details"_L1]["status"_L1];
    return response.status == 401 ||
           (response.status == 400 && details["code"_L1] == "rest_forbidden_status"_L1);
}

tl::unexpected<Error> refusal(const Response &response, const QJsonDocument &json)
{
    const QString code = json["code"_L1].toString();
    const QString message = json["message"_L1].toString();
    const QString place = http::placeOf(response.finalUrl);
    const QString detail = u"status %1, %2"_s.arg(response.status).arg(base::oneLine(code, 60));
    if (isUnknownUser(response, json))
        return failure(ErrorKind::Auth,
                       Words::tr("%1 does not accept the user name with this application password. "
                                 "Make a new one there in the user's profile, and type it in the "
                                 "settings.")
                           .arg(place),
                       {}, detail);
    if (response.status == 403)
        return failure(ErrorKind::Auth,
                       Words::tr("This user may not publish on %1. Give the user the role Author "
                                 "or Editor there.")
                           .arg(place),
                       {}, detail);
    if (response.status == 404 || response.status == 410) {
        const bool noInterface = code == "rest_no_route"_L1;
        return failure(ErrorKind::NotFound,
                       noInterface ? Words::tr("WordPress on %1 does not offer its posts to "
                                               "programs. Switch its REST interface on.")
                                         .arg(place)
                                   : Words::tr("The post is no longer on %1.").arg(place),
                       {Retry::When::After, soon}, detail);
    }
    return failure(ErrorKind::Refused,
                   Words::tr("%1 does not take this post: %2")
                       .arg(place, base::oneLine(message.isEmpty() ? code : message)),
                   {}, detail);
}

} // namespace

RemotePost postFrom(const QJsonObject &object)
{
    return {object.value("id"_L1).toInteger(),
            object.value("slug"_L1).toString(),
            object.value("status"_L1).toString(),
            object.value("link"_L1).toString(),
            object.value("title"_L1)["raw"_L1].toString(),
            object.value("content"_L1)["raw"_L1].toString(),
            object.value("modified_gmt"_L1).toString()};
}

base::Result<QJsonDocument> jsonFrom(const Response &response)
{
    if (response.status == 429 || response.status >= 500)
        return tl::make_unexpected(http::unavailable(response));
    if (!http::isJson(response))
        return notWordPress(response);
    QJsonParseError fault{};
    const QJsonDocument document = QJsonDocument::fromJson(response.body, &fault);
    if (fault.error != QJsonParseError::NoError)
        return failure(ErrorKind::Format,
                       Words::tr("%1 does not answer in the form of WordPress. A plugin may print "
                                 "its warnings into the answers.")
                           .arg(http::placeOf(response.finalUrl)),
                       {Retry::When::After, soon});
    if (response.isSuccess())
        return document;
    return refusal(response, document);
}

} // namespace wordpress
