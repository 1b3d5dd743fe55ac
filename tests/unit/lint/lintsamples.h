// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lint/lint.h"
#include "support/samplefacts.h"

namespace sample {

inline lint::Context contextOf(const incident::Facts &facts)
{
    lint::Context context;
    context.facts = facts;
    context.now = now();
    context.knownHosts = {u"db-3.int"_s, u"web"_s, u"ananke-2"_s, u"images.example.org"_s};
    context.allowed = {u"help@example.org"_s, u"status.local"_s};
    return context;
}

/// At 16:50, when it is over.
inline lint::Context afterwards()
{
    lint::Context context = contextOf(over());
    context.now = at("16:50");
    return context;
}

inline QString allFixed(QString text, const std::vector<lint::Finding> &findings)
{
    for (auto each = findings.rbegin(); each != findings.rend(); ++each)
        text = lint::applyFix(text, *each);
    return text;
}

} // namespace sample
