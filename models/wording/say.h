// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/facts.h"
#include "wording/templatebook.h"
#include "wording/templatewords.h"

#include <optional>
#include <vector>

/// Facts to words. The sentences are in templates/*.txt (docs/templates.md); this picks the
/// template and fills it.
namespace wording {

struct PostText
{
    QString title; ///< one line
    QString body;  ///< paragraphs separated by an empty line, plain text

    bool operator==(const PostText &) const = default;
};

/// What readers were told to expect, and when.
struct Prediction
{
    timing::RoughDuration length; ///< counted from `made`
    base::Instant made{};

    bool operator==(const Prediction &) const = default;
};

/// Who speaks.
enum class Voice { We, I };

/// How a post is said.
struct Style
{
    Voice voice = Voice::We;
    const TemplateBook *templates = nullptr; ///< null: those of the program
};

/// The newest estimate that readers have seen in this thread.
[[nodiscard]] std::optional<Prediction> lastPrediction(const incident::Incident &incident);

/// The post that these facts make at `now`. What is unknown is not mentioned. `predicted` lets an
/// all-clear say what was expected beside what happened.
[[nodiscard]] PostText say(const incident::Facts &facts, base::Instant now,
                           const std::optional<Prediction> &predicted = {},
                           const Style &style = {});

/// The same with one template, whatever the facts would choose.
[[nodiscard]] PostText sayWith(const Template &text, const incident::Facts &facts,
                               base::Instant now, const std::optional<Prediction> &predicted = {},
                               const Style &style = {});

/// The name of the template that say() takes: "first_post", "all_clear", …
[[nodiscard]] QString templateNameFor(const incident::Facts &facts);

} // namespace wording
