// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/enumnames.h"
#include "timing/rough.h"

#include <QStringList>
#include <QVariantList>

namespace ledger {

/// Text in the one form in which the database gives it back unchanged: no NUL, no lone surrogate,
/// neither U+FFFE nor U+FFFF, no byte order mark at its beginning. Never a null string, which would
/// be stored as NULL.
[[nodiscard]] QString storable(const QString &text);

/// The values for the placeholders of one statement, or of one row, in order.
class Values
{
public:
    Values() = default;
    explicit Values(QVariantList list)
        : m_list(std::move(list))
    {}

    Values &add(const QString &text);
    Values &add(const QStringList &texts); ///< as a JSON array
    Values &add(qint64 number);
    Values &add(bool flag);
    Values &add(base::Instant at);
    Values &add(const std::optional<base::Instant> &at);
    Values &add(const timing::RoughInstant &at);      ///< three: lo, hi, precision
    Values &add(const timing::RoughDuration &length); ///< three: lo, hi, precision
    Values &addNull();

    template <class E>
    requires std::is_enum_v<E> Values &add(E value) { return add(base::toName(value)); }
    Values &add(int number) { return add(qint64(number)); }

    [[nodiscard]] const QVariantList &list() const { return m_list; }

private:
    QVariantList m_list;
};

/// One row of an answer.
class Row
{
public:
    explicit Row(QVariantList values)
        : m_values(std::move(values))
    {}

    [[nodiscard]] QString text(int column) const { return m_values[column].toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return text(column).toUtf8(); }
    [[nodiscard]] qint64 number(int column) const { return m_values[column].toLongLong(); }
    [[nodiscard]] bool flag(int column) const { return number(column) != 0; }
    [[nodiscard]] base::Instant instant(int column) const;
    [[nodiscard]] QStringList texts(int column) const;
    /// The three columns from `first` on; nothing if they contradict each other.
    [[nodiscard]] std::optional<timing::RoughInstant> roughInstant(int first) const;
    [[nodiscard]] std::optional<timing::RoughDuration> roughDuration(int first) const;
    /// The default of the enum for a name that is not known.
    template <class E>
    [[nodiscard]] E name(int column) const
    {
        return base::fromName<E>(text(column)).value_or(E{});
    }

    [[nodiscard]] const QVariantList &values() const { return m_values; }

private:
    QVariantList m_values;
};

} // namespace ledger
