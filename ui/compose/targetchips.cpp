// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compose/targetchips.h"

#include "ui/theme/tokens.h"
#include "ui/widget/chip.h"

#include <QHBoxLayout>

namespace ui {

TargetChips::TargetChips(workflow::Compose &compose, QWidget *parent)
    : QWidget(parent)
    , m_compose(compose)
{
    setAccessibleName(tr("Where this post goes"));
    m_layout = new QHBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::s);
    connect(&m_compose, &workflow::Compose::changed, this, &TargetChips::showDraft);
}

void TargetChips::setTargets(const std::vector<TargetLabel> &targets)
{
    m_targets = targets;
    qDeleteAll(m_chips);
    m_chips.clear();
    for (const TargetLabel &target : m_targets) {
        auto *chip = new Chip(target.label);
        chip->setCheckable(m_targets.size() > 1);
        chip->setToolTip(target.whoIsNotified);
        connect(chip, &Chip::clicked, this, &TargetChips::choose);
        m_layout->addWidget(chip);
        m_chips.push_back(chip);
    }
    showDraft();
}

QString TargetChips::whoIsNotified() const
{
    QStringList sentences;
    for (const TargetLabel &target : m_targets) {
        if (m_targets.size() == 1 || m_compose.draft().targets.contains(target.name))
            sentences << target.whoIsNotified;
    }
    return sentences.join(u' ');
}

void TargetChips::choose()
{
    QStringList chosen;
    for (size_t i = 0; i < m_chips.size(); ++i) {
        if (!m_chips[i]->isCheckable() || m_chips[i]->isChecked())
            chosen << m_targets[i].name;
    }
    // A post that goes nowhere is no post.
    if (!chosen.isEmpty())
        m_compose.setTargets(chosen);
    showDraft();
}

void TargetChips::showDraft()
{
    for (size_t i = 0; i < m_chips.size(); ++i) {
        if (m_chips[i]->isCheckable())
            m_chips[i]->setChecked(m_compose.draft().targets.contains(m_targets[i].name));
    }
}

} // namespace ui
