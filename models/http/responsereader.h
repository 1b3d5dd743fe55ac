// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/message.h"

namespace http {

/// Reads one HTTP/1 response from the bytes of a connection, as they come. For probes, which work
/// on their own socket. Everything is bounded: 64 KiB of head, the given number of bytes of body.
class ResponseReader
{
public:
    enum class State {
        Head,     ///< the head is not complete
        Body,     ///< the head is, the body is not
        Complete, ///< all read, or the cap of the body is reached (see isCut)
        NotHttp,  ///< breaks the format
        Lost,     ///< the connection ended before the response did
    };

    explicit ResponseReader(qint64 bodyCap)
        : m_bodyCap(bodyCap)
    {}

    /// The next bytes. Nothing happens any more after Complete, NotHttp or Lost.
    State feed(QByteArrayView bytes);
    /// The other side has closed the connection.
    State end();

    [[nodiscard]] State state() const { return m_state; }
    /// 100..599 once the head is complete, 0 before.
    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] const QList<Header> &headers() const { return m_headers; }
    /// At most the cap.
    [[nodiscard]] const QByteArray &body() const { return m_body; }
    /// Whether the body is longer than the cap and the rest of it was not read.
    [[nodiscard]] bool isCut() const { return m_isCut; }

private:
    enum class Framing { Length, Chunked, UntilClose };
    enum class Chunk { Size, Data, AfterData, Trailer };

    void readHead();
    [[nodiscard]] bool parseHead(QByteArrayView head);
    [[nodiscard]] bool chooseFraming();
    void readBody();
    void readLength();
    void readChunks();
    [[nodiscard]] bool readChunkLine();
    [[nodiscard]] bool takeLine(QByteArray &line);
    void takeBody(qint64 count);

    qint64 m_bodyCap;
    State m_state = State::Head;
    QByteArray m_pending; ///< received, not yet read
    int m_status = 0;
    int m_interim = 0; ///< 1xx responses before the real one
    QList<Header> m_headers;
    QByteArray m_body;
    bool m_isCut = false;
    Framing m_framing = Framing::UntilClose;
    Chunk m_chunk = Chunk::Size;
    qint64 m_left = 0;    ///< of the body or of the chunk
    qint64 m_trailer = 0; ///< bytes of trailer read
};

} // namespace http
