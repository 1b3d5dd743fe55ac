// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/responsereader.h"

#include <algorithm>
#include <optional>

namespace http {

namespace {

constexpr qsizetype headCap = 64 * 1024;
constexpr qsizetype chunkLineCap = 4096;
constexpr int interimCap = 8;
constexpr QByteArrayView versionStart = "HTTP/1.";

/// A number of digits only, as they are in lengths; QByteArray::toLongLong also takes signs.
std::optional<qint64> number(QByteArrayView digits, int base)
{
    const auto isDigit = [base](char c) {
        return (c >= '0' && c <= '9') ||
               (base == 16 && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
    };
    if (digits.isEmpty() || digits.size() > 15 ||
        !std::all_of(digits.begin(), digits.end(), isDigit))
        return std::nullopt;
    return digits.toByteArray().toLongLong(nullptr, base);
}

bool startsLikeHttp(QByteArrayView bytes)
{
    const qsizetype length = std::min(bytes.size(), versionStart.size());
    return bytes.first(length) == versionStart.first(length);
}

/// Where the head ends and the body begins; -1 if it has not ended. Bare line feeds are accepted.
qsizetype endOfHead(QByteArrayView bytes)
{
    for (qsizetype at = bytes.indexOf('\n'); at >= 0; at = bytes.indexOf('\n', at + 1)) {
        const QByteArrayView rest = bytes.sliced(at + 1);
        if (rest.startsWith('\n'))
            return at + 2;
        if (rest.startsWith("\r\n"))
            return at + 3;
    }
    return -1;
}

/// Without its line end.
QByteArrayView nextLine(QByteArrayView &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const QByteArrayView line = end < 0 ? bytes : bytes.first(end);
    bytes = end < 0 ? QByteArrayView() : bytes.sliced(end + 1);
    return line.endsWith('\r') ? line.chopped(1) : line;
}

bool hasNoBody(int status)
{
    return status == 204 || status == 304;
}

} // namespace

ResponseReader::State ResponseReader::feed(QByteArrayView bytes)
{
    if (m_state == State::Head || m_state == State::Body) {
        m_pending.append(bytes);
        if (m_state == State::Head)
            readHead();
        if (m_state == State::Body)
            readBody();
    }
    return m_state;
}

ResponseReader::State ResponseReader::end()
{
    if (m_state == State::Body && m_framing == Framing::UntilClose)
        m_state = State::Complete;
    else if (m_state == State::Head || m_state == State::Body)
        m_state = State::Lost;
    return m_state;
}

void ResponseReader::readHead()
{
    while (m_state == State::Head) {
        if (!startsLikeHttp(m_pending)) {
            m_state = State::NotHttp;
            return;
        }
        const qsizetype end = endOfHead(m_pending);
        if (end < 0 || end > headCap) {
            if (std::max(end, m_pending.size()) > headCap)
                m_state = State::NotHttp;
            return;
        }
        const bool isHead = parseHead(QByteArrayView(m_pending).first(end));
        m_pending.remove(0, end);
        if (!isHead || (m_status < 200 && ++m_interim > interimCap))
            m_state = State::NotHttp;
        else if (m_status >= 200)
            m_state = chooseFraming() ? State::Body : State::NotHttp;
    }
}

bool ResponseReader::parseHead(QByteArrayView head)
{
    // "HTTP/1.1 200 OK"
    const QByteArrayView first = nextLine(head);
    const auto status =
        first.size() >= 12 && first[8] == ' ' ? number(first.sliced(9, 3), 10) : std::nullopt;
    if (!status || *status < 100 || *status > 599 || (first.size() > 12 && first[12] != ' '))
        return false;
    m_status = int(*status);
    m_headers.clear();
    while (!head.isEmpty()) {
        const QByteArrayView line = nextLine(head);
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            m_headers.append({line.first(colon).trimmed().toByteArray(),
                              line.sliced(colon + 1).trimmed().toByteArray()});
        else if (!line.isEmpty())
            return false;
    }
    return true;
}

bool ResponseReader::chooseFraming()
{
    m_left = 0;
    if (hasNoBody(m_status)) {
        m_framing = Framing::Length;
        return true;
    }
    const QByteArray coding = headerValue(m_headers, "Transfer-Encoding").toLower();
    if (!coding.isEmpty()) {
        m_framing = coding.endsWith("chunked") ? Framing::Chunked : Framing::UntilClose;
        return true;
    }
    m_framing = Framing::UntilClose;
    for (const Header &header : std::as_const(m_headers)) {
        if (header.name.compare("Content-Length", Qt::CaseInsensitive) != 0)
            continue;
        const auto length = number(header.value, 10);
        const bool contradicts = m_framing == Framing::Length && length != m_left;
        if (!length || contradicts)
            return false;
        m_framing = Framing::Length;
        m_left = *length;
    }
    return true;
}

void ResponseReader::readBody()
{
    switch (m_framing) {
    case Framing::Length:
        readLength();
        break;
    case Framing::Chunked:
        readChunks();
        break;
    case Framing::UntilClose:
        takeBody(m_pending.size());
        break;
    }
    if (m_isCut)
        m_state = State::Complete;
}

void ResponseReader::readLength()
{
    const qint64 count = std::min<qint64>(m_left, m_pending.size());
    takeBody(count);
    m_left -= count;
    if (m_left == 0)
        m_state = State::Complete;
}

void ResponseReader::readChunks()
{
    while (m_state == State::Body && !m_isCut) {
        if (m_chunk != Chunk::Data) {
            if (!readChunkLine())
                return;
            continue;
        }
        const qint64 count = std::min<qint64>(m_left, m_pending.size());
        takeBody(count);
        m_left -= count;
        if (m_left > 0)
            return;
        m_chunk = Chunk::AfterData;
    }
}

/// False when there is nothing more to read for now, or ever.
bool ResponseReader::readChunkLine()
{
    QByteArray line;
    if (!takeLine(line))
        return false;
    if (m_chunk == Chunk::Size) {
        const auto size = number(line.split(';').first().trimmed(), 16);
        if (!size) {
            m_state = State::NotHttp;
            return false;
        }
        m_left = *size;
        m_chunk = m_left > 0 ? Chunk::Data : Chunk::Trailer;
    } else if (m_chunk == Chunk::AfterData) {
        if (!line.isEmpty())
            m_state = State::NotHttp;
        m_chunk = Chunk::Size;
    } else {
        m_trailer += line.size();
        if (line.isEmpty())
            m_state = State::Complete;
        else if (m_trailer > headCap)
            m_state = State::NotHttp;
    }
    return true;
}

bool ResponseReader::takeLine(QByteArray &line)
{
    const qsizetype end = m_pending.indexOf('\n');
    if (end < 0 || end > chunkLineCap) {
        if (std::max(end, m_pending.size()) > chunkLineCap)
            m_state = State::NotHttp;
        return false;
    }
    line = m_pending.left(end);
    if (line.endsWith('\r'))
        line.chop(1);
    m_pending.remove(0, end + 1);
    return true;
}

void ResponseReader::takeBody(qint64 count)
{
    const qint64 fits = std::min(count, m_bodyCap - m_body.size());
    m_isCut = fits < count;
    m_body += m_pending.left(fits);
    m_pending.remove(0, count);
}

} // namespace http
