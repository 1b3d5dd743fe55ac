// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrlQuery>

namespace fakes {

/// What happens to one request.
enum class Mishap {
    None,
    SilentBefore, ///< nothing is done, nothing is answered
    SilentAfter,  ///< it is done, but the answer never comes
    ResetBefore,
    ResetAfter,
    HalfAnswer, ///< done; the answer breaks off in its middle
    Fault500,
    Fault500After, ///< done, and then the site falls over
    SlowDown,      ///< 429 with Retry-After
    Upgrade,       ///< 503 with Retry-After
    Captive,       ///< a login page, with 200
    WrongPassword, ///< the site has lost our password for a while
    Redirect,
};

/// A site behind a programming interface, on loopback, that lets requests go wrong as it is told.
class FakeSite : public QTcpServer
{
public:
    struct Call
    {
        QByteArray method;
        QUrl url;
        QByteArray head; ///< as it came
        QJsonObject body;

        [[nodiscard]] QUrlQuery query() const { return QUrlQuery(url); }
        [[nodiscard]] QStringList path() const
        {
            return url.path().split(u'/', Qt::SkipEmptyParts);
        }
    };

    struct Reply
    {
        int status = 200;
        QByteArray content = {};
        QByteArray type = "application/json";
        QByteArray headers = {}; ///< each ends in CRLF
    };

    FakeSite();

    /// Ends in a slash.
    [[nodiscard]] QString url() const;

    std::function<Mishap()> mishap = [] {
        return Mishap::None;
    };
    QList<Call> calls; ///< all that came, whatever became of them

    template <class Value>
    [[nodiscard]] static Reply json(int status, const Value &value)
    {
        return {status, QJsonDocument(value).toJson(QJsonDocument::Compact)};
    }

protected:
    [[nodiscard]] virtual Reply carryOut(const Call &call) = 0;
    /// The words of a refused password.
    [[nodiscard]] virtual Reply unauthorized() const = 0;

private:
    void receive(QTcpSocket *socket);
    void serve(QTcpSocket *socket, const Call &call);
    static void answer(QTcpSocket *socket, const Reply &reply);
};

} // namespace fakes
