// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/value.h"

namespace staticsite {

Markup Value::markup() const
{
    if (const auto *text = std::get_if<QString>(&m_data))
        return Markup::escaped(*text);
    if (const auto *markup = std::get_if<Markup>(&m_data))
        return *markup;
    return {};
}

bool Value::isTrue() const
{
    if (const auto *yes = std::get_if<bool>(&m_data))
        return *yes;
    if (const auto *text = std::get_if<QString>(&m_data))
        return !text->isEmpty();
    if (const auto *markup = std::get_if<Markup>(&m_data))
        return !markup->isEmpty();
    if (const auto *entries = list())
        return !entries->isEmpty();
    return true;
}

} // namespace staticsite
