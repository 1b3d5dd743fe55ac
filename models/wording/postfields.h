// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/phrase.h"
#include "wording/say.h"
#include "wording/timewords.h"

namespace wording {

/// What the templates can say of these facts; docs/templates.md lists the names. Fields of what is
/// unknown are absent.
[[nodiscard]] TemplateFields postFields(const incident::Facts &facts, base::Instant now,
                                        const std::optional<Prediction> &predicted = {},
                                        Voice voice = Voice::We);

/// The zone of the facts; UTC if this machine does not know it.
[[nodiscard]] Reader readerOf(const incident::Facts &facts, base::Instant now);

} // namespace wording
