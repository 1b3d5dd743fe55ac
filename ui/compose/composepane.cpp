// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compose/composepane.h"

#include "timing/zone.h"
#include "ui/compose/factrows.h"
#include "ui/compose/findinglist.h"
#include "ui/compose/posteditor.h"
#include "ui/compose/postpreview.h"
#include "ui/compose/promiselist.h"
#include "ui/compose/retractdialog.h"
#include "ui/compose/timingrows.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/elidedlabel.h"
#include "ui/widget/emptystate.h"
#include "ui/widget/fittingscroll.h"
#include "ui/widget/lineedit.h"
#include "ui/widget/noticebar.h"
#include "ui/widget/paneheader.h"
#include "ui/widget/reasonbar.h"
#include "ui/widget/segmentedbar.h"
#include "wording/termwords.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using incident::PublicStatus;

namespace {

enum Page { Writing, Preview, Nothing };

constexpr int leastFields = 100; // px: three rows of them

constexpr PublicStatus incidentStatuses[] = {PublicStatus::Investigating, PublicStatus::Identified,
                                             PublicStatus::Monitoring, PublicStatus::Resolved};
constexpr PublicStatus maintenanceStatuses[] = {PublicStatus::Scheduled, PublicStatus::InProgress,
                                                PublicStatus::Verifying, PublicStatus::Completed};

} // namespace

ComposePane::ComposePane(workflow::Desk &desk, workflow::Compose &compose,
                         std::vector<TargetLabel> targets, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_compose(compose)
    , m_labels(targets)
{
    m_header = new PaneHeader(tr("Post"));
    m_views = new SegmentedBar(tr("View of the post"));
    m_views->addSegment(Writing, tr("Write"));
    m_views->addSegment(Preview, tr("As readers see it"));
    m_header->addLeading(m_views);

    m_preview = new PostPreview(m_compose);
    m_preview->setTargets(targets);
    m_empty = new EmptyState(tr("Nothing to tell yet"),
                             tr("When something breaks, the post is written here from what is "
                                "known. Press N to open an incident by hand."),
                             {});
    m_stack = new QStackedWidget;
    m_stack->addWidget(buildWriting());
    m_stack->addWidget(m_preview);
    m_stack->addWidget(m_empty);
    m_footer = buildFooter(targets);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(space::m + 2, space::m, space::m + 2, space::m);
    body->setSpacing(space::s);
    body->addWidget(m_stack, 1);
    body->addWidget(m_footer);
    layout->addLayout(body, 1);

    // Out of the text: the letters are stamps again.
    auto *leave = new QShortcut(Qt::Key_Escape, this);
    leave->setContext(Qt::WidgetWithChildrenShortcut);
    connect(leave, &QShortcut::activated, m_publish, [this] { m_publish->setFocus(); });
    connect(m_views, &SegmentedBar::currentChanged, this, &ComposePane::showDraft);
    connect(&m_compose, &workflow::Compose::refreshed, this, &ComposePane::showDraft);
    connect(&m_compose, &workflow::Compose::changed, this, &ComposePane::showText);
    connect(&m_compose, &workflow::Compose::saved, this, [this](base::Instant at) {
        const auto time = timing::toLocal(at, m_desk.zone()).time();
        m_header->setNote(tr("saved %1").arg(time.toString(u"HH:mm:ss"_s)));
    });
    connect(&m_compose, &workflow::Compose::saveFailed, this, &ComposePane::failed);
    connect(m_preview, &PostPreview::failed, this, &ComposePane::failed);
    connect(m_preview, &PostPreview::pageWritten, this,
            [](const QUrl &page) { QDesktopServices::openUrl(page); });
    showDraft();
}

QWidget *ComposePane::buildWriting()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);

    m_facts = new FactRows(m_desk, m_compose, page);
    m_timing = new TimingRows(m_desk);
    m_reason = new ReasonBar;
    m_status = new QComboBox;
    m_status->setAccessibleName(tr("Status that readers see"));
    m_title = new LineEdit;
    m_title->setAccessibleName(tr("Title of the post"));
    setTextRole(m_title, TextRole::Strong);
    m_editor = new PostEditor;
    m_editor->setMinimumHeight(90);

    auto *heading = new QHBoxLayout;
    heading->setSpacing(space::s);
    heading->addWidget(m_title, 1);
    heading->addWidget(m_status);

    auto *fields = new QWidget;
    auto *rows = new QVBoxLayout(fields);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::xs + 2);
    rows->addWidget(m_facts->upper());
    rows->addWidget(m_timing);
    rows->addWidget(m_facts->lower());
    layout->addWidget(new FittingScroll(fields, leastFields));
    layout->addWidget(m_reason);
    layout->addLayout(heading);
    layout->addWidget(m_editor, 1);
    m_list = new FindingList;
    layout->addWidget(m_list);
    m_promises = new PromiseList;
    layout->addWidget(m_promises);
    m_notice = new NoticeBar;
    m_notice->hide();
    layout->addWidget(m_notice);

    connect(m_title, &QLineEdit::textEdited, &m_compose, &workflow::Compose::setTitle);
    connect(m_editor, &PostEditor::edited, &m_compose, &workflow::Compose::setBody);
    connect(m_status, &QComboBox::activated, this, [this](int index) {
        m_compose.setStatus(PublicStatus(m_status->itemData(index).toInt()));
    });
    connect(m_timing, &TimingRows::reasonWanted, this,
            [this](const QString &question) { m_reason->ask(question); });
    connect(m_reason, &ReasonBar::given, m_timing, &TimingRows::retry);
    connect(m_reason, &ReasonBar::cancelled, m_timing, &TimingRows::giveUp);
    connect(m_facts, &FactRows::failed, this, &ComposePane::failed);
    connect(m_list, &FindingList::currentChanged, this, &ComposePane::goToFinding);
    connect(m_list, &FindingList::fixWanted, this, &ComposePane::applyFinding);
    connect(m_list, &FindingList::ignoreWanted, this, &ComposePane::ignoreFinding);
    connect(m_promises, &PromiseList::dropWanted, &m_compose, &workflow::Compose::dropPromise);
    connect(m_promises, &PromiseList::dueTyped, &m_compose, &workflow::Compose::datePromise);
    connect(m_notice, &NoticeBar::actionTriggered, this, &ComposePane::actOnNotice);
    return page;
}

QWidget *ComposePane::buildFooter(const std::vector<TargetLabel> &targets)
{
    auto *footer = new QWidget;
    auto *layout = new QVBoxLayout(footer);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);

    m_targets = new TargetChips(m_compose);
    m_targets->setTargets(targets);
    m_delivery = makeLabel(m_targets->whoIsNotified(), TextRole::Secondary);
    m_delivery->setWordWrap(true);
    m_delivery->setAccessibleName(tr("Who is told, and where the last post is"));
    connect(m_targets, &TargetChips::changed, this,
            [this] { m_delivery->setText(m_targets->whoIsNotified()); });

    m_thread = new ElidedLabel({}, TextRole::Secondary);
    m_takeBack = new ActionButton(ActionButton::Kind::Quiet, tr("Take back…"));
    m_takeBack->setToolTip(tr("Takes all posts of this incident away from their readers"));
    m_template = new ActionButton(ActionButton::Kind::Quiet, tr("Edit template…"));
    m_template->setToolTip(tr("The sentences that this kind of post begins with"));
    m_rewrite = new ActionButton(ActionButton::Kind::Secondary, tr("Rewrite"));
    m_rewrite->setToolTip(tr("Writes title and text anew from the facts"));
    m_publish = new ActionButton(ActionButton::Kind::Primary, tr("Publish"));
    m_publish->setKeyHint(u"Ctrl+Enter"_s);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(space::s);
    actions->addWidget(m_thread, 1);
    actions->addWidget(m_takeBack);
    actions->addWidget(m_template);
    actions->addWidget(m_rewrite);
    actions->addWidget(m_publish);

    layout->addWidget(m_targets, 0, Qt::AlignLeft);
    layout->addWidget(m_delivery);
    layout->addLayout(actions);
    connect(m_rewrite, &QPushButton::clicked, &m_compose, &workflow::Compose::rewriteFromFacts);
    connect(m_takeBack, &QPushButton::clicked, this, &ComposePane::takeBack);
    connect(m_template, &QPushButton::clicked, this, &ComposePane::editTemplate);
    connect(m_publish, &QPushButton::clicked, this, &ComposePane::publish);
    return footer;
}

void ComposePane::setTargets(const std::vector<TargetLabel> &targets)
{
    m_labels = targets;
    m_targets->setTargets(targets);
    m_preview->setTargets(targets);
    m_delivery->setText(m_targets->whoIsNotified());
}

void ComposePane::setDelivery(const QString &sentence)
{
    m_delivery->setText(sentence);
}

void ComposePane::tick()
{
    if (m_compose.incident().exists())
        m_facts->tick();
    if (m_compose.status() == incident::PublicStatus::Scheduled)
        showNotice(); // the notice that is left grows shorter
}

void ComposePane::publish()
{
    if (!m_compose.incident().exists())
        return;
    takeTypedFacts();
    if (holdsSecret())
        return;
    const auto revision = m_compose.publish();
    if (revision) {
        m_publish->setFocus();
        emit published(*revision);
    } else {
        emit failed(revision.error());
    }
}

/// A fact that is still being typed counts when the post is published.
void ComposePane::takeTypedFacts()
{
    if (QWidget *typing = focusWidget())
        typing->clearFocus();
}

void ComposePane::focusText()
{
    m_views->setCurrent(Writing);
    if (!m_facts->focusMissing())
        m_editor->setFocus();
}

void ComposePane::togglePreview()
{
    m_views->setCurrent(m_views->current() == Writing ? Preview : Writing);
}

void ComposePane::showDraft()
{
    const incident::Incident &incident = m_compose.incident();
    m_footer->setVisible(incident.exists());
    m_views->setEnabled(incident.exists());
    if (!incident.exists()) {
        m_header->setNote({});
        m_stack->setCurrentIndex(Nothing);
        return;
    }
    m_stack->setCurrentIndex(m_views->current());
    m_facts->showDraft();
    m_timing->setIncident(incident);
    m_status->clear();
    for (const PublicStatus status :
         incident.isMaintenance() ? std::span(maintenanceStatuses) : std::span(incidentStatuses))
        m_status->addItem(wording::words(status), int(status));
    m_status->setCurrentIndex(m_status->findData(int(m_compose.status())));
    m_editor->showText(m_compose.draft().body);
    m_thread->setText(threadSentence());
    m_takeBack->setVisible(!incident.publicTargets().isEmpty());
    showText();
}

void ComposePane::showText()
{
    if (!m_compose.incident().exists())
        return;
    const workflow::Draft &draft = m_compose.draft();
    if (m_title->text() != draft.title) {
        m_title->setText(draft.title);
        if (!m_title->hasFocus())
            m_title->setCursorPosition(0); // what is long shows how it begins
    }
    m_rewrite->setVisible(draft.titleTouched || draft.bodyTouched);
    // A narrow pane has no room for all four; the template is in the palette, too.
    m_template->setVisible(m_takeBack->isHidden() || m_rewrite->isHidden());
    showFindings();
    m_promises->setPromises(m_compose.undertakings(), m_compose);
    if (m_views->current() == Preview)
        m_preview->refresh();
}

/// Readers can be told that it was nothing only where they were told something.
void ComposePane::takeBack()
{
    const incident::Incident &incident = m_compose.incident();
    if (!incident.exists() || incident.publicTargets().isEmpty())
        return;
    auto *dialog = new RetractDialog(m_desk, incident, m_labels, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RetractDialog::retracted, this, &ComposePane::published);
    dialog->open();
}

QString ComposePane::threadSentence() const
{
    const QStringList changed = m_compose.changedSinceWritten();
    if (!changed.isEmpty())
        return tr("changed since you wrote: %1").arg(changed.join(u", "_s));
    const auto before = m_compose.facts().updatesBefore;
    if (!m_compose.draft().replaces.isEmpty())
        return tr("corrects a published update");
    return before == 0 ? tr("first post of this thread")
                       : tr("update %1 of this thread").arg(before + 1);
}

} // namespace ui
