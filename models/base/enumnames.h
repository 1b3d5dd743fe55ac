// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <QLatin1StringView>
#include <QString>

namespace base {

/// One row of an enum's table of names, as they stand in the ledger, in JSON and on the command
/// line.
template <class E>
struct NamedValue
{
    E value;
    const char *name;
};

/// Specialise with `static constexpr NamedValue<E> table[] = {…};` beside each stored enum.
template <class E>
struct EnumNames;

template <class E>
[[nodiscard]] QString toName(E value)
{
    for (const auto &row : EnumNames<E>::table) {
        if (row.value == value)
            return QString::fromLatin1(row.name);
    }
    return {};
}

template <class E>
[[nodiscard]] std::optional<E> fromName(QStringView name)
{
    for (const auto &row : EnumNames<E>::table) {
        if (name == QLatin1StringView(row.name))
            return row.value;
    }
    return std::nullopt;
}

/// All names, separated by commas, for a sentence that says what may be typed.
template <class E>
[[nodiscard]] QString namesOf()
{
    QString all;
    for (const auto &row : EnumNames<E>::table) {
        if (!all.isEmpty())
            all += QLatin1StringView(", ");
        all += QLatin1StringView(row.name);
    }
    return all;
}

} // namespace base
