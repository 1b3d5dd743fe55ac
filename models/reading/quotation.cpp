// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/quotation.h"

namespace reading {

namespace {

constexpr int most = 100; // of each kind, whatever the text

bool isEndSign(const Token &token)
{
    return token.kind == TokenKind::Symbol && !token.is(u')') && !token.is(u'%');
}

} // namespace

QString quotation(const Tokens &tokens, const QString &text, int begin, int end)
{
    while (end > begin && isEndSign(tokens[size_t(end - 1)]))
        --end;
    if (end <= begin)
        return {};
    // A sentence may be put together of places that the text has in another order.
    const qsizetype from = tokens[size_t(begin)].begin;
    const qsizetype past = tokens[size_t(end - 1)].end;
    return from < past ? text.sliced(from, past - from).simplified() : QString();
}

void addQuotation(QStringList &list, const QString &words)
{
    if (words.size() > 1 && list.size() < most && !list.contains(words, Qt::CaseInsensitive))
        list += words;
}

} // namespace reading
