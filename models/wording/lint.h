// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/facts.h"
#include "wording/say.h"

#include <vector>

/// What a text says that it should not, before it is published. Nothing is changed here: each
/// finding offers one fix and the author decides.
namespace wording {

enum class LintKind {
    HostName, ///< an internal host
    PrivateAddress,
    Secret, ///< token, key or password
    MailAddress,
    FilePath,
    RelativeTime,  ///< "just now", "this morning"
    Contradiction, ///< a time or number that the facts do not bear out
};

struct LintFinding
{
    qsizetype start = 0; ///< UTF-16 units, as QString counts
    qsizetype length = 0;
    LintKind kind = LintKind::HostName;
    QString sentence; ///< for the author; a secret is not repeated in it
    QString fix;      ///< what to put in its place; empty: take it out
    QString fixLabel; ///< one or two words for the button: "remove", "use 16:08"

    bool operator==(const LintFinding &) const = default;
};

struct LintContext
{
    incident::Facts facts;
    base::Instant now{};
    QStringList knownHosts; ///< hosts of the monitors; a bare name counts only if it is here
    QStringList allowed;    ///< hosts and addresses that readers are meant to see
    std::optional<Prediction> predicted; ///< as given to say()
};

/// In the order of the text, never overlapping.
[[nodiscard]] std::vector<LintFinding> lint(const QString &text, const LintContext &context);

/// The text with one fix applied: punctuation and spaces around what is taken out are mended.
[[nodiscard]] QString applyFix(const QString &text, const LintFinding &finding);

} // namespace wording
