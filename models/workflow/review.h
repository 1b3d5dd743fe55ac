// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/postmortem.h"
#include "workflow/desk.h"

/// Looking back at an incident.
namespace workflow {

[[nodiscard]] base::Result<std::vector<wording::TimelineRow>> timelineOf(Desk &desk,
                                                                         const QString &incidentId);
[[nodiscard]] base::Result<wording::Postmortem> postmortemOf(Desk &desk, const QString &incidentId);

enum class PostmortemFormat { Markdown, Html };

/// "md" and "html", as typed and stored.
[[nodiscard]] QString nameOf(PostmortemFormat format);
[[nodiscard]] std::optional<PostmortemFormat> formatNamed(const QString &name);
[[nodiscard]] QByteArray rendered(const wording::Postmortem &postmortem, PostmortemFormat format);

/// Writes the postmortem and records that, with the file's hash. Errors: Storage.
[[nodiscard]] base::Done exportPostmortem(Desk &desk, const QString &incidentId,
                                          PostmortemFormat format, const QString &path);
/// "postmortem-2026-11-22-1.md"
[[nodiscard]] QString suggestedFileName(const incident::Incident &incident,
                                        PostmortemFormat format);

} // namespace workflow
