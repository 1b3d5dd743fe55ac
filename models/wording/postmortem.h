// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/incident.h"
#include "wording/eventwords.h"
#include "wording/postmortempicture.h"
#include "wording/postmortemreview.h"

#include <QTimeZone>
#include <variant>

namespace wording {

/// A line of a two-column list; `value` says "unknown" where that is so.
struct PostmortemFact
{
    QString name;
    QString value;
    bool operator==(const PostmortemFact &) const = default;
};

/// A part that people write.
struct PostmortemSection
{
    QString id; ///< key in Incident::sections
    QString heading;
    QString hint; ///< what to write here, shown while it is empty
    QString text; ///< Markdown as written; may be empty
    bool operator==(const PostmortemSection &) const = default;
};

struct PostmortemTable
{
    QStringList columns;
    std::vector<QStringList> rows;
    bool operator==(const PostmortemTable &) const = default;
};

/// A heading with what is under it: a table, or one sentence where there is nothing to list.
struct PostmortemPart
{
    QString heading;
    QString note; ///< may be empty
    PostmortemTable table;
    bool operator==(const PostmortemPart &) const = default;
};

/// What readers were told, as it stood there.
struct PostmortemPost
{
    QString heading; ///< number, public status, when
    QString title;
    QString body;
    QString predicted; ///< the published expectation, and what happened; may be empty
    bool operator==(const PostmortemPost &) const = default;
};

/// The whole document as data: plain texts, not escaped.
struct Postmortem
{
    QString title;
    QString subtitle; ///< ref, zone, when it was generated
    QString review;   ///< how far it has come, and who said so
    std::vector<PostmortemFact> facts;
    std::vector<PostmortemSection> sections;
    PostmortemPart windows;
    PostmortemPart figures;
    PostmortemPart timeline;
    PostmortemPart factors;
    std::vector<PostmortemPicture> pictures; ///< of what was measured; empty without samples
    std::vector<PostmortemPost> told;
    PostmortemPart promises;
    PostmortemPart followUps; ///< without rows if no work follows
    PostmortemPart checklist;
    /// The whole text that an imported incident was read from, with its address as the title.
    std::optional<PostmortemPost> original{};

    bool operator==(const Postmortem &) const = default;
};

/// The sections that people write, in order, without text: summary, impact, went_well, lucky,
/// change.
[[nodiscard]] std::vector<PostmortemSection> postmortemSections();

/// Pure. Times are shown in `zone`, with the zone named once.
[[nodiscard]] Postmortem postmortemOf(const incident::Incident &incident,
                                      std::span<const incident::Event> events,
                                      const QTimeZone &zone, base::Instant now);

/// What was told, under its heading.
struct PostmortemTold
{
    QString heading;
    QString note; ///< may be empty
    std::vector<PostmortemPost> posts;
};

struct PostmortemPictures
{
    QString heading;
    std::vector<PostmortemPicture> pictures;
};

using PostmortemChapter =
    std::variant<PostmortemPart, PostmortemSection, PostmortemTold, PostmortemPictures>;

/// The document from beginning to end, the same in every format.
[[nodiscard]] std::vector<PostmortemChapter> chaptersOf(const Postmortem &postmortem);

/// Pictures stand in files beside it, with these names in their order; without a name only what
/// they show is said.
[[nodiscard]] QString toMarkdown(const Postmortem &postmortem,
                                 const QStringList &pictureFiles = {});
/// One file that needs no other: own style for light, dark and paper, no scripts.
[[nodiscard]] QString toHtml(const Postmortem &postmortem);

} // namespace wording
