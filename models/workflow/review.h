// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/postmortem.h"
#include "workflow/desk.h"

#include <functional>

/// Looking back at an incident.
namespace workflow {

[[nodiscard]] base::Result<std::vector<wording::TimelineRow>> timelineOf(Desk &desk,
                                                                         const QString &incidentId);
/// Without pictures.
[[nodiscard]] base::Result<wording::Postmortem> postmortemOf(Desk &desk, const QString &incidentId);

/// What was measured around an incident, at most four pictures: what led to it first. Reads the
/// archive of a data folder, so rather not in the thread of the window; empty without an archive.
[[nodiscard]] std::vector<wording::PostmortemPicture> picturesOf(const QString &dataDir,
                                                                 const base::Clock &clock,
                                                                 const incident::Incident &incident,
                                                                 const QTimeZone &zone);

/// Says how far the postmortem has come. Errors: Refused for a review of nothing.
[[nodiscard]] base::Result<incident::Incident> setReview(Desk &desk, const QString &incidentId,
                                                         wording::ReviewState state);

enum class PostmortemFormat { Markdown, Html, Pdf };

/// Draws the pages; the models cannot.
using PdfMaker = std::function<QByteArray(const wording::Postmortem &)>;

/// "md", "html" and "pdf", as typed and stored.
[[nodiscard]] QString nameOf(PostmortemFormat format);
[[nodiscard]] std::optional<PostmortemFormat> formatNamed(const QString &name);

/// Writes the postmortem with its pictures and records that, with the file's hash. The pictures of
/// a Markdown file stand beside it. Errors: Storage.
[[nodiscard]] base::Done exportPostmortem(Desk &desk, const QString &incidentId,
                                          PostmortemFormat format, const QString &path,
                                          const PdfMaker &pdf);
/// "postmortem-2026-11-22-1.md"
[[nodiscard]] QString suggestedFileName(const incident::Incident &incident,
                                        PostmortemFormat format);

/// The public part of a postmortem as an update: what happened, what readers felt, what changes.
struct PostmortemPost
{
    QString title;
    QString body;
};
/// Errors: Refused while the summary is not written.
[[nodiscard]] base::Result<PostmortemPost> postOf(const incident::Incident &incident);

} // namespace workflow
