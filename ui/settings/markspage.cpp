// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/markspage.h"

#include "ui/settings/trial.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/lineedit.h"
#include "ui/widget/listtable.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

enum Column { Name, Place, Series };
constexpr int listHeight = 100;

} // namespace

MarksPage::MarksPage(workflow::Marks &marks, QWidget *parent)
    : QWidget(parent)
    , m_marks(marks)
    , m_table(makeListTable(tr("Sources of marks"), {tr("Name"), tr("Place"), tr("Series")}, Place))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(makeLabel(tr("What tells of deployments"), TextRole::Title));
    QLabel *about = makeLabel(tr("They are marked on the charts. By hand: Ctrl+D, or "
                                 "“watchkeeper mark” in a script."),
                              TextRole::Secondary);
    about->setWordWrap(true);
    layout->addWidget(about);
    layout->addWidget(buildEntry());
    m_table->setMinimumHeight(listHeight);
    layout->addWidget(m_table);
    m_removeButton = new ActionButton(ActionButton::Kind::Danger, tr("Look at it no longer"));
    layout->addWidget(m_removeButton, 0, Qt::AlignRight);
    connect(m_removeButton, &QPushButton::clicked, this, &MarksPage::remove);
    connect(&m_marks, &workflow::Marks::changed, this, &MarksPage::reload);
    reload();
}

QWidget *MarksPage::buildEntry()
{
    m_name = new LineEdit;
    m_name->setPlaceholderText(tr("shop"));
    m_nameRow = new FormField(tr("Name"), m_name);
    m_place = new LineEdit;
    m_place->setPlaceholderText(tr("/srv/shop or http://prometheus.example.org:9090"));
    m_placeRow = new FormField(tr("Place"), m_place);
    m_placeRow->setWide(true);
    m_placeRow->setNote(tr("A Git working copy on this machine, or a Prometheus."));
    m_expression = new LineEdit;
    m_expression->setPlaceholderText(u"app_build_info"_s);
    auto *expression = new FormField(tr("Series"), m_expression);
    expression->setHint(tr("of a Prometheus; a mark when it changes"));
    m_testButton = new ActionButton(ActionButton::Kind::Secondary, trialTitle(false));
    auto *addButton = new ActionButton(ActionButton::Kind::Primary, tr("Look at it from now on"));
    auto *actions = new QHBoxLayout;
    actions->setSpacing(space::s);
    actions->addStretch(1);
    actions->addWidget(m_testButton);
    actions->addWidget(addButton);
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(m_nameRow);
    layout->addWidget(m_placeRow);
    layout->addWidget(expression);
    layout->addLayout(actions);
    connect(m_testButton, &QPushButton::clicked, this, &MarksPage::test);
    connect(addButton, &QPushButton::clicked, this, &MarksPage::add);
    return box;
}

workflow::MarkSource MarksPage::typed() const
{
    const QString place = m_place->text().trimmed();
    const bool isAddress = place.startsWith(u"http"_s);
    return {m_name->text().trimmed(), isAddress ? QString() : place, isAddress ? place : QString(),
            m_expression->text().trimmed()};
}

void MarksPage::add()
{
    const base::Done added = m_marks.addSource(typed());
    const bool isNamed = !typed().name.isEmpty();
    const QString wrong = added ? QString() : added.error().text;
    m_nameRow->setError(isNamed ? QString() : wrong);
    m_placeRow->setError(isNamed ? wrong : QString());
    if (!added)
        return;
    for (LineEdit *field : {m_name, m_place, m_expression})
        field->clear();
}

void MarksPage::test()
{
    showTrial(m_placeRow, m_testButton, m_marks.test(typed()));
}

void MarksPage::remove()
{
    if (const QTableWidgetItem *item = m_table->item(m_table->currentRow(), Name)) {
        const base::Done removed = m_marks.removeSource(item->text());
        m_placeRow->setError(removed ? QString() : removed.error().text);
    }
}

void MarksPage::reload()
{
    const auto &sources = m_marks.sources();
    m_table->setRowCount(int(sources.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const workflow::MarkSource &source = sources[size_t(row)];
        m_table->setItem(row, Name, new QTableWidgetItem(source.name));
        m_table->setItem(
            row, Place,
            new QTableWidgetItem(source.folder.isEmpty() ? source.address : source.folder));
        m_table->setItem(row, Series, new QTableWidgetItem(source.expression));
    }
    m_table->setVisible(!sources.empty());
    m_removeButton->setVisible(!sources.empty());
    m_table->selectRow(0);
}

} // namespace ui
