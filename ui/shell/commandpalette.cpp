// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/commandpalette.h"

#include "ui/theme/tokens.h"
#include "ui/widget/lineedit.h"

#include <algorithm>
#include <QKeyEvent>
#include <QListWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize paletteSize(520, 420);

} // namespace

CommandPalette::CommandPalette(ShellActions actions, QWidget *parent)
    : QDialog(parent)
    , m_actions(std::move(actions))
{
    setWindowTitle(tr("Everything"));
    resize(paletteSize);
    m_search = new LineEdit;
    m_search->setPlaceholderText(tr("What do you want to do?"));
    m_search->setAccessibleName(tr("Find an action"));
    m_search->installEventFilter(this);
    m_list = new QListWidget;
    m_list->setAccessibleName(tr("Actions"));
    m_list->setUniformItemSizes(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::m, space::m, space::m, space::m);
    layout->setSpacing(space::s);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListWidget::itemActivated, this, &CommandPalette::accept);
    filter({});
}

void CommandPalette::filter(const QString &text)
{
    m_list->clear();
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (int i = 0; i < int(m_actions.size()); ++i) {
        const ShellAction &action = m_actions[i];
        const bool fits = std::ranges::all_of(words, [&](const QString &word) {
            return action.title.contains(word, Qt::CaseInsensitive);
        });
        if (!fits)
            continue;
        QString line = action.title;
        if (!action.key.isEmpty())
            line += u"   "_s + action.key.toString(QKeySequence::NativeText);
        auto *item = new QListWidgetItem(line, m_list);
        item->setData(Qt::UserRole, i);
    }
    m_list->setCurrentRow(0);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0) {
            const int last = m_list->count() - 1;
            m_list->setCurrentRow(qBound(0, m_list->currentRow() + step, last));
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            accept();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::accept()
{
    const QListWidgetItem *item = m_list->currentItem();
    QDialog::accept();
    if (item)
        QTimer::singleShot(0, parent(), m_actions[item->data(Qt::UserRole).toInt()].run);
}

} // namespace ui
