// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/postmortem/postmortemview.h"

#include "base/background.h"
#include "base/tip.h"
#include "base/whenfinished.h"
#include "ui/document/postmortemdocument.h"
#include "ui/postmortem/sectioneditor.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/segmentedbar.h"
#include "wording/listwords.h"
#include "workflow/review.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int leastToWriteIn = 180; // a section with its heading, also on a small screen

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
    scroll->setMinimumHeight(leastToWriteIn);
    m_generated = new OfflineBrowser;
    m_generated->setOpenLinks(false);
    m_generated->setFrameShape(QFrame::NoFrame);
    // Lines, tables and pictures keep to its width.
    m_generated->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_generated->setAccessibleName(tr("The postmortem as it will be exported"));

    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(scroll);
    splitter->addWidget(m_generated);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(splitter, 1);
    layout->addLayout(buildActions());
    buildEditors();
}

QHBoxLayout *PostmortemView::buildActions()
{
    using wording::ReviewState;
    m_review = new SegmentedBar(tr("How far the postmortem has come"));
    for (const ReviewState state :
         {ReviewState::Draft, ReviewState::InReview, ReviewState::Reviewed})
        m_review->addSegment(int(state), wording::withCapital(wording::words(state)));
    auto *actions = new QHBoxLayout;
    actions->setContentsMargins(space::m, space::s, space::m, space::s);
    actions->setSpacing(space::s);
    actions->addWidget(m_review);
    actions->addStretch(1);
    auto *publish = new ActionButton(ActionButton::Kind::Quiet, tr("Publish as a post"));
    publish->setToolTip(tr("Makes summary, impact and changes the draft of the next post"));
    actions->addWidget(publish);
    using workflow::PostmortemFormat;
    const std::pair<PostmortemFormat, QString> formats[] = {
        {PostmortemFormat::Markdown, tr("Markdown")},
        {PostmortemFormat::Html, tr("HTML")},
        {PostmortemFormat::Pdf, tr("PDF")},
    };
    for (const auto &[format, text] : formats) {
        auto *button = new ActionButton(ActionButton::Kind::Secondary, text);
        button->setAccessibleName(tr("Export as %1").arg(text));
        button->setToolTip(base::plainTip(button->accessibleName()));
        actions->addWidget(button);
        connect(button, &QPushButton::clicked, this,
                [this, name = workflow::nameOf(format)] { emit exportRequested(name); });
    }
    connect(publish, &QPushButton::clicked, this, &PostmortemView::publishRequested);
    connect(m_review, &SegmentedBar::currentChanged, this, &PostmortemView::setReview);
    return actions;
}

void PostmortemView::buildEditors()
{
    for (const wording::PostmortemSection &section : wording::postmortemSections()) {
        QLabel *heading = makeLabel(section.heading, TextRole::SecondaryStrong);
        auto *editor = new SectionEditor(section.id, section.hint);
        editor->setAccessibleName(section.heading);
        heading->setBuddy(editor);
        m_sections->addWidget(heading);
        QLabel *hint = makeLabel({}, TextRole::Faint);
        hint->setWordWrap(true);
        hint->hide();
        m_sections->addWidget(editor);
        m_sections->addWidget(hint);
        m_sections->addSpacing(space::s);
        connect(editor, &SectionEditor::hinted, hint, [hint](const QString &sentence) {
            hint->setText(sentence);
            hint->setVisible(!sentence.isEmpty());
        });
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
    if (isVisible())
        refresh();
    else
        m_stale = true;
}

void PostmortemView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_stale, false))
        refresh();
}

void PostmortemView::refresh()
{
    showGenerated();
    fetchPictures();
}

void PostmortemView::showGenerated()
{
    if (!m_incident.exists()) {
        m_generated->clear();
        return;
    }
    auto postmortem = workflow::postmortemOf(m_desk, m_incident.id);
    if (!postmortem) {
        emit failed(postmortem.error());
        return;
    }
    const QSignalBlocker quiet(m_review);
    const auto state =
        base::fromName<wording::ReviewState>(m_incident.sections[wording::reviewSection]);
    m_review->setCurrent(int(state.value_or(wording::ReviewState::Draft)));
    if (m_picturesOf.startsWith(m_incident.id))
        postmortem->pictures = m_pictures;
    const int position = m_generated->verticalScrollBar()->value();
    auto *document = new QTextDocument(m_generated);
    fillDocument(*document, *postmortem, screenLook(Theme::current()));
    document->setDocumentMargin(space::m);
    // The browser itself deletes the document that it came with.
    const QPointer<QTextDocument> old(m_generated->document());
    m_generated->setDocument(document);
    if (old)
        old->deleteLater();
    m_generated->verticalScrollBar()->setValue(position);
}

/// They stand in the archive, whose disk may be slow.
void PostmortemView::fetchPictures()
{
    const QString wanted =
        m_incident.id + QString::number(m_incident.changed.time_since_epoch().count());
    if (!m_incident.exists() || m_picturesOf == wanted)
        return;
    m_picturesOf = wanted;
    m_pictures.clear();
    const auto pictures = base::inBackground(
        [dataDir = m_desk.dataDir(), &clock = m_desk.clock(), incident = m_incident,
         zone = m_desk.zone()]() -> base::Result<std::vector<wording::PostmortemPicture>> {
            return workflow::picturesOf(dataDir, clock, incident, zone);
        });
    base::whenFinished(this, pictures, [this, wanted](const auto &found) {
        if (wanted != m_picturesOf || !found || found->empty())
            return;
        m_pictures = *found;
        showGenerated();
    });
}

void PostmortemView::setReview(int state)
{
    const auto done = workflow::setReview(m_desk, m_incident.id, wording::ReviewState(state));
    if (done)
        return;
    emit failed(done.error());
    showGenerated();
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
