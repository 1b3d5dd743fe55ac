// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/compose.h"
#include "workflow/going.h"

#include <functional>
#include <QWidget>

class QCheckBox;
class QHBoxLayout;

namespace ui {

class Chip;

/// A place to publish to, as it stands beside the button.
struct TargetLabel
{
    QString name;
    QString label;
    QString whoIsNotified;
    bool notifies = false;                    ///< it can tell subscribers
    std::function<QStringList()> unsaid = {}; ///< what it will not say of this post; may be empty
    std::function<base::Result<publish::Preview>()> preview = {}; ///< of this post; may be empty
    /// Writes pages of this post for a browser into a folder; may be empty.
    std::function<QFuture<base::Result<QString>>(const QString &folder)> writePreview = {};
};

/// The places that this post goes to; with more than one, each can be left out.
class TargetChips final : public QWidget
{
    Q_OBJECT

public:
    explicit TargetChips(workflow::Compose &compose, QWidget *parent = nullptr);

    void setTargets(const std::vector<TargetLabel> &targets);
    /// Who is told by those that are chosen, and what they will not say.
    [[nodiscard]] QString whoIsNotified() const;

signals:
    /// whoIsNotified() may be another sentence.
    void changed();

private:
    [[nodiscard]] bool isChosen(const TargetLabel &target) const;
    void choose();
    void showDraft();

    workflow::Compose &m_compose;
    std::vector<TargetLabel> m_targets;
    std::vector<Chip *> m_chips; ///< in the order of the targets
    QHBoxLayout *m_layout;
    QCheckBox *m_notify;
};

} // namespace ui
