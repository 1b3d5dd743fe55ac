// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/refusal.h"

#include "http/words.h"

#include <QCoreApplication>

namespace publish {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Error;
using base::ErrorKind;
using base::Retry;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(publish)
};

constexpr auto nextLook = 30s;

} // namespace

Error refusalOf(const http::Response &response, const QString &said, const RefusalWords &words)
{
    const QString place = http::placeOf(response.finalUrl);
    const QString detail = u"status %1, %2"_s.arg(response.status).arg(said);
    switch (response.status) {
    case 401:
        return {ErrorKind::Auth, words.unauthorized.arg(place), detail, {}};
    case 403:
        return {ErrorKind::Auth, words.forbidden.arg(place), detail, {}};
    case 404:
        return notFound(response, words.unknown, detail);
    default:
        return {
            ErrorKind::Refused,
            Words::tr("%1 does not take this post: %2").arg(place, said.isEmpty() ? detail : said),
            detail,
            {}};
    }
}

Error notFound(const http::Response &response, const QString &sentence, const QString &detail)
{
    return {ErrorKind::NotFound,
            sentence.arg(http::placeOf(response.finalUrl)),
            detail,
            {Retry::When::After, nextLook}};
}

} // namespace publish
