// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/postmortem.h"
#include "wording/timewords.h"

/// The parts that a postmortem is put together from.
namespace wording {

[[nodiscard]] std::vector<PostmortemFact> postmortemFacts(const incident::Incident &incident,
                                                          const Reader &reader);
[[nodiscard]] PostmortemPart windowsPart(const incident::Incident &incident, const Reader &reader);
[[nodiscard]] PostmortemPart figuresPart(const incident::Incident &incident);
[[nodiscard]] PostmortemPart timelinePart(std::span<const incident::Event> events,
                                          const Reader &reader);
/// What played a part, the trigger first.
[[nodiscard]] PostmortemPart factorsPart(const incident::Incident &incident);
[[nodiscard]] std::vector<PostmortemPost> toldPart(const incident::Incident &incident,
                                                   const Reader &reader);
/// The text that an imported incident was read from.
[[nodiscard]] std::optional<PostmortemPost> originalPart(const incident::Incident &incident,
                                                         const Reader &reader);
[[nodiscard]] PostmortemPart followUpsPart(const incident::Incident &incident,
                                           const Reader &reader);
[[nodiscard]] PostmortemPart promisesPart(const incident::Incident &incident, const Reader &reader);
[[nodiscard]] PostmortemPart checklistPart(const incident::Incident &incident, const Reader &reader,
                                           base::Instant now);

} // namespace wording
