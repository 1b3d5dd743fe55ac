// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/provider/contactrows.h"

#include "ui/duties/choices.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/lineedit.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using incident::Channel;

ContactRows::ContactRows(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout)
{
    m_layout->setSpacing(space::xs);
    auto *another = new ActionButton(ActionButton::Kind::Quiet, tr("Add a contact"));
    another->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    layout->addLayout(m_layout);
    layout->addWidget(another, 0, Qt::AlignLeft);
    connect(another, &QPushButton::clicked, this, [this] {
        addRow({});
        m_rows.back().channel->setFocus();
    });
}

void ContactRows::addRow(const provider::Contact &contact)
{
    Row row{new QWidget, new QComboBox, new LineEdit, new LineEdit};
    for (const auto &[words, value] :
         choicesOf({Channel::Phone, Channel::Ticket, Channel::Chat, Channel::Mail, Channel::Other}))
        row.channel->addItem(words, value);
    choose(row.channel, int(contact.channel));
    row.channel->setAccessibleName(tr("How"));
    row.address->setAccessibleName(tr("Number or address"));
    row.address->setPlaceholderText(u"+49 30 1234"_s);
    row.address->setText(contact.address);
    row.name->setAccessibleName(tr("Who answers"));
    row.name->setPlaceholderText(tr("support desk"));
    row.name->setText(contact.name);
    auto *away = new ActionButton(ActionButton::Kind::Quiet, tr("Remove"));
    away->setAutoDefault(false);
    auto *layout = new QHBoxLayout(row.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    layout->addWidget(row.channel);
    layout->addWidget(row.address, 3);
    layout->addWidget(row.name, 2);
    layout->addWidget(away);
    m_layout->addWidget(row.box);
    m_rows.push_back(row);
    connect(away, &QPushButton::clicked, this, [this, box = row.box] {
        std::erase_if(m_rows, [&](const Row &gone) { return gone.box == box; });
        box->hide();
        box->deleteLater();
    });
}

void ContactRows::setContacts(const std::vector<provider::Contact> &contacts)
{
    for (const Row &row : m_rows)
        delete row.box;
    m_rows.clear();
    for (const provider::Contact &contact : contacts)
        addRow(contact);
    if (contacts.empty())
        addRow({});
}

std::vector<provider::Contact> ContactRows::contacts() const
{
    std::vector<provider::Contact> contacts;
    for (const Row &row : m_rows) {
        const provider::Contact contact{Channel(row.channel->currentData().toInt()),
                                        row.address->text().trimmed(), row.name->text().trimmed()};
        if (!contact.address.isEmpty() || !contact.name.isEmpty())
            contacts.push_back(contact);
    }
    return contacts;
}

} // namespace ui
