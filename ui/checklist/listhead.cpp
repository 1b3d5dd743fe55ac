// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/checklist/listhead.h"

#include "base/commalist.h"
#include "ui/theme/tokens.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"
#include "wording/termwords.h"

#include <algorithm>
#include <QCheckBox>
#include <QGridLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kindColumns = 2;

} // namespace

ListHead::ListHead(QWidget *parent)
    : QWidget(parent)
    , m_title(new LineEdit)
    , m_titleRow(new FormField(tr("Title"), m_title))
    , m_components(new LineEdit)
{
    auto *kinds = new QWidget;
    auto *grid = new QGridLayout(kinds);
    grid->setContentsMargins(0, 0, 0, 0);
    for (const auto &row : base::EnumNames<incident::Kind>::table) {
        auto *box = new QCheckBox(wording::words(row.value));
        const int index = int(m_kinds.size());
        grid->addWidget(box, index / kindColumns, index % kindColumns);
        m_kinds.push_back({row.value, box});
        connect(box, &QCheckBox::toggled, this, &ListHead::edited);
    }
    m_titleRow->setWide(true);
    auto *kindRow = new FormField(tr("For"), kinds);
    kindRow->setWide(true);
    kindRow->setNote(tr("None ticked: for every kind."));
    m_components->setPlaceholderText(tr("every part"));
    auto *partRow = new FormField(tr("Parts"), m_components);
    partRow->setWide(true);
    partRow->setNote(tr("Names with commas between them. Empty: for every part."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    for (FormField *row : {m_titleRow, kindRow, partRow})
        layout->addWidget(row);
    connect(m_title, &QLineEdit::textChanged, this, &ListHead::edited);
    connect(m_components, &QLineEdit::textChanged, this, &ListHead::edited);
}

void ListHead::setList(const incident::Checklist &list)
{
    const bool wasQuiet = blockSignals(true);
    if (m_title->text() != list.title)
        m_title->setText(list.title);
    for (const auto &[kind, box] : m_kinds)
        box->setChecked(std::ranges::find(list.kinds, kind) != list.kinds.end());
    if (base::commaList(m_components->text()) != list.components)
        m_components->setText(list.components.join(u", "_s));
    blockSignals(wasQuiet);
}

void ListHead::take(incident::Checklist &list) const
{
    list.title = m_title->text();
    list.kinds.clear();
    for (const auto &[kind, box] : m_kinds) {
        if (box->isChecked())
            list.kinds.push_back(kind);
    }
    list.components = base::commaList(m_components->text());
}

void ListHead::setTitleError(const QString &sentence)
{
    m_titleRow->setError(sentence);
}

void ListHead::focusTitle()
{
    m_title->setFocus();
}

} // namespace ui
