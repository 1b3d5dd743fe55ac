// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lint/lint.h"
#include "lint/words.h"

#include <QRegularExpression>

namespace lint {

inline QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(text, QRegularExpression::CaseInsensitiveOption);
}

template <class Make>
void eachMatch(const QString &text, const QRegularExpression &expression, Make make)
{
    for (auto it = expression.globalMatch(text); it.hasNext();)
        make(it.next());
}

inline Finding removal(qsizetype start, qsizetype length, Kind kind, const QString &sentence)
{
    return {start, length, kind, sentence, {}, Words::tr("remove", "button")};
}

inline bool isAllowed(const QString &what, const Context &context)
{
    return context.allowed.contains(what, Qt::CaseInsensitive);
}

} // namespace lint
