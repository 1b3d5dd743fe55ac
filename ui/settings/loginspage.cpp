// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/loginspage.h"

#include "ui/settings/loginform.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/listtable.h"

#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

enum Column { Place, Kind, User };
constexpr int listHeight = 100;
constexpr int dialogWidth = 620;

} // namespace

LoginsPage::LoginsPage(workflow::Logins &logins, QWidget *parent)
    : QWidget(parent)
    , m_logins(logins)
    , m_table(makeListTable(tr("Logins"), {tr("Address"), tr("It asks for"), tr("User")}, Place))
    , m_remove(new ActionButton(ActionButton::Kind::Danger, tr("Forget it")))
{
    QLabel *about = makeLabel(tr("For a Prometheus, an Alertmanager or a page of metrics that asks "
                                 "who you are."),
                              TextRole::Secondary);
    about->setWordWrap(true);
    m_table->setMinimumHeight(listHeight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(makeLabel(tr("Logins"), TextRole::Title));
    layout->addWidget(about);
    layout->addWidget(new LoginForm(logins));
    layout->addWidget(m_table);
    layout->addWidget(m_remove, 0, Qt::AlignRight);
    connect(m_remove, &QPushButton::clicked, this, &LoginsPage::remove);
    connect(&m_logins, &workflow::Logins::changed, this, &LoginsPage::reload);
    reload();
}

void LoginsPage::reload()
{
    const auto logins = m_logins.list();
    m_table->setRowCount(int(logins.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const workflow::Login &login = logins[size_t(row)];
        const bool isBasic = login.kind == workflow::LoginKind::Basic;
        m_table->setItem(row, Place, new QTableWidgetItem(login.place.toString()));
        m_table->setItem(row, Kind,
                         new QTableWidgetItem(isBasic ? tr("user and password") : tr("a token")));
        m_table->setItem(row, User, new QTableWidgetItem(login.user));
    }
    m_table->setVisible(!logins.empty());
    m_remove->setVisible(!logins.empty());
    m_table->selectRow(0);
}

void LoginsPage::remove()
{
    const auto logins = m_logins.list();
    const int row = m_table->currentRow();
    if (row >= 0 && row < int(logins.size()))
        static_cast<void>(m_logins.remove(logins[size_t(row)].place));
}

LoginDialog::LoginDialog(workflow::Logins &logins, const QString &address, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Login"));
    setMinimumWidth(dialogWidth);
    auto *form = new LoginForm(logins);
    form->setAddress(address);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->addWidget(form);
    connect(form, &LoginForm::kept, this, &QDialog::accept);
}

} // namespace ui
