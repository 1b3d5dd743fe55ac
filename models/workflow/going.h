// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/publishing.h"

#include <QStringList>

namespace workflow {

class Compose;

/// "This shall stand at these targets", for the outbox.
[[nodiscard]] std::vector<ledger::Intent> intentsFor(const QString &incident,
                                                     const QString &revision,
                                                     const QStringList &targets, base::Instant now);

/// Takes the posts of an incident away from the readers of these targets: stored and queued in one
/// transaction. Answers with the id of the retraction. Errors: those of incident::RetractPosts.
[[nodiscard]] base::Result<QString> retractPosts(Desk &desk, const QString &incident,
                                                 const QStringList &targets, const QString &reason);

/// What a target will not say of the post as it is being written: a sentence each.
[[nodiscard]] QStringList unsaidAt(const publish::StatusPage &page, const Compose &compose);

/// The post as it is being written, as a target will have it. Errors: Input for a field that cannot
/// be read, NotFound if nothing is being written, those of StatusPage::preview().
[[nodiscard]] base::Result<publish::Preview> previewAt(const publish::StatusPage &page,
                                                       const Compose &compose);
/// The same as pages for a browser, in an empty folder. Errors: also those of
/// StatusPage::writePreview().
[[nodiscard]] QFuture<base::Result<QString>>
writePreviewAt(publish::StatusPage &page, const Compose &compose, const QString &folder);

} // namespace workflow
