// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cstring>
#include <QIODevice>

namespace http {

/// The body of a request that can be read once only. When a connection breaks, Qt sends a request
/// again by itself, a POST too, and the server would carry it out twice; without a body to be had
/// again it reports the break instead, and whoever asked can look first.
class OnceBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit OnceBody(QByteArray body)
        : m_body(std::move(body))
    {
        open(ReadOnly);
    }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool reset() override { return false; }
    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return m_body.size() - m_read + QIODevice::bytesAvailable();
    }

protected:
    qint64 readData(char *into, qint64 most) override
    {
        const qint64 count = std::min<qint64>(most, m_body.size() - m_read);
        if (count == 0)
            return -1;
        std::memcpy(into, m_body.constData() + m_read, size_t(count));
        m_read += count;
        return count;
    }

    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
    qint64 m_read = 0;
};

} // namespace http
