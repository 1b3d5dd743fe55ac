// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/providers.h"

#include <QTreeWidget>

namespace ui {

/// Every word with a provider, over all incidents, the newest first.
class ContactLog final : public QTreeWidget
{
    Q_OBJECT

public:
    explicit ContactLog(QWidget *parent = nullptr);

    void setWords(const std::vector<workflow::ProviderWord> &words, base::Instant now,
                  const QTimeZone &zone);

signals:
    void chosen(const QString &incidentId);
};

/// The incidents that a provider is held to have a part in, the newest first.
class CaseList final : public QTreeWidget
{
    Q_OBJECT

public:
    explicit CaseList(QWidget *parent = nullptr);

    void setCases(const std::vector<workflow::ProviderCase> &cases, base::Instant now,
                  const QTimeZone &zone);

signals:
    void chosen(const QString &incidentId);
};

} // namespace ui
