// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/templates/fieldlist.h"

#include "base/tip.h"
#include "ui/theme/theme.h"
#include "ui/widget/lineedit.h"
#include "wording/templatewords.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int NameRole = Qt::UserRole;
constexpr int MeaningRole = Qt::UserRole + 1;

} // namespace

FieldList::FieldList(QWidget *parent)
    : QWidget(parent)
{
    m_filter = new LineEdit;
    m_filter->setPlaceholderText(tr("find a field"));
    m_filter->setAccessibleName(tr("Find a field"));
    m_list = new QListWidget;
    m_list->setAccessibleName(tr("Fields; Enter puts one into the text"));
    m_list->setSpacing(1);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const wording::TemplateWord &word : wording::templateFieldWords()) {
        auto *item = new QListWidgetItem(m_list);
        item->setData(NameRole, word.name);
        item->setData(MeaningRole, word.meaning);
        item->setToolTip(base::plainTip(word.meaning));
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &FieldList::filter);
    connect(m_filter, &QLineEdit::returnPressed, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_list, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { emit chosen(item->data(NameRole).toString()); });
    setValues({});
}

void FieldList::setValues(const std::map<QString, QString> &values)
{
    const Theme theme = Theme::current();
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const QString name = item->data(NameRole).toString();
        const auto value = values.find(name);
        const bool isKnown = value != values.end();
        item->setText(u"{%1}  %2"_s.arg(name, isKnown ? value->second.simplified()
                                                      : item->data(MeaningRole).toString()));
        item->setForeground(theme.color(isKnown ? ColorRole::Text : ColorRole::Faint));
    }
}

void FieldList::filter(const QString &text)
{
    bool isFirst = true;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const bool fits =
            item->text().contains(text.trimmed(), Qt::CaseInsensitive) ||
            item->data(MeaningRole).toString().contains(text.trimmed(), Qt::CaseInsensitive);
        item->setHidden(!fits);
        if (fits && std::exchange(isFirst, false))
            m_list->setCurrentItem(item);
    }
}

} // namespace ui
