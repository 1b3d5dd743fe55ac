// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "staticsite/edition.h"

/// What the site says that no post says, in the language of the program.
namespace staticsite {

/// "Partly down"
[[nodiscard]] QString stateWords(publish::ComponentState state);
/// "No trouble reported"
[[nodiscard]] QString dayWords(DayState state);
/// The state of everything in one line.
[[nodiscard]] QString headline(const publish::Overview &overview);

/// "monitoring", or "called off"
[[nodiscard]] QString statusWords(const publish::Thread &thread, const publish::Update &update);
/// Of the newest update.
[[nodiscard]] QString statusWords(const publish::Thread &thread);

/// With a capital, as it stands by itself.
[[nodiscard]] QString capitalised(const QString &words);

/// When it is, was or will be, in one line: "From 16:08 to 16:20 on 22 November 2026".
[[nodiscard]] QString whenWords(const publish::Thread &thread, const Edition &edition);
/// The same, with what the page's script needs to tell it in the reader's own time.
[[nodiscard]] Markup whenLine(const publish::Thread &thread, const Edition &edition);
/// What, when and for how long, of one window: "Down from 16:08 to 16:20 …, about 12 minutes".
[[nodiscard]] QString windowWords(const incident::Window &window, const Edition &edition);
/// The current plan, a line for each of its windows.
[[nodiscard]] QStringList planLines(const publish::Thread &thread, const Edition &edition);
/// "Next update by 16:45 …"; empty if none is promised.
[[nodiscard]] QString nextUpdateWords(const publish::Update &update, const Edition &edition);
/// A time in words, for readers and for programs; empty if it is unknown.
[[nodiscard]] Markup whenMarkup(const timing::RoughInstant &at, const Edition &edition);

} // namespace staticsite
