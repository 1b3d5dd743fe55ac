// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/vocabulary.h"

#include <QString>

/// The field's words for people, in the language of the user.
namespace wording {

[[nodiscard]] QString words(incident::Kind kind);
[[nodiscard]] QString words(incident::EntryMode entry);
[[nodiscard]] QString words(incident::State state);
[[nodiscard]] QString words(incident::Milestone milestone);
[[nodiscard]] QString words(incident::Effect effect);
[[nodiscard]] QString words(incident::Attribution attribution);
[[nodiscard]] QString words(incident::CauseStatus status);
[[nodiscard]] QString words(incident::Source source);
[[nodiscard]] QString words(incident::PublicStatus status);
[[nodiscard]] QString words(incident::PromiseKind kind);
[[nodiscard]] QString words(incident::PromiseStatus status);
[[nodiscard]] QString words(incident::StepState state);
[[nodiscard]] QString words(incident::FollowUpKind kind);
[[nodiscard]] QString words(incident::FollowUpStatus status);
[[nodiscard]] QString words(incident::Channel channel);
/// With a %1 for the reference of the other incident: "Split off from %1".
[[nodiscard]] QString words(incident::Relation relation);

} // namespace wording
