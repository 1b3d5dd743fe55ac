// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/eventwords.h"
#include "wording/timewords.h"

namespace wording {

/// Says one event; what later sentences need is left in the EventWords.
class EventSentence
{
public:
    EventSentence(EventWords &memory, const incident::Event &event);

    [[nodiscard]] QString say();

private:
    [[nodiscard]] QString about(const incident::Opened &opened) const;
    [[nodiscard]] QString about(const incident::TitleChanged &changed) const;
    [[nodiscard]] QString about(const incident::SeverityChanged &changed) const;
    [[nodiscard]] QString about(const incident::CauseStated &stated) const;
    [[nodiscard]] QString about(const incident::StateChanged &changed) const;
    [[nodiscard]] QString about(const incident::MilestoneSet &set);
    [[nodiscard]] QString about(const incident::WindowSet &set);
    [[nodiscard]] QString about(const incident::WindowWithdrawn &withdrawn) const;
    [[nodiscard]] QString about(const incident::Noted &noted) const;
    [[nodiscard]] QString about(const incident::AlertLinked &linked);
    [[nodiscard]] QString about(const incident::PostRevised &revised);
    [[nodiscard]] QString about(const incident::PostsRetracted &retracted);
    [[nodiscard]] QString about(const incident::PostSeen &seen) const;
    [[nodiscard]] QString about(const incident::PromiseMade &made);
    [[nodiscard]] QString about(const incident::PromiseSettled &settled) const;
    [[nodiscard]] QString about(const incident::ChecklistStarted &started);
    [[nodiscard]] QString about(const incident::StepMarked &marked) const;
    [[nodiscard]] QString about(const incident::Reopened &reopened) const;
    [[nodiscard]] QString about(const incident::SectionWritten &written) const;
    [[nodiscard]] QString about(const incident::PostmortemExported &exported) const;
    [[nodiscard]] QString about(const incident::Imported &imported);
    [[nodiscard]] QString about(const incident::ImportShown &shown) const;
    // obligationsentences.cpp
    [[nodiscard]] QString about(const incident::KindChanged &changed) const;
    [[nodiscard]] QString about(const incident::Linked &linked) const;
    [[nodiscard]] QString about(const incident::PromiseDated &dated) const;
    [[nodiscard]] QString about(const incident::FollowUpSet &set);
    [[nodiscard]] QString about(const incident::FollowUpSettled &settled) const;
    [[nodiscard]] QString about(const incident::ProviderContacted &contacted) const;
    [[nodiscard]] QString about(const incident::ProviderAnswered &answered) const;
    [[nodiscard]] QString about(const incident::AbortRuleSet &set) const;
    [[nodiscard]] QString about(const incident::AlertsMuted &muted) const;
    [[nodiscard]] QString about(const incident::RemedyStarted &started);
    [[nodiscard]] QString about(const incident::RemedyEnded &ended) const;
    [[nodiscard]] QString about(const incident::UnknownEvent &unknown) const;

    /// " by ana", or nothing.
    [[nodiscard]] QString byAuthor() const;

    EventWords &m_memory;
    const incident::Event &m_event;
    Reader m_reader;
};

} // namespace wording
