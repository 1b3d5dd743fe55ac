// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDebug>

namespace secret {

/// A password or a token. It never turns into text by itself, is never printed, and its bytes are
/// overwritten when the last copy of it goes.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {}
    ~Secret() { wipe(); }

    Secret(const Secret &) = default;
    Secret(Secret &&) noexcept = default;
    Secret &operator=(const Secret &other)
    {
        if (this != &other) {
            wipe();
            m_bytes = other.m_bytes;
        }
        return *this;
    }
    Secret &operator=(Secret &&other) noexcept
    {
        m_bytes.swap(other.m_bytes);
        return *this;
    }

    /// The bytes, for the one request or keyring that they are meant for. Not to be kept.
    [[nodiscard]] const QByteArray &reveal() const { return m_bytes; }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }

    bool operator==(const Secret &) const = default;

    friend QDebug operator<<(QDebug debug, const Secret &) { return debug << "(secret)"; }

private:
    void wipe()
    {
        if (!m_bytes.isNull() && m_bytes.isDetached())
            m_bytes.fill('\0');
    }

    QByteArray m_bytes;
};

} // namespace secret
