// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "importing/archivedpost.h"
#include "incident/command.h"
#include "reading/facts.h"

namespace importing {

/// Puts together the command that makes an incident of what a post says.
class IncidentBuilder
{
public:
    IncidentBuilder(const ArchivedPost &post, const reading::PostFacts &facts,
                    const QTimeZone &zone, Instant now);

    /// Errors: Input, with a sentence about what the post does not say.
    [[nodiscard]] base::Result<incident::ImportIncident> run();
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }

private:
    [[nodiscard]] bool saysAnything() const;
    [[nodiscard]] bool saysStages() const;
    void addOrigin();
    void addPosts();
    void addPlans();
    [[nodiscard]] base::Done addWindows();
    void addMilestones();
    void addEstimates();
    void addPromises();
    [[nodiscard]] base::Done settleState();

    [[nodiscard]] base::Done complete(incident::Window &window, int revision);
    [[nodiscard]] base::Result<timing::RoughInstant> toldEnd(int revision);
    [[nodiscard]] std::optional<timing::RoughInstant> resolvedBetween() const;
    [[nodiscard]] timing::RoughInstant startOfWindow(int index) const;
    [[nodiscard]] timing::RoughInstant timeOf(reading::MilestoneName name, int depth = 0) const;
    [[nodiscard]] timing::RoughDuration remainingOf(const reading::Estimate &estimate) const;
    [[nodiscard]] incident::PublicStatus statusOf(size_t update) const;
    [[nodiscard]] Instant posted(int revision) const;

    const ArchivedPost &m_post;
    const reading::PostFacts &m_facts;
    Instant m_now;
    std::vector<Instant> m_posted; ///< of each update
    incident::ImportIncident m_command;
    bool m_endUntold = false;
    QStringList m_warnings;
};

/// An id that is always the same for the same words.
[[nodiscard]] QString idFor(const QString &words);

} // namespace importing
