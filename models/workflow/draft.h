// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/clock.h"
#include "incident/vocabulary.h"

#include <optional>
#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

namespace workflow {

/// What the author has said about a promise of the text.
struct PromiseChoice
{
    QString quote;                      ///< its words in the text
    bool isDropped = false;             ///< it is none
    QString due;                        ///< as instantFromField() reads it; empty: nothing
    std::optional<base::Instant> typed; ///< when that was

    bool operator==(const PromiseChoice &) const = default;
};

/// A post as it is being written. The texts of the fields are kept as typed, also while they cannot
/// be understood.
struct Draft
{
    std::optional<incident::PublicStatus> status; ///< nothing: what the state of the incident says
    QString title;
    QString body;
    bool titleTouched = false; ///< the author's own words: facts do not write over them
    bool bodyTouched = false;
    QString estimate;   ///< as durationFromField() reads it; empty: none is published
    QString nextUpdate; ///< as instantFromField() reads it; empty: none is promised
    /// When that was typed: "09:10" stays the one that was meant, however late it is published.
    std::optional<base::Instant> nextUpdateTyped;
    bool nextUpdateTouched = false;
    QStringList targets;
    bool notify = true;     ///< subscribers are told, where the target can tell them
    QByteArray writtenFrom; ///< the facts, as incident::factsJson(), when the author took over
    QStringList ignored;    ///< keys of findings that the author knows to be fine
    std::vector<PromiseChoice> promises{}; ///< also of words that are gone: they may come back
    QString replaces; ///< the revision that this one corrects; empty: a new update

    bool operator==(const Draft &) const = default;
};

[[nodiscard]] QByteArray toJson(const Draft &draft);
/// Nothing if it is no draft.
[[nodiscard]] std::optional<Draft> draftFromJson(const QByteArray &json);
/// Where the draft of an incident's post is kept in the ledger.
[[nodiscard]] QString draftKey(const QString &incidentId);

} // namespace workflow
