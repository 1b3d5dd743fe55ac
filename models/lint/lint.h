// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/enumnames.h"
#include "incident/facts.h"
#include "wording/say.h"

#include <vector>

/// What a text says that it should not, before it is published. Nothing is changed here: each
/// finding offers one fix and the author decides.
namespace lint {

using base::Instant;
using base::Span;

enum class Kind {
    HostName, ///< an internal host or service
    PrivateAddress,
    Secret, ///< token, key or password
    MailAddress,
    FilePath,
    Stale,         ///< stood for a fact that was corrected since it was written
    Contradiction, ///< a time or number that the facts or the clock do not bear out
    RelativeTime,  ///< "just now", "this morning"
    Promise,       ///< without a date and without a trigger
};

struct Finding
{
    qsizetype start = 0; ///< UTF-16 units, as QString counts
    qsizetype length = 0;
    Kind kind = Kind::HostName;
    QString sentence; ///< for the author; a secret is not repeated in it
    QString fix;      ///< what to put in its place; empty: take it out
    QString fixLabel; ///< one or two words for the button: "remove", "use 16:08"

    bool operator==(const Finding &) const = default;
};

struct Context
{
    incident::Facts facts;
    Instant now{};
    QStringList knownHosts; ///< hosts of the monitors; a bare name counts only if it is here
    QStringList allowed;    ///< hosts and addresses that readers are meant to see
    std::optional<wording::Prediction> predicted; ///< as given to say()
    /// The facts that the text was written from, once its author has taken over.
    std::optional<incident::Facts> writtenFrom;
};

/// In the order of the text, never overlapping.
[[nodiscard]] std::vector<Finding> findings(const QString &text, const Context &context);

/// The text with one fix applied: punctuation and spaces around what is taken out are mended.
[[nodiscard]] QString applyFix(const QString &text, const Finding &finding);

/// What the author calls one finding and the same in a text that goes on changing: its kind and its
/// words, not its place.
[[nodiscard]] QString keyOf(const QString &text, const Finding &finding);

/// What must not get out, whatever the facts are.
[[nodiscard]] bool isLeak(Kind kind);

} // namespace lint

template <>
struct base::EnumNames<lint::Kind>
{
    static constexpr base::NamedValue<lint::Kind> table[] = {
        {lint::Kind::HostName, "host_name"},
        {lint::Kind::PrivateAddress, "private_address"},
        {lint::Kind::Secret, "secret"},
        {lint::Kind::MailAddress, "mail_address"},
        {lint::Kind::FilePath, "file_path"},
        {lint::Kind::Stale, "stale"},
        {lint::Kind::Contradiction, "contradiction"},
        {lint::Kind::RelativeTime, "relative_time"},
        {lint::Kind::Promise, "promise"},
    };
};
