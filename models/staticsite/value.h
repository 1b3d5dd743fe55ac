// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "staticsite/markup.h"

#include <QList>
#include <QMap>
#include <variant>

namespace staticsite {

class Value;
using ValueList = QList<Value>;
using ValueMap = QMap<QString, Value>;

/// What a template is filled with. Text is escaped when it is output; only Markup is not.
class Value
{
public:
    Value() = default;
    Value(const QString &text)
        : m_data(text)
    {}
    Value(const Markup &markup)
        : m_data(markup)
    {}
    Value(bool yes)
        : m_data(yes)
    {}
    Value(const ValueList &list)
        : m_data(list)
    {}
    Value(const ValueMap &map)
        : m_data(map)
    {}
    Value(const char *) = delete;

    [[nodiscard]] Markup markup() const;
    /// A section over it is shown: true, text that is not empty, a list with entries, any map.
    [[nodiscard]] bool isTrue() const;
    [[nodiscard]] const ValueList *list() const { return std::get_if<ValueList>(&m_data); }
    [[nodiscard]] const ValueMap *map() const { return std::get_if<ValueMap>(&m_data); }

private:
    std::variant<bool, QString, Markup, ValueList, ValueMap> m_data = false;
};

} // namespace staticsite
