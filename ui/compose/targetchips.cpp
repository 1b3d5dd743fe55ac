// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compose/targetchips.h"

#include "base/tip.h"
#include "ui/theme/tokens.h"
#include "ui/widget/chip.h"

#include <algorithm>
#include <QCheckBox>
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
    m_notify = new QCheckBox(tr("Tell subscribers"));
    m_notify->setToolTip(tr("By mail, text message and whatever else the place sends"));
    m_layout->addWidget(m_notify);
    connect(m_notify, &QCheckBox::clicked, &m_compose, &workflow::Compose::setNotify);
    connect(&m_compose, &workflow::Compose::refreshed, this, &TargetChips::showDraft);
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
        chip->setToolTip(base::plainTip(target.whoIsNotified));
        connect(chip, &Chip::clicked, this, &TargetChips::choose);
        m_layout->insertWidget(int(m_chips.size()), chip);
        m_chips.push_back(chip);
    }
    showDraft();
}

bool TargetChips::isChosen(const TargetLabel &target) const
{
    return m_targets.size() == 1 || m_compose.draft().targets.contains(target.name);
}

QString TargetChips::whoIsNotified() const
{
    QStringList sentences;
    for (const TargetLabel &target : m_targets) {
        if (!isChosen(target))
            continue;
        sentences << (target.notifies && !m_compose.draft().notify
                          ? tr("Subscribers of %1 are not told.").arg(target.label)
                          : target.whoIsNotified);
        if (target.unsaid)
            sentences += target.unsaid();
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
    m_notify->setVisible(std::ranges::any_of(m_targets, [this](const TargetLabel &target) {
        return target.notifies && isChosen(target);
    }));
    m_notify->setChecked(m_compose.draft().notify);
    emit changed();
}

} // namespace ui
