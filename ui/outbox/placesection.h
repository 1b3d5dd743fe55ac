// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/outboxdesk.h"

#include <map>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace ui {

class ActionButton;
class DeliveryCard;
class StateBadge;

/// One place and what waits for it, with the way to hold it and to let it go on.
class PlaceSection final : public QWidget
{
    Q_OBJECT

public:
    explicit PlaceSection(QWidget *parent = nullptr);

    /// `waiting` may hold posts for other places too. What is shown already stays where it is, and
    /// so does the focus in it.
    void setPlace(const workflow::OutboxPlace &place,
                  const std::vector<workflow::OutboxEntry> &waiting);

signals:
    void pauseWanted(const QString &place, bool pause);
    void sendWanted(const QString &key);
    void differenceWanted(const QString &key);
    void withdrawalWanted(const QString &key);

private:
    DeliveryCard *addCard(const QString &key);
    void describe();

    workflow::OutboxPlace m_place;
    QLabel *m_name;
    StateBadge *m_badge;
    QLabel *m_count;
    ActionButton *m_pause;
    QVBoxLayout *m_layout;
    std::map<QString, DeliveryCard *> m_cards; ///< by key
};

} // namespace ui
