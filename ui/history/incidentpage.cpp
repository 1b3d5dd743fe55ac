// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/incidentpage.h"

#include "timing/zone.h"
#include "ui/history/similarlist.h"
#include "ui/incident/statelook.h"
#include "ui/postmortem/postmortemview.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/elidedlabel.h"
#include "ui/widget/emptystate.h"
#include "ui/widget/listtable.h"
#include "ui/widget/paneheader.h"
#include "ui/widget/segmentedbar.h"
#include "ui/widget/statebadge.h"
#include "wording/timewords.h"
#include "workflow/review.h"

#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

enum Page { Timeline, Postmortem, Similar, Original };
enum Column { Happened, Recorded, Sentence };

} // namespace

IncidentPage::IncidentPage(workflow::Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    m_timeline =
        makeListTable(tr("Timeline"), {tr("Happened"), tr("Recorded"), tr("What")}, Sentence);
    wrapRows(m_timeline, Sentence);
    m_postmortem = new PostmortemView(m_desk);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_timeline);
    m_stack->addWidget(m_postmortem);
    m_similar = new SimilarList(m_desk);
    m_stack->addWidget(m_similar);
    m_original = new QPlainTextEdit;
    m_original->setReadOnly(true);
    m_original->setFrameShape(QFrame::NoFrame);
    m_original->setAccessibleName(tr("Original post"));
    m_stack->addWidget(m_original);

    m_content = new QWidget;
    auto *inner = new QVBoxLayout(m_content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(buildHeader());
    inner->addWidget(m_stack, 1);
    m_empty = new EmptyState(tr("No incident selected"),
                             tr("Choose one on the left to see what happened."), {});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_content);
    layout->addWidget(m_empty);

    connect(&m_desk, &workflow::Desk::changed, this, [this](const QString &id) {
        if (id.isEmpty() || id == m_id)
            reload();
    });
    connect(m_similar, &SimilarList::failed, this, &IncidentPage::failed);
    connect(m_similar, &SimilarList::chosen, this, &IncidentPage::chosen);
    connect(m_postmortem, &PostmortemView::failed, this, &IncidentPage::failed);
    connect(m_postmortem, &PostmortemView::exportRequested, this,
            [this](const QString &format) { emit exportRequested(m_id, format); });
    connect(m_postmortem, &PostmortemView::publishRequested, this,
            [this] { emit publishRequested(m_id); });
    setIncident({});
}

QWidget *IncidentPage::buildHeader()
{
    auto *header = new PaneHeader({});
    m_badge = new StateBadge;
    m_title = new ElidedLabel({}, TextRole::Strong);
    m_pages = new SegmentedBar(tr("View of the incident"));
    m_pages->addSegment(Timeline, tr("Timeline"));
    m_pages->addSegment(Postmortem, tr("Postmortem"));
    m_pages->addSegment(Similar, tr("Similar"), tr("Incidents that look like it"));
    m_pages->addSegment(Original, tr("Original"), tr("The post that it was imported from"));
    auto *open = new ActionButton(ActionButton::Kind::Quiet, tr("Show in the console"));
    header->addLeading(m_badge);
    header->addLeading(m_pages);
    header->addTrailing(open);
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_title->setContentsMargins(space::m, space::s, space::m, space::s);
    layout->addWidget(header);
    layout->addWidget(m_title);
    connect(m_pages, &SegmentedBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(open, &QPushButton::clicked, this, [this] { emit openRequested(m_id); });
    return box;
}

void IncidentPage::setIncident(const QString &incidentId)
{
    m_id = incidentId;
    m_content->setVisible(!m_id.isEmpty());
    m_empty->setVisible(m_id.isEmpty());
    reload();
}

void IncidentPage::reload()
{
    if (m_id.isEmpty()) {
        m_postmortem->setIncident({});
        return;
    }
    const auto incident = m_desk.load(m_id);
    if (!incident) {
        emit failed(incident.error());
        return;
    }
    const StateLook look = lookOf(incident->state, incident->kind);
    m_badge->setState(look.state, look.words);
    m_title->setText(tr("%1 · %2").arg(incident->ref, incident->title));
    showTimeline(*incident);
    m_postmortem->setIncident(*incident);
    m_similar->setIncident(*incident);
    showOriginal(*incident);
}

void IncidentPage::showOriginal(const incident::Incident &incident)
{
    const bool imported = incident.origin.has_value();
    if (!imported && m_pages->current() == Original)
        m_pages->setCurrent(Timeline);
    m_pages->setSegmentVisible(Original, imported);
    m_original->setPlainText(imported ? incident.origin->original : QString());
}

void IncidentPage::showTimeline(const incident::Incident &incident)
{
    const auto rows = workflow::timelineOf(m_desk, incident.id);
    if (!rows) {
        emit failed(rows.error());
        return;
    }
    const QTimeZone zone = m_desk.zone();
    const wording::Reader reader{zone, incident.opened};
    m_timeline->setRowCount(int(rows->size()));
    for (int i = 0; i < int(rows->size()); ++i) {
        const wording::TimelineRow &row = (*rows)[size_t(i)];
        const QString happened = wording::timeWords(row.occurred, reader, wording::TimeForm::Plain);
        QString recorded = wording::timeWords(timing::RoughInstant::exact(row.recorded), reader,
                                              wording::TimeForm::Plain);
        if (row.addedLater)
            recorded = tr("%1, added later").arg(recorded);
        m_timeline->setItem(i, Happened, new QTableWidgetItem(happened));
        m_timeline->setItem(i, Recorded, new QTableWidgetItem(recorded));
        m_timeline->setItem(i, Sentence, new QTableWidgetItem(row.sentence));
    }
}

} // namespace ui
