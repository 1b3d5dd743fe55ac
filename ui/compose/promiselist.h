// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widget/card.h"
#include "workflow/compose.h"

class QLabel;
class QVBoxLayout;

namespace ui {

class PromiseRow;

/// What readers will hold us to once the post is published: the promises of its text, each to be
/// kept, dated, or dropped.
class PromiseList final : public Card
{
    Q_OBJECT

public:
    explicit PromiseList(QWidget *parent = nullptr);

    void setPromises(const std::vector<workflow::Undertaking> &undertakings,
                     const workflow::Compose &compose);

signals:
    void dropWanted(const QString &quote, bool isDropped);
    void dueTyped(const QString &quote, const QString &due);

private:
    void addRow();

    QStringList m_quotes; ///< of the rows
    std::vector<PromiseRow *> m_rows;
    QVBoxLayout *m_layout; ///< of the rows
    QLabel *m_title;
    QLabel *m_problem;
};

} // namespace ui
