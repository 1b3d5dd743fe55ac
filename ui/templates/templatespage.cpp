// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/templates/templatespage.h"

#include "base/tip.h"
#include "ui/templates/fieldlist.h"
#include "ui/templates/templateeditor.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/card.h"
#include "ui/widget/noticebar.h"
#include "ui/widget/paneheader.h"
#include "ui/widget/sectionlabel.h"
#include "ui/widget/segmentedbar.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

enum Source { Incident, Example };
constexpr int namesWidth = 210;
constexpr int sideWidth = 400;
constexpr int itemSpacing = 3;
constexpr int shownProblems = 3;

} // namespace

TemplatesPage::TemplatesPage(workflow::Desk &desk, workflow::Compose &compose, QWidget *parent)
    : QWidget(parent)
    , m_editing(desk, compose)
{
    m_notice = new NoticeBar;
    m_notice->hide();
    auto *back = new ActionButton(ActionButton::Kind::Quiet, tr("Back"));
    auto *header = new PaneHeader(tr("Templates"));
    header->addTrailing(back);
    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildNames());
    splitter->addWidget(buildText());
    splitter->addWidget(buildSide());
    splitter->setSizes({namesWidth, 640, sideWidth});
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 3);
    splitter->setStretchFactor(2, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(splitter, 1);

    connect(back, &QPushButton::clicked, this, &TemplatesPage::backRequested);
    connect(&m_editing, &workflow::TemplateDesk::changed, this, &TemplatesPage::showTemplate);
    connect(&m_editing, &workflow::TemplateDesk::saveFailed, this,
            [this](const base::Error &error) { tell(tl::make_unexpected(error), {}); });
    auto *leave = new QShortcut(Qt::Key_Escape, this);
    leave->setContext(Qt::WidgetWithChildrenShortcut);
    connect(leave, &QShortcut::activated, this, &TemplatesPage::backRequested);
    auto *keep = new QShortcut(QKeySequence::Save, this);
    keep->setContext(Qt::WidgetWithChildrenShortcut);
    connect(keep, &QShortcut::activated, this, &TemplatesPage::save);
    connect(&compose, &workflow::Compose::changed, this, [this] {
        if (isVisible())
            showWhatItSays();
    });
}

QWidget *TemplatesPage::buildNames()
{
    m_names = new QListWidget;
    m_names->setAccessibleName(tr("Templates"));
    m_names->setMinimumWidth(namesWidth);
    m_names->setSpacing(itemSpacing);
    for (const QString &name : wording::templatesInOrder()) {
        auto *item = new QListWidgetItem(wording::templateTitle(name), m_names);
        item->setData(Qt::UserRole, name);
        item->setToolTip(base::plainTip(wording::templateOccasion(name)));
    }
    connect(m_names, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        m_notice->hide();
        if (item)
            m_editing.choose(item->data(Qt::UserRole).toString());
    });
    return m_names;
}

QWidget *TemplatesPage::buildText()
{
    m_occasion = makeLabel({}, TextRole::Secondary);
    m_occasion->setWordWrap(true);
    m_editor = new TemplateEditor;
    m_problems = new QListWidget;
    m_problems->setAccessibleName(tr("Problems; Enter goes there"));
    m_problems->setSpacing(itemSpacing);
    m_problems->setWordWrap(true);
    m_save = new ActionButton(ActionButton::Kind::Primary, tr("Save"));
    m_save->setKeyHint(u"Ctrl+S"_s);
    m_giveUp = new ActionButton(ActionButton::Kind::Secondary, tr("Undo changes"));
    m_reset = new ActionButton(ActionButton::Kind::Quiet, tr("Back to the built-in text"));
    auto *actions = new QHBoxLayout;
    actions->setSpacing(space::s);
    actions->addWidget(m_reset);
    actions->addStretch(1);
    actions->addWidget(m_giveUp);
    actions->addWidget(m_save);

    auto *panel = new QWidget;
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(space::m, space::m, space::m, space::m);
    layout->setSpacing(space::s);
    layout->addWidget(m_occasion);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_problems);
    layout->addWidget(m_notice);
    layout->addLayout(actions);
    connect(m_editor, &TemplateEditor::edited, this, [this](const QString &text) {
        m_editing.setText(text);
        m_notice->hide();
        showWhatItSays();
        showNames();
    });
    connect(m_problems, &QListWidget::itemActivated, this,
            [this] { goToProblem(m_problems->currentRow()); });
    connect(m_problems, &QListWidget::itemClicked, this,
            [this] { goToProblem(m_problems->currentRow()); });
    connect(m_save, &QPushButton::clicked, this, &TemplatesPage::save);
    connect(m_giveUp, &QPushButton::clicked, &m_editing, &workflow::TemplateDesk::giveUp);
    connect(m_reset, &QPushButton::clicked, this,
            [this] { tell(m_editing.reset(), tr("This is the built-in text again.")); });
    return panel;
}

QWidget *TemplatesPage::buildSide()
{
    m_of = new SegmentedBar(tr("What the template is shown with"));
    m_of->addSegment(Incident, tr("This incident"));
    m_of->addSegment(Example, tr("Example"));
    m_title = makeLabel({}, TextRole::Title);
    m_title->setWordWrap(true);
    m_body = makeLabel({}, TextRole::Body);
    m_body->setWordWrap(true);
    m_body->setAccessibleName(tr("What the template says"));
    auto *card = new Card;
    auto *post = new QVBoxLayout(card);
    post->setContentsMargins(space::l, space::l, space::l, space::l);
    post->setSpacing(space::s);
    post->addWidget(m_title);
    post->addWidget(m_body);
    post->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(card);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_fields = new FieldList;

    auto *heading = new QHBoxLayout;
    heading->addWidget(new SectionLabel(tr("As readers see it")));
    heading->addStretch(1);
    heading->addWidget(m_of);
    auto *panel = new QWidget;
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(space::m, space::m, space::m, space::m);
    layout->setSpacing(space::s);
    layout->addLayout(heading);
    layout->addWidget(scroll, 1);
    layout->addWidget(new SectionLabel(tr("Fields, and what they say now")));
    layout->addWidget(m_fields, 1);
    connect(m_of, &SegmentedBar::currentChanged, this, &TemplatesPage::showWhatItSays);
    connect(m_fields, &FieldList::chosen, m_editor, &TemplateEditor::insertField);
    return panel;
}

void TemplatesPage::open(const QString &name)
{
    const QString wanted = name.isEmpty() ? m_editing.name() : name;
    int row = 0;
    for (int i = 0; i < m_names->count(); ++i) {
        if (m_names->item(i)->data(Qt::UserRole).toString() == wanted)
            row = i;
    }
    m_of->setCurrent(m_editing.hasIncident() ? Incident : Example);
    if (row == m_names->currentRow())
        m_editing.choose(m_names->item(row)->data(Qt::UserRole).toString());
    else
        m_names->setCurrentRow(row);
    m_editor->setFocus();
}

void TemplatesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_editing.name().isEmpty())
        open();
    else
        showTemplate();
}

void TemplatesPage::save()
{
    if (m_editing.name().isEmpty())
        return;
    tell(m_editing.save(), tr("Saved. Posts are written with it from now on."));
}

void TemplatesPage::tell(const base::Done &done, const QString &success)
{
    m_notice->setNotice({done ? Notice::Level::Info : Notice::Level::Error,
                         done ? success : done.error().text,
                         {},
                         {}});
    m_notice->show();
}

bool TemplatesPage::ofIncident() const
{
    return m_of->current() == Incident && m_editing.hasIncident();
}

void TemplatesPage::showNames()
{
    for (int i = 0; i < m_names->count(); ++i) {
        QListWidgetItem *item = m_names->item(i);
        const QString name = item->data(Qt::UserRole).toString();
        const QString title = wording::templateTitle(name);
        QString text = title;
        if (m_editing.hasDraft(name))
            text = tr("%1 · not saved").arg(title);
        else if (m_editing.isChanged(name))
            text = tr("%1 · yours").arg(title);
        item->setText(text);
    }
    m_save->setEnabled(m_editing.isEdited());
    m_giveUp->setEnabled(m_editing.isEdited());
    m_reset->setEnabled(m_editing.isChanged(m_editing.name()) || m_editing.isEdited());
}

void TemplatesPage::showTemplate()
{
    m_occasion->setText(tr("Taken when %1.").arg(wording::templateOccasion(m_editing.name())));
    m_editor->showText(m_editing.text());
    m_of->setEnabled(m_editing.hasIncident());
    if (!m_editing.hasIncident())
        m_of->setCurrent(Example);
    showNames();
    showWhatItSays();
}

void TemplatesPage::showWhatItSays()
{
    if (m_editing.name().isEmpty())
        return;
    const auto problems = m_editing.problems();
    m_editor->setProblems(problems);
    m_problems->clear();
    for (const wording::TemplateProblem &problem : problems)
        m_problems->addItem(problem.located());
    m_problems->setVisible(!problems.empty());
    const int rows = std::min(shownProblems, m_problems->count());
    m_problems->setFixedHeight(rows * (m_problems->sizeHintForRow(0) + 2 * itemSpacing) +
                               2 * itemSpacing);
    const wording::PostText said = m_editing.preview(ofIncident());
    m_title->setText(said.title);
    m_title->setVisible(!said.title.isEmpty());
    m_body->setText(said.body.isEmpty() ? tr("With these facts it says nothing.") : said.body);
    m_fields->setValues(m_editing.values(ofIncident()));
}

void TemplatesPage::goToProblem(int row)
{
    const auto problems = m_editing.problems();
    if (row >= 0 && row < int(problems.size()))
        m_editor->goTo(problems[std::size_t(row)].line, problems[std::size_t(row)].column);
}

} // namespace ui
