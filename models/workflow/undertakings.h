// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lint/lint.h"

namespace workflow {

/// A promise that stands in the text of a post, and what its author wants of it.
struct Undertaking
{
    incident::Promise promise; ///< as it is made once readers see the post
    bool isDropped = false;    ///< the author says that it is none
    QString typedDue;          ///< instead of what the text says; empty: nothing was typed
    QString problem;           ///< why that cannot be a due time, in a sentence

    bool operator==(const Undertaking &) const = default;
};

/// What a post undertakes, as its readers take it: the promises of its text without those that
/// stand in a field. The next update does if there is one, and the explanation of a provider if the
/// cause waits for it. No ids; what no date goes with waits for what is said behind it, or for
/// nothing.
[[nodiscard]] std::vector<incident::Promise> undertakingsIn(const QString &body,
                                                            const lint::Context &context);

} // namespace workflow
