// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/postmortem/postmortemview.h"

#include "ui/postmortem/sectioneditor.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "workflow/review.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace ui {

namespace {

/// Shows what we generated and fetches nothing.
class OfflineBrowser final : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;

    QVariant loadResource(int, const QUrl &) override { return {}; }
};

} // namespace

PostmortemView::PostmortemView(workflow::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    auto *writing = new QWidget;
    m_sections = new QVBoxLayout(writing);
    m_sections->setContentsMargins(space::m, space::m, space::m, space::m);
    m_sections->setSpacing(space::xs);
    auto *scroll = new QScrollArea;
    scroll->setWidget(writing);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_generated = new OfflineBrowser;
    m_generated->setOpenLinks(false);
    m_generated->setFrameShape(QFrame::NoFrame);
    m_generated->setAccessibleName(tr("What the events say"));

    auto *markdown = new ActionButton(ActionButton::Kind::Secondary, tr("Export Markdown"));
    auto *html = new ActionButton(ActionButton::Kind::Secondary, tr("Export HTML"));
    auto *actions = new QHBoxLayout;
    actions->setContentsMargins(space::m, space::s, space::m, space::s);
    actions->addStretch(1);
    actions->addWidget(markdown);
    actions->addWidget(html);

    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(scroll);
    splitter->addWidget(m_generated);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(splitter, 1);
    layout->addLayout(actions);

    connect(markdown, &QPushButton::clicked, this, [this] {
        emit exportRequested(workflow::nameOf(workflow::PostmortemFormat::Markdown));
    });
    connect(html, &QPushButton::clicked, this,
            [this] { emit exportRequested(workflow::nameOf(workflow::PostmortemFormat::Html)); });
    buildEditors();
}

void PostmortemView::buildEditors()
{
    for (const wording::PostmortemSection &section : wording::postmortemSections()) {
        QLabel *heading = makeLabel(section.heading, TextRole::SecondaryStrong);
        auto *editor = new SectionEditor(section.id, section.hint);
        editor->setAccessibleName(section.heading);
        heading->setBuddy(editor);
        m_sections->addWidget(heading);
        m_sections->addWidget(editor);
        m_sections->addSpacing(space::s);
        m_editors.push_back(editor);
        connect(editor, &SectionEditor::written, this, &PostmortemView::write);
    }
    m_sections->addStretch(1);
}

void PostmortemView::setIncident(const incident::Incident &incident)
{
    m_incident = incident;
    for (SectionEditor *editor : m_editors) {
        const auto text = incident.sections.find(editor->section());
        editor->showText(text == incident.sections.end() ? QString() : text->second);
    }
    showGenerated();
}

void PostmortemView::showGenerated()
{
    if (!m_incident.exists()) {
        m_generated->clear();
        return;
    }
    const auto postmortem = workflow::postmortemOf(m_desk, m_incident.id);
    if (!postmortem) {
        emit failed(postmortem.error());
        return;
    }
    const int position = m_generated->verticalScrollBar()->value();
    m_generated->setHtml(
        QString::fromUtf8(workflow::rendered(*postmortem, workflow::PostmortemFormat::Html)));
    m_generated->verticalScrollBar()->setValue(position);
}

void PostmortemView::write(const QString &section, const QString &text)
{
    if (!m_incident.exists())
        return;
    const auto done = m_desk.run(m_incident.id, incident::WriteSection{section, text});
    if (!done)
        emit failed(done.error());
}

} // namespace ui
