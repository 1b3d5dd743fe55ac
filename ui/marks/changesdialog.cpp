// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/marks/changesdialog.h"

#include "base/tip.h"
#include "timing/fieldtext.h"
#include "timing/zone.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"
#include "ui/widget/listtable.h"
#include "wording/clockwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

enum Column { When, What, From };
constexpr auto shown = 2h;
constexpr QSize usualSize(620, 420);

} // namespace

ChangesDialog::ChangesDialog(workflow::Marks &marks, const workflow::Desk &desk, QWidget *parent)
    : QDialog(parent)
    , m_marks(marks)
    , m_desk(desk)
    , m_table(makeListTable(tr("What changed in the last two hours"),
                            {tr("When"), tr("What"), tr("From")}, What))
    , m_words(makeLabel({}, TextRole::Secondary))
    , m_text(new LineEdit)
    , m_at(new LineEdit)
    , m_textRow(new FormField(tr("Changed"), m_text))
    , m_atRow(new FormField(tr("When"), m_at))
{
    setWindowTitle(tr("What changed in the last two hours"));
    resize(usualSize);
    build();
    connect(&m_marks, &workflow::Marks::changed, this, &ChangesDialog::reload);
    m_marks.look();
    reload();
    m_text->setFocus();
}

void ChangesDialog::build()
{
    m_text->setPlaceholderText(tr("deployed 4f2a"));
    m_at->setPlaceholderText(tr("now"));
    m_at->setSuffix(timing::zoneCity(m_desk.zone()));
    m_atRow->setHint(tr("16:08, 10 min ago; empty: now"));
    auto *add = new ActionButton(ActionButton::Kind::Primary, tr("Mark it"));
    add->setDefault(true);
    auto *close = new ActionButton(ActionButton::Kind::Quiet, tr("Close"));
    close->setAutoDefault(false);
    auto *actions = new QHBoxLayout;
    actions->addStretch(1);
    actions->addWidget(close);
    actions->addWidget(add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(space::s);
    layout->addWidget(m_words);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_textRow);
    layout->addWidget(m_atRow);
    layout->addLayout(actions);
    connect(add, &QPushButton::clicked, this, &ChangesDialog::add);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

void ChangesDialog::reload()
{
    const base::Instant now = m_desk.clock().now();
    const auto changes = m_marks.since(now - shown);
    m_table->setRowCount(int(changes.size()));
    int row = m_table->rowCount();
    for (const marks::Mark &mark : changes) {
        --row; // the newest on top
        const QString at = timing::toLocal(mark.at, m_desk.zone()).toString(u"HH:mm"_s);
        const auto put = [&](Column column, const QString &text) {
            auto *item = new QTableWidgetItem(text);
            item->setToolTip(base::plainTip(text));
            m_table->setItem(row, column, item);
        };
        put(When, u"%1, %2"_s.arg(at, wording::awayWords(mark.at, now)));
        put(What, mark.text);
        put(From, mark.origin);
    }
    m_words->setText(tr("Nothing that we know of."));
    m_words->setVisible(changes.empty());
    m_table->setVisible(!changes.empty());
}

void ChangesDialog::add()
{
    const timing::FieldContext context{m_desk.zone(), m_desk.clock().now(), timing::Lean::Past};
    const auto at = timing::instantFromField(m_at->text(), context);
    m_atRow->setError(at ? QString() : at.error().text);
    if (!at)
        return;
    const base::Done added = m_marks.add(m_text->text(), at->middle());
    m_textRow->setError(added ? QString() : added.error().text);
    if (!added)
        return;
    m_text->clear();
    m_at->clear();
}

} // namespace ui
