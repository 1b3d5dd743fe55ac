// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/outbox/placesection.h"

#include "ui/outbox/deliverycard.h"
#include "ui/theme/textrole.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/statebadge.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <set>

namespace ui {

PlaceSection::PlaceSection(QWidget *parent)
    : QWidget(parent)
    , m_name(makeLabel({}, TextRole::Strong))
    , m_badge(new StateBadge)
    , m_count(makeLabel({}, TextRole::Secondary))
    , m_pause(new ActionButton(ActionButton::Kind::Secondary, tr("Pause")))
{
    auto *heading = new QHBoxLayout;
    heading->setSpacing(space::s);
    heading->addWidget(m_name);
    heading->addWidget(m_badge);
    heading->addWidget(m_count, 1);
    heading->addWidget(m_pause);
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::s);
    m_layout->addLayout(heading);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        const bool goesOn = !m_place.isPaused && m_place.refusal.isEmpty();
        emit pauseWanted(m_place.name, goesOn);
    });
}

void PlaceSection::setPlace(const workflow::OutboxPlace &place,
                            const std::vector<workflow::OutboxEntry> &waiting)
{
    m_place = place;
    describe();
    std::set<QString> shown;
    for (const workflow::OutboxEntry &entry : waiting) {
        if (entry.target != place.name)
            continue;
        shown.insert(entry.key);
        const auto known = m_cards.find(entry.key);
        DeliveryCard *card = known == m_cards.end() ? addCard(entry.key) : known->second;
        if (card->entry() != entry)
            card->setEntry(entry);
    }
    std::erase_if(m_cards, [&](const auto &card) {
        if (shown.contains(card.first))
            return false;
        card.second->deleteLater();
        return true;
    });
}

void PlaceSection::describe()
{
    m_name->setText(m_place.label);
    if (!m_place.isKnown)
        m_badge->setState(State::Down, tr("no longer set up"));
    else if (m_place.isPaused)
        m_badge->setState(State::Paused, tr("paused"));
    else if (!m_place.refusal.isEmpty())
        m_badge->setState(State::Down, tr("refuses the password"));
    m_badge->setVisible(!m_place.isKnown || m_place.isPaused || !m_place.refusal.isEmpty());
    m_count->setText(m_place.waiting > 0 ? tr("%n post(s) waiting", nullptr, m_place.waiting)
                                         : tr("nothing waiting"));
    const bool goesOn = !m_place.isPaused && m_place.refusal.isEmpty();
    m_pause->setTitle(goesOn ? tr("Pause") : tr("Resume"));
    m_pause->setAccessibleName((goesOn ? tr("Pause %1") : tr("Resume %1")).arg(m_place.label));
    m_pause->setVisible(m_place.isKnown);
}

DeliveryCard *PlaceSection::addCard(const QString &key)
{
    auto *card = new DeliveryCard;
    m_layout->addWidget(card);
    m_cards[key] = card;
    connect(card, &DeliveryCard::sendWanted, this, [this, key] { emit sendWanted(key); });
    connect(card, &DeliveryCard::differenceWanted, this,
            [this, key] { emit differenceWanted(key); });
    connect(card, &DeliveryCard::withdrawalWanted, this,
            [this, key] { emit withdrawalWanted(key); });
    return card;
}

} // namespace ui
