// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/values.h"
#include "reading/facts.h"

/// What the reader of posts says, in the values of incidents.
namespace importing {

[[nodiscard]] timing::RoughInstant roughOf(const reading::Bounds &bounds);
/// `isLoose`: meant loosely where it is a range.
[[nodiscard]] timing::RoughDuration roughOf(const reading::Minutes &length, bool isLoose = false);
/// Seq and round are not set; what several windows say together stays together.
[[nodiscard]] incident::Window windowOf(const reading::FactWindow &fact);
[[nodiscard]] incident::Kind kindOf(reading::Kind kind);
/// What a promise is about, by its verbs; to look into it if nothing else fits.
[[nodiscard]] incident::PromiseKind promiseKindOf(const QString &words);
/// The cause in the words of the post: confirmed, or suspected if it says so.
[[nodiscard]] incident::Cause causeOf(const QStringList &words);

} // namespace importing
