// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <QByteArray>
#include <QList>
#include <QUrl>

namespace http {

enum class Method { Get, Head, Post, Put, Patch, Delete };

/// As it goes over the wire, for example "GET".
[[nodiscard]] QByteArray methodName(Method method);

struct Header
{
    QByteArray name;
    QByteArray value;

    bool operator==(const Header &) const = default;
};

/// The value of the first header of that name, in any case; empty if there is none.
[[nodiscard]] QByteArray headerValue(const QList<Header> &headers, QByteArrayView name);

struct Request
{
    Method method = Method::Get;
    QUrl url; ///< http or https, with a host, without user name and password
    QList<Header> headers;
    QByteArray body;
    /// From now until the last byte of the answer, redirects included. Over 0.
    std::chrono::milliseconds deadline{15000};
    /// The largest body accepted, in bytes after decompression.
    qint64 byteCap = 4 * 1024 * 1024;
    /// How many redirects to follow. 0: an answer of 3xx is handed over as it is. Only GET and HEAD
    /// follow, never from https to http, and none of `headers` is sent along.
    int redirects = 0;
    /// It carries credentials, in its headers or its body: https only, and any answer of 3xx is an
    /// error. A request with an Authorization or Cookie header is confidential whatever this says.
    bool confidential = false;
    /// Lets a confidential request go to this machine itself without encryption.
    bool plainLoopback = false;

    bool operator==(const Request &) const = default;
};

struct Response
{
    int status = 0; ///< 100..599
    QList<Header> headers;
    QByteArray body;
    QUrl finalUrl; ///< where the answer came from
    std::chrono::milliseconds elapsed{0};

    /// 200..299
    [[nodiscard]] bool isSuccess() const { return status >= 200 && status <= 299; }

    bool operator==(const Response &) const = default;
};

} // namespace http
