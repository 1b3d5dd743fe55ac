// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/enumnames.h"
#include "wording/termwords.h"

#include <algorithm>
#include <initializer_list>
#include <QComboBox>
#include <QList>
#include <QVariant>

namespace ui {

/// What a form offers: the words, and what they stand for.
using Choices = QList<std::pair<QString, QVariant>>;

template <class E>
[[nodiscard]] Choices choicesOf(std::initializer_list<E> values)
{
    Choices choices;
    for (const E value : values)
        choices.append({wording::words(value), int(value)});
    return choices;
}

template <class E>
[[nodiscard]] Choices allChoicesOf()
{
    Choices choices;
    for (const auto &row : base::EnumNames<E>::table)
        choices.append({wording::words(row.value), int(row.value)});
    return choices;
}

/// The first one, if it is not there.
inline void choose(QComboBox *box, const QVariant &value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace ui
