// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/alerts/alertspanel.h"

#include "base/tip.h"
#include "timing/zone.h"
#include "ui/alerts/silencedialog.h"
#include "ui/alerts/silencesdialog.h"
#include "ui/provider/providerlook.h"
#include "ui/theme/state.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/sectionlabel.h"
#include "wording/clockwords.h"

#include <algorithm>
#include <QHeaderView>
#include <QInputDialog>
#include <QLocale>
#include <QScrollBar>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using upstream::Alert;
using upstream::Weight;

namespace {

enum Column { What, Since, Now, ColumnCount };
constexpr int noteWidth = 460;
constexpr int keyRole = Qt::UserRole;
/// Of the list, above and below.
constexpr int borders = 2;
constexpr int mostLines = 7;
constexpr auto ageInterval = std::chrono::seconds(20);

State stateOf(const Alert &alert)
{
    if (alert.isMuted)
        return State::Paused;
    return upstream::weightOf(alert) == Weight::Page ? State::Down : State::Degraded;
}

void setState(QTreeWidgetItem *line, State state)
{
    line->setIcon(What, iconOf(state));
}

QString lengthSince(base::Instant from, base::Instant now)
{
    return wording::shortLength(std::max(base::Span(0), now - from));
}

base::Instant beganAt(const Alert &alert)
{
    return upstream::startedOf(alert).middle().value_or(upstream::detectedOf(alert));
}

} // namespace

AlertsPanel::AlertsPanel(const workflow::Watch &watch, workflow::Upstreams &upstreams,
                         workflow::Acknowledgements &acknowledgements, QWidget *parent)
    : QWidget(parent)
    , m_watch(watch)
    , m_upstreams(upstreams)
    , m_acknowledgements(acknowledgements)
    , m_tree(new QTreeWidget)
    , m_acknowledge(new ActionButton(ActionButton::Kind::Secondary, tr("Acknowledge…")))
    , m_silence(new ActionButton(ActionButton::Kind::Secondary, tr("Silence…")))
    , m_silences(new ActionButton(ActionButton::Kind::Quiet, tr("Silences…")))
{
    m_tree->setAccessibleName(tr("Alerts and providers"));
    m_tree->setColumnCount(ColumnCount);
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(What, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(Since, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(Now, QHeaderView::ResizeToContents);
    m_silence->setAccessibleDescription(tr("Keeps Alertmanager quiet about this for a while"));
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(new SectionLabel(tr("Alerts and providers")));
    head->addStretch(1);
    head->addWidget(m_acknowledge);
    head->addWidget(m_silence);
    head->addWidget(m_silences);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    layout->addLayout(head);
    layout->addWidget(m_tree);
    m_acknowledge->setAccessibleDescription(
        tr("Says that you know of it; it goes on being shown and recorded"));
    connect(m_acknowledge, &QPushButton::clicked, this, &AlertsPanel::acknowledge);
    connect(m_silence, &QPushButton::clicked, this, &AlertsPanel::silence);
    connect(m_silences, &QPushButton::clicked, this, &AlertsPanel::showSilences);
    connect(m_tree, &QTreeWidget::itemActivated, this, &AlertsPanel::showProvider);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &AlertsPanel::showActions);
    connect(m_tree, &QTreeWidget::itemExpanded, this, &AlertsPanel::fitHeight);
    connect(m_tree, &QTreeWidget::itemCollapsed, this, &AlertsPanel::fitHeight);
    connect(&m_upstreams, &workflow::Upstreams::changed, this, &AlertsPanel::reload);
    connect(&m_watch, &workflow::Watch::alertsChanged, this, &AlertsPanel::reload);
    connect(&m_watch, &workflow::Watch::monitorsChanged, this, &AlertsPanel::reload);
    connect(&m_acknowledgements, &workflow::Acknowledgements::changed, this, &AlertsPanel::reload);
    // Since when: the lengths grow while nothing else changes.
    auto *ages = new QTimer(this);
    connect(ages, &QTimer::timeout, this, &AlertsPanel::reload);
    ages->start(ageInterval);
    reload();
}

void AlertsPanel::reload()
{
    const QString before =
        m_tree->currentItem() ? m_tree->currentItem()->data(What, keyRole).toString() : QString();
    QStringList open;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *line = m_tree->topLevelItem(i);
        if (line->isExpanded())
            open << line->data(What, keyRole).toString();
    }
    const int scrolled = m_tree->verticalScrollBar()->value();
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    fillOwn();
    fillAlerts();
    fillProviders();
    fillTroubles();
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *line = m_tree->topLevelItem(i);
        const QString key = line->data(What, keyRole).toString();
        line->setExpanded(line->isExpanded() || open.contains(key));
        if (key == before || i == 0)
            m_tree->setCurrentItem(line);
    }
    setVisible(m_tree->topLevelItemCount() > 0 || !m_upstreams.silencer().isEmpty());
    fitHeight();
    // What is chosen again would be scrolled to: what stands above it, the newest, has to be seen.
    m_tree->verticalScrollBar()->setValue(scrolled);
    showActions();
}

QTreeWidgetItem *AlertsPanel::addLine(QTreeWidgetItem *above, const QString &key,
                                      const QStringList &texts)
{
    auto *line = new QTreeWidgetItem(texts);
    line->setData(What, keyRole, key);
    for (int column = 0; column < texts.size(); ++column)
        line->setToolTip(column, base::plainTip(texts[column]));
    if (above)
        above->addChild(line);
    else
        m_tree->addTopLevelItem(line);
    return line;
}

void AlertsPanel::fillOwn()
{
    const base::Instant now = m_upstreams.desk().clock().now();
    for (const health::Alert &alert : m_watch.alerts()) {
        const auto status = m_watch.status(alert.monitor);
        if (!status)
            continue;
        const bool isSlow = alert.severity == health::Severity::Slow;
        const QString key = workflow::keyOfMonitor(alert.monitor);
        QTreeWidgetItem *line = addLine(nullptr, key,
                                        {status->spec.name, lengthSince(alert.firstBadAt, now),
                                         status->mutedFor   ? tr("muted")
                                         : alert.isFlapping ? tr("comes and goes")
                                         : isSlow           ? tr("slow")
                                                            : tr("fires")});
        line->setToolTip(What, base::plainTip(status->sentence));
        addMute(line, key, status->mutedFor);
        setState(line, isSlow ? State::Degraded : State::Down);
        addAcknowledged(line, key);
    }
}

/// With its end: what is kept quiet is not forgotten.
void AlertsPanel::addMute(QTreeWidgetItem *line, const QString &alert,
                          const std::optional<workflow::WorkMute> &mute)
{
    if (!mute)
        return;
    const QDateTime until = timing::toLocal(mute->mute.until, m_upstreams.desk().zone());
    //: %1 a time of day, %2 the reference of planned work
    addLine(line, alert,
            {tr("until %1, for the work %2")
                 .arg(QLocale().toString(until.time(), QLocale::ShortFormat), mute->ref),
             {},
             tr("muted")});
    line->setExpanded(true);
}

/// With its age: what was acknowledged long ago wants to be looked at again.
void AlertsPanel::addAcknowledged(QTreeWidgetItem *line, const QString &alert)
{
    const auto known = m_acknowledgements.of(alert);
    if (!known)
        return;
    const base::Instant now = m_upstreams.desk().clock().now();
    line->setText(Now, tr("acknowledged"));
    addLine(line, alert, {known->note, lengthSince(known->at, now), known->author});
    line->setExpanded(true);
}

void AlertsPanel::fillAlerts()
{
    const base::Instant now = m_upstreams.desk().clock().now();
    const auto word = [](const Alert &alert) {
        return alert.isMuted ? tr("silenced") : tr("fires");
    };
    for (const workflow::AlertGroup &group : m_upstreams.alerts()) {
        const Alert &first = group.alerts.front();
        const bool single = group.alerts.size() == 1;
        const QString title =
            single ? upstream::titleOf(first)
                   //: %1 the name of a rule, then how many alerts it has raised
                   : tr("%1: %n alerts", nullptr, int(group.alerts.size())).arg(group.name);
        QTreeWidgetItem *line = addLine(nullptr, group.name,
                                        {title, lengthSince(beganAt(first), now),
                                         group.isMuted() ? tr("silenced") : tr("fires")});
        const auto loud = std::ranges::find(group.alerts, false, &Alert::isMuted);
        setState(line, stateOf(loud == group.alerts.end() ? first : *loud));
        addAcknowledged(line, workflow::keyOfUpstream(group.name));
        for (const Alert &alert : group.alerts) {
            const QString summary = upstream::summaryOf(alert);
            const QString text = single ? summary : upstream::titleOf(alert);
            if (text.isEmpty())
                continue;
            auto *below =
                addLine(line, group.name, {text, lengthSince(beganAt(alert), now), word(alert)});
            below->setToolTip(What, base::plainTip(summary));
            setState(below, stateOf(alert));
        }
    }
}

void AlertsPanel::fillProviders()
{
    const base::Instant now = m_upstreams.desk().clock().now();
    for (const workflow::UpstreamState &server : m_upstreams.servers()) {
        if (!server.status || server.status->impact == provider::Impact::None)
            continue;
        const provider::Status &status = *server.status;
        QTreeWidgetItem *line =
            addLine(nullptr, server.spec.id,
                    //: %1 a provider, %2 what its status page says
                    {tr("%1: %2").arg(server.spec.name, status.sentence), {}, tr("provider")});
        setState(line, stateOf(status.impact));
        for (const provider::Notice &notice : status.notices) {
            const QString since =
                notice.startedAt
                    ? lengthSince(std::chrono::floor<std::chrono::seconds>(*notice.startedAt), now)
                    : QString();
            auto *below = addLine(line, server.spec.id, {notice.title, since, notice.status});
            below->setToolTip(What, base::plainTip(notice.latest));
            setState(below, stateOf(notice.impact));
        }
    }
}

void AlertsPanel::fillTroubles()
{
    for (const workflow::UpstreamState &server : m_upstreams.servers()) {
        QStringList sentences = server.remarks;
        if (server.trouble)
            sentences.prepend(server.trouble->text);
        for (const QString &sentence : sentences) {
            QTreeWidgetItem *line = addLine(nullptr, server.spec.id,
                                            {tr("%1: %2").arg(server.spec.name, sentence), {}, {}});
            setState(line, State::NotMeasured);
        }
    }
}

/// As tall as its lines, up to a few.
void AlertsPanel::fitHeight()
{
    int lines = m_tree->topLevelItemCount();
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        if (m_tree->topLevelItem(i)->isExpanded())
            lines += m_tree->topLevelItem(i)->childCount();
    }
    const int height = std::max(m_tree->sizeHintForRow(0), m_tree->fontMetrics().height());
    m_tree->setFixedHeight(std::min(lines, mostLines) * height + borders);
    m_tree->setVisible(lines > 0);
}

std::optional<workflow::AlertGroup> AlertsPanel::current() const
{
    if (!m_tree->currentItem())
        return std::nullopt;
    const QString key = m_tree->currentItem()->data(What, keyRole).toString();
    for (const workflow::AlertGroup &group : m_upstreams.alerts()) {
        if (group.name == key)
            return group;
    }
    return std::nullopt;
}

void AlertsPanel::showActions()
{
    const bool has = !m_upstreams.silencer().isEmpty();
    m_silences->setVisible(has);
    m_silence->setVisible(has);
    m_silence->setEnabled(current().has_value());
    const QString alert = currentAlert();
    const bool isKnown = m_acknowledgements.of(alert).has_value();
    m_acknowledge->setVisible(m_tree->topLevelItemCount() > 0);
    m_acknowledge->setEnabled(!alert.isEmpty());
    m_acknowledge->setTitle(isKnown ? tr("Take it back") : tr("Acknowledge…"));
}

/// What the alert of the current line is acknowledged by; empty: there is none.
QString AlertsPanel::currentAlert() const
{
    if (const auto group = current())
        return workflow::keyOfUpstream(group->name);
    const QTreeWidgetItem *line = m_tree->currentItem();
    const QString key = line ? line->data(What, keyRole).toString() : QString();
    return key.startsWith(workflow::keyOfMonitor({})) ? key : QString();
}

void AlertsPanel::acknowledge()
{
    const QString alert = currentAlert();
    if (alert.isEmpty())
        return;
    if (m_acknowledgements.of(alert)) {
        static_cast<void>(m_acknowledgements.withdraw(alert));
        return;
    }
    const QTreeWidgetItem *line = m_tree->currentItem();
    const QString title = (line->parent() ? line->parent() : line)->text(What);
    auto *dialog = new QInputDialog(this);
    dialog->setWindowTitle(tr("Acknowledge %1").arg(title));
    dialog->setLabelText(tr("What do you know or do about it?"));
    dialog->setOkButtonText(tr("Acknowledge"));
    dialog->resize(noteWidth, dialog->sizeHint().height());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, alert, title](const QString &note) {
                // Without a note there is nothing to keep, and the button can be pressed again.
                static_cast<void>(m_acknowledgements.acknowledge(alert, title, note));
            });
    dialog->open();
}

/// The line of a provider leads to its record.
void AlertsPanel::showProvider(const QTreeWidgetItem *line)
{
    const QString id = line->data(What, keyRole).toString();
    for (const workflow::UpstreamState &server : m_upstreams.servers()) {
        if (server.spec.id == id && server.spec.kind == upstream::Kind::Provider)
            emit providerWanted(server.spec.name);
    }
}

void AlertsPanel::silence()
{
    const auto group = current();
    if (!group)
        return;
    auto *dialog = new SilenceDialog(m_upstreams, m_upstreams.silencer(),
                                     m_upstreams.silenceFor(*group), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void AlertsPanel::showSilences()
{
    if (m_upstreams.silencer().isEmpty())
        return;
    auto *dialog = new SilencesDialog(m_upstreams, m_upstreams.silencer(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace ui
