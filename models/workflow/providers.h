// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "upstream/spec.h"
#include "workflow/desk.h"

namespace workflow {

struct UpstreamState;

/// One word with a provider, and the incident that it was about.
struct ProviderWord
{
    QString incident;
    QString ref;
    incident::ProviderContact contact;
    QString author;                     ///< who of us it was
    std::optional<base::Instant> chase; ///< when to ask again; nothing: nobody waits for an answer

    bool operator==(const ProviderWord &) const = default;
};

/// An incident that a provider is held to have a part in.
struct ProviderCase
{
    ledger::Summary summary;
    incident::CauseStatus cause = incident::CauseStatus::Unknown;

    bool operator==(const ProviderCase &) const = default;
};

/// What the incidents know of a provider, the newest first: those that are held to be its own, and
/// the words of all, whoever was to blame.
struct ProviderHistory
{
    std::vector<ProviderWord> words;
    std::vector<ProviderCase> cases;
};

/// In the order of the settings.
[[nodiscard]] std::vector<upstream::Spec> providersOf(Desk &desk);
/// By its name, or one that it had.
[[nodiscard]] std::optional<upstream::Spec> providerNamed(Desk &desk, const QString &name);
/// A provider without a record has a history too: of its name alone.
[[nodiscard]] base::Result<ProviderHistory> historyOf(const Desk &desk,
                                                      const upstream::Spec &provider);

/// When the provider is to be asked again, as the incident stands; nothing: nobody waits for it.
[[nodiscard]] std::optional<base::Instant> chaseOf(const incident::Incident &incident,
                                                   base::Instant now);

/// What the status page of a provider said at the last look, in one line; empty if there was none.
[[nodiscard]] QString pageWords(const UpstreamState &server);
/// Keeps that in the incident, as what the page said now.
[[nodiscard]] base::Result<incident::Incident> logPage(Desk &desk, const QString &incidentId,
                                                       const UpstreamState &server);

} // namespace workflow
