// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/compose.h"

#include <QWidget>

class QHBoxLayout;

namespace ui {

class Chip;

/// A place to publish to, as it stands beside the button.
struct TargetLabel
{
    QString name;
    QString label;
    QString whoIsNotified;

    bool operator==(const TargetLabel &) const = default;
};

/// The places that this post goes to; with more than one, each can be left out.
class TargetChips final : public QWidget
{
    Q_OBJECT

public:
    explicit TargetChips(workflow::Compose &compose, QWidget *parent = nullptr);

    void setTargets(const std::vector<TargetLabel> &targets);
    /// Who is told by those that are chosen.
    [[nodiscard]] QString whoIsNotified() const;

private:
    void choose();
    void showDraft();

    workflow::Compose &m_compose;
    std::vector<TargetLabel> m_targets;
    std::vector<Chip *> m_chips; ///< in the order of the targets
    QHBoxLayout *m_layout;
};

} // namespace ui
