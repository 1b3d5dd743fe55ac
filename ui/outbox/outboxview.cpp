// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/outbox/outboxview.h"

#include "base/tip.h"
#include "base/whenfinished.h"
#include "timing/zone.h"
#include "ui/outbox/deliverysteps.h"
#include "ui/outbox/differencedialog.h"
#include "ui/outbox/placesection.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/card.h"
#include "ui/widget/elidedlabel.h"
#include "ui/widget/emptystate.h"
#include "ui/widget/noticebar.h"
#include "ui/widget/paneheader.h"
#include "ui/widget/sectionlabel.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>
#include <set>

namespace ui {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using base::Done;
using workflow::OutboxEntry;

namespace {

constexpr int latelyShown = 10;
constexpr int columnWidth = 860;
constexpr int emptyHeight = 190;

} // namespace

OutboxView::OutboxView(workflow::Desk &desk, workflow::Publishing &publishing, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_publishing(publishing)
    , m_outbox(desk, publishing)
{
    build();
    connect(&m_publishing, &workflow::Publishing::changed, this, &OutboxView::reload);
    connect(&m_desk, &workflow::Desk::changed, this, &OutboxView::reload);
    connect(&m_second, &QTimer::timeout, this, &OutboxView::reload);
    m_second.start(1s);
    reload();
}

void OutboxView::build()
{
    auto *header = new PaneHeader(tr("Outbox"));
    m_sendAll = new ActionButton(ActionButton::Kind::Secondary, tr("Try everything now"));
    header->addTrailing(m_sendAll);
    m_notice = new NoticeBar;
    m_notice->hide();
    m_empty = new EmptyState(tr("Nothing waits"),
                             tr("What you publish is kept here until it has been read back from "
                                "where readers see it, also while you are offline."),
                             {});
    m_empty->setFixedHeight(emptyHeight);
    m_places = new QVBoxLayout;
    m_places->setSpacing(space::l);
    m_lately = new QWidget;
    m_lateRows = new QVBoxLayout(m_lately);
    m_lateRows->setContentsMargins(0, 0, 0, 0);
    m_lateRows->setSpacing(space::s);

    auto *column = new QWidget;
    column->setMaximumWidth(columnWidth);
    auto *content = new QVBoxLayout(column);
    content->setContentsMargins(space::l, space::l, space::l, space::l);
    content->setSpacing(space::l);
    content->addWidget(m_notice);
    content->addWidget(m_empty);
    content->addLayout(m_places);
    content->addWidget(m_lately);
    content->addStretch(1);
    auto *page = new QWidget;
    setStyleProperty(page, "ground", u"none"_s);
    auto *centred = new QHBoxLayout(page);
    centred->setContentsMargins(0, 0, 0, 0);
    centred->addStretch(1);
    centred->addWidget(column, 100);
    centred->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(scroll, 1);
    connect(m_sendAll, &QPushButton::clicked, this, &OutboxView::sendAll);
    connect(m_notice, &NoticeBar::actionTriggered, m_notice, &QWidget::hide);
}

void OutboxView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reload();
    m_outbox.recallEdits();
}

void OutboxView::focusFirst()
{
    QWidget *first = m_sendAll->isEnabled() ? m_sendAll : nullptr;
    for (const auto &[name, section] : m_sections) {
        if (!first)
            first = section->findChild<ActionButton *>();
    }
    if (first)
        first->setFocus();
}

void OutboxView::reload()
{
    if (!isVisible())
        return;
    const auto waiting = m_outbox.waiting();
    if (!waiting)
        return tell(base::passOn(waiting));
    m_waiting = *waiting;
    m_empty->setVisible(m_waiting.empty());
    m_sendAll->setEnabled(!m_waiting.empty());
    showPlaces(m_waiting);
    showLately();
}

void OutboxView::showPlaces(const std::vector<OutboxEntry> &waiting)
{
    std::set<QString> shown;
    for (const workflow::OutboxPlace &place : m_outbox.places(waiting)) {
        shown.insert(place.name);
        const auto known = m_sections.find(place.name);
        (known == m_sections.end() ? addSection(place.name) : known->second)
            ->setPlace(place, waiting);
    }
    std::erase_if(m_sections, [&](const auto &section) {
        if (shown.contains(section.first))
            return false;
        section.second->deleteLater();
        return true;
    });
}

PlaceSection *OutboxView::addSection(const QString &place)
{
    auto *section = new PlaceSection;
    m_places->addWidget(section);
    m_sections[place] = section;
    connect(section, &PlaceSection::pauseWanted, this, &OutboxView::setPaused);
    connect(section, &PlaceSection::sendWanted, this,
            [this](const QString &key) { tell(m_outbox.send(key)); });
    connect(section, &PlaceSection::differenceWanted, this, &OutboxView::showDifference);
    connect(section, &PlaceSection::withdrawalWanted, this, &OutboxView::withdraw);
    return section;
}

void OutboxView::showLately()
{
    auto late = m_outbox.lately(latelyShown).value_or(std::vector<OutboxEntry>());
    if (late == m_late && m_lateRows->count() > 0)
        return;
    m_late = std::move(late);
    while (QLayoutItem *item = m_lateRows->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    m_lateRows->addWidget(new SectionLabel(tr("Lately")));
    for (const OutboxEntry &entry : m_late)
        m_lateRows->addWidget(lateRow(entry));
    m_lately->setVisible(!m_late.empty());
}

QWidget *OutboxView::lateRow(const OutboxEntry &entry)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::m);
    const QDateTime queued = timing::toLocal(entry.queuedAt, m_desk.zone());
    layout->addWidget(makeLabel(QLocale().toString(queued, u"d MMM HH:mm"_s), TextRole::Secondary));
    auto *title = new ElidedLabel(entry.title, TextRole::Body);
    layout->addWidget(title, 1);
    layout->addWidget(makeLabel(tr("%1 · %2").arg(entry.what, entry.label), TextRole::Secondary));
    auto *steps = new DeliverySteps;
    steps->setState(entry.state);
    steps->setToolTip(base::plainTip(entry.sentence));
    layout->addWidget(steps);
    auto *open = new ActionButton(ActionButton::Kind::Quiet, tr("Show"));
    open->setAccessibleName(tr("Show %1 in the console").arg(entry.title));
    layout->addWidget(open);
    connect(open, &QPushButton::clicked, this,
            [this, id = entry.incident] { emit openRequested(id); });
    return row;
}

void OutboxView::sendAll()
{
    tell(m_outbox.sendAll());
}

void OutboxView::setPaused(const QString &place, bool pause)
{
    tell(pause ? m_publishing.pause(place) : m_publishing.resume(place));
}

void OutboxView::showDifference(const QString &key)
{
    const auto entry = std::ranges::find(m_waiting, key, &OutboxEntry::key);
    if (entry == m_waiting.end() || !entry->foreign)
        return;
    auto *dialog = new DifferenceDialog(*entry, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DifferenceDialog::oursWanted, this,
            [this](const QString &wanted) { tell(m_outbox.overwrite(wanted)); });
    connect(dialog, &DifferenceDialog::theirsWanted, this, &OutboxView::withdraw);
    dialog->open();
}

void OutboxView::withdraw(const QString &key)
{
    base::whenFinished(this, m_outbox.withdraw(key), [this](const Done &done) { tell(done); });
}

void OutboxView::tell(const Done &done)
{
    m_notice->setVisible(!done);
    if (!done)
        m_notice->setNotice({Notice::Level::Error, done.error().text, {}, {{tr("Close"), {}}}});
    else
        reload();
}

} // namespace ui
