// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/checklist/checklistrow.h"

#include "base/tip.h"
#include "incident/checklistfile.h"
#include "timing/zone.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widget/actionbutton.h"
#include "wording/clockwords.h"
#include "wording/termwords.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QUrl>

namespace ui {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using incident::StepState;

namespace {

/// What is due within that time is shown as pressing.
constexpr auto soon = std::chrono::minutes(5);

/// What is told there helps to do it.
bool asksProvider(incident::DoneWhen rule)
{
    return rule == incident::DoneWhen::ProviderChecked ||
           rule == incident::DoneWhen::ProviderContacted ||
           rule == incident::DoneWhen::ProviderAnswered;
}

} // namespace

ChecklistRow::ChecklistRow(QWidget *parent)
    : QWidget(parent)
{
    m_box = new QCheckBox;
    m_title = makeLabel({}, TextRole::Body);
    m_title->setWordWrap(true);
    m_detail = makeLabel({}, TextRole::Faint);
    m_detail->setWordWrap(true);
    m_text = makeLabel({}, TextRole::Secondary);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->hide();
    m_runbook = new ActionButton(ActionButton::Kind::Secondary, tr("Open the runbook"));
    m_runbook->hide();
    m_provider = new ActionButton(ActionButton::Kind::Secondary, tr("The provider's record"));
    m_provider->hide();
    m_time = makeLabel({}, TextRole::Faint);
    m_time->setAlignment(Qt::AlignRight | Qt::AlignTop);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(space::m + 2, space::s, space::m + 2, space::s);
    grid->setHorizontalSpacing(space::m);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_box, 0, 0, Qt::AlignTop);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_time, 0, 2, Qt::AlignTop);
    grid->addWidget(m_detail, 1, 1, 1, 2);
    grid->addWidget(m_text, 2, 1, 1, 2);
    grid->addWidget(m_runbook, 3, 1, Qt::AlignLeft);
    grid->addWidget(m_provider, 4, 1, Qt::AlignLeft);
    grid->setColumnStretch(1, 1);

    connect(m_box, &QCheckBox::clicked, this, [this] {
        const QSignalBlocker quiet(m_box);
        m_box->setChecked(m_status.state != StepState::Todo);
        emit pressed();
    });
    connect(m_provider, &QPushButton::clicked, this, &ChecklistRow::providerWanted);
    connect(m_runbook, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl(m_status.step.runbook)); });
}

void ChecklistRow::setStatus(const incident::StepStatus &status, bool next, const QTimeZone &zone,
                             base::Instant now)
{
    m_status = status;
    m_next = next;
    const bool done = status.state != StepState::Todo;
    const QSignalBlocker quiet(m_box);
    m_box->setChecked(done);
    const QString &title = status.step.title;
    m_title->setText(title);
    setTextRole(m_title, next ? TextRole::Strong : TextRole::Body);
    const QString detail = done ? status.evidence : status.step.hint;
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty() && (done || status.active));
    m_text->setText(status.step.text);
    m_text->setVisible(!status.step.text.isEmpty() && status.active);
    m_runbook->setVisible(status.active && incident::canBeOpened(status.step.runbook));
    m_provider->setVisible(status.active && asksProvider(status.step.done));
    m_runbook->setToolTip(base::plainTip(status.step.runbook));
    m_time->setText(timeText(zone, now));
    const bool pressing = !done && status.due && *status.due - now < soon;
    setTone(m_time, pressing ? Tone::Down : Tone::Normal);
    QString spoken = title;
    if (!m_time->text().isEmpty())
        spoken += u", "_s + m_time->text();
    m_box->setAccessibleName(spoken);
    m_box->setAccessibleDescription(detail);
    update();
}

QString ChecklistRow::timeText(const QTimeZone &zone, base::Instant now) const
{
    switch (m_status.state) {
    case StepState::NotApplicable:
    case StepState::Skipped:
        return wording::words(m_status.state);
    case StepState::Done:
        return m_status.at ? timing::toLocal(*m_status.at, zone).time().toString(u"HH:mm"_s)
                           : QString();
    case StepState::Todo:
        break;
    }
    if (!m_status.active)
        return {};
    if (!m_status.due)
        return {};
    const base::Span left = *m_status.due - now;
    // A clock of hundreds of hours says nothing.
    return left < 24h ? wording::countdownClock(left) : wording::shortLength(left);
}

void ChecklistRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme theme = Theme::current();
    if (m_next)
        painter.fillRect(rect(), theme.color(ColorRole::Selection));
    painter.setPen(theme.color(ColorRole::SoftHairline));
    painter.drawLine(space::m + 2, height() - 1, width() - space::m - 2, height() - 1);
}

} // namespace ui
