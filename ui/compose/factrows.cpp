// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compose/factrows.h"

#include "base/commalist.h"
#include "timing/zone.h"
#include "ui/theme/tokens.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"
#include "wording/clockwords.h"
#include "wording/termwords.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <utility>

namespace ui {

namespace {

constexpr int severities = 4;

QVBoxLayout *rowsIn(QWidget *widget)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs + 2);
    return layout;
}

QStringList partsOf(const QString &text)
{
    QStringList parts = base::commaList(text);
    parts.removeDuplicates();
    return parts;
}

bool concernsProvider(const incident::Cause &cause)
{
    return cause.status == incident::CauseStatus::AwaitingProvider ||
           cause.attribution == incident::Attribution::Provider ||
           cause.attribution == incident::Attribution::Shared;
}

/// The window that the words of a post speak of: the newest that happened, or the plan.
const incident::Window *spokenOf(const incident::Incident &incident)
{
    const incident::Window *found = nullptr;
    for (const incident::Window &window : incident.windows) {
        if (!found || !window.planned)
            found = &window;
    }
    return found;
}

} // namespace

FactRows::FactRows(workflow::Desk &desk, workflow::Compose &compose, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_compose(compose)
    , m_calibration(desk)
    , m_upper(new QWidget)
    , m_lower(new QWidget)
{
    buildUpper();
    buildLower();
    hide();
}

void FactRows::buildUpper()
{
    m_felt = new LineEdit;
    m_felt->setPlaceholderText(tr("what users notice: “images are not loading”"));
    auto *felt = new FormField(tr("Users feel"), m_felt);
    felt->setWide(true);

    m_parts = new LineEdit;
    m_parts->setPlaceholderText(tr("images, search"));
    m_severity = new QComboBox;
    m_severity->setAccessibleName(tr("Severity"));
    m_severity->addItem(tr("severity not set"));
    m_severity->addItem(tr("1 · everybody, badly"));
    m_severity->addItem(tr("2 · many, badly"));
    m_severity->addItem(tr("3 · some"));
    m_severity->addItem(tr("4 · hardly anybody"));
    auto *parts = new FormField(tr("Parts affected"), m_parts);
    parts->setSide(m_severity);

    QVBoxLayout *layout = rowsIn(m_upper);
    layout->addWidget(felt);
    layout->addWidget(parts);
    connect(m_felt, &QLineEdit::editingFinished, this, &FactRows::commitWindow);
    connect(m_parts, &QLineEdit::editingFinished, this, &FactRows::commitWindow);
    connect(m_severity, &QComboBox::activated, this, &FactRows::commitSeverity);
}

void FactRows::buildLower()
{
    m_estimate = new LineEdit;
    m_estimate->setPlaceholderText(tr("no more than 30 min"));
    m_estimateRow = new FormField(tr("We expect"), m_estimate);
    m_nextUpdate = new LineEdit;
    m_nextUpdate->setPlaceholderText(tr("none promised"));
    m_nextUpdateRow = new FormField(tr("Next update by"), m_nextUpdate);

    m_cause = new LineEdit;
    m_cause->setPlaceholderText(tr("not known yet"));
    m_causeStatus = new QComboBox;
    m_causeStatus->setAccessibleName(tr("How sure the cause is"));
    for (const auto &row : base::EnumNames<incident::CauseStatus>::table)
        m_causeStatus->addItem(wording::words(row.value), int(row.value));
    m_causeRow = new FormField(tr("Cause"), m_cause);
    m_causeRow->setSide(m_causeStatus);
    m_provider = new LineEdit;
    m_provider->setPlaceholderText(tr("unnamed host"));
    m_providerRow = new FormField(tr("Provider"), m_provider);
    m_providerRow->hide();

    QVBoxLayout *layout = rowsIn(m_lower);
    layout->addWidget(m_causeRow);
    layout->addWidget(m_providerRow);
    layout->addWidget(m_estimateRow);
    layout->addWidget(m_nextUpdateRow);
    connect(m_cause, &QLineEdit::editingFinished, this, &FactRows::commitCause);
    connect(m_provider, &QLineEdit::editingFinished, this, &FactRows::commitCause);
    connect(m_causeStatus, &QComboBox::activated, this, &FactRows::commitCause);
    connect(m_estimate, &QLineEdit::textEdited, &m_compose, &workflow::Compose::setEstimate);
    connect(m_nextUpdate, &QLineEdit::textEdited, &m_compose, &workflow::Compose::setNextUpdate);
}

void FactRows::commitWindow()
{
    const incident::Incident &incident = m_compose.incident();
    const incident::Window *known = spokenOf(incident);
    if (!known)
        return;
    incident::Window window = *known;
    window.felt = m_felt->text().trimmed();
    window.components = partsOf(m_parts->text());
    m_felt->setModified(false);
    m_parts->setModified(false);
    if (window == *known)
        return;
    const auto done = m_desk.run(incident.id, incident::PutWindow{window, {}});
    if (!done)
        emit failed(done.error());
}

void FactRows::commitSeverity(int index)
{
    if (index < 1 || index > severities)
        return;
    const auto done = m_desk.run(m_compose.incidentId(), incident::SetSeverity{index});
    if (!done)
        emit failed(done.error());
}

/// A cause that is written down is at least suspected; why it stays unknown is its own reason.
void FactRows::commitCause()
{
    const incident::Incident &incident = m_compose.incident();
    incident::Cause cause = incident.cause;
    cause.text = m_cause->text().trimmed();
    cause.status = incident::CauseStatus(m_causeStatus->currentData().toInt());
    if (cause.status == incident::CauseStatus::Unknown && !cause.text.isEmpty())
        cause.status = incident::CauseStatus::Suspected;
    cause.provider = m_provider->text().trimmed();
    m_providerRow->setVisible(concernsProvider(cause));
    const bool awaits = cause.status == incident::CauseStatus::AwaitingProvider;
    if (awaits && cause.attribution == incident::Attribution::Unknown)
        cause.attribution = incident::Attribution::Provider;
    // Who it is has to be typed first.
    const bool nameless = awaits && cause.provider.isEmpty();
    if (!std::exchange(m_providerWanted, nameless) && nameless) {
        m_provider->setFocus();
        return;
    }
    if (!incident.exists() || cause == incident.cause)
        return;
    const QString reason =
        cause.status == incident::CauseStatus::WillNotKnow ? cause.text : QString();
    const auto done = m_desk.run(incident.id, incident::StateCause{cause, reason});
    m_causeRow->setError(done ? QString() : done.error().text);
    if (!done)
        return;
    m_cause->setModified(false);
    m_provider->setModified(false);
}

void FactRows::showDraft()
{
    const incident::Incident &incident = m_compose.incident();
    if (incident.id != m_calibratedFor) {
        m_providerWanted = false;
        m_calibratedFor = incident.id;
        m_calibration.open(incident.id);
    }
    const incident::Window *window = spokenOf(incident);
    if (!m_felt->isModified())
        m_felt->setText(window ? window->felt : QString());
    if (!m_parts->isModified())
        m_parts->setText(window ? window->components.join(u", ") : QString());
    m_severity->setCurrentIndex(incident.severity);
    m_severity->setVisible(!incident.isMaintenance());
    m_causeRow->setVisible(!incident.isMaintenance());
    if (!m_cause->isModified())
        m_cause->setText(incident.cause.text);
    if (!m_providerWanted && !m_provider->isModified()) {
        m_provider->setText(incident.cause.provider);
        m_providerRow->setVisible(!incident.isMaintenance() && concernsProvider(incident.cause));
        m_causeStatus->setCurrentIndex(m_causeStatus->findData(int(incident.cause.status)));
    }
    const workflow::Draft &draft = m_compose.draft();
    if (m_estimate->text() != draft.estimate)
        m_estimate->setText(draft.estimate);
    if (m_nextUpdate->text() != draft.nextUpdate)
        m_nextUpdate->setText(draft.nextUpdate);
    m_nextUpdate->setSuffix(
        timing::zoneCity(timing::zoneByName(incident.zone).value_or(m_desk.zone())));
    showPromises();
}

bool FactRows::focusMissing()
{
    if (!m_felt->text().isEmpty())
        return false;
    m_felt->setFocus();
    return true;
}

void FactRows::tick()
{
    showPromises();
}

void FactRows::showPromises()
{
    const auto estimate = m_compose.estimate();
    m_estimateRow->setError(estimate ? QString() : estimate.error().text);
    m_estimateRow->setHint(estimate && estimate->isKnown() ? tr("from the time of publishing")
                                                           : QString());
    const incident::Incident &incident = m_compose.incident();
    m_estimateRow->setNote(m_calibration.sentence(
        {incident.kind, incident.components(), estimate.value_or(timing::RoughDuration())}));
    const auto next = m_compose.nextUpdate();
    m_nextUpdateRow->setError(next ? QString() : next.error().text);
    m_nextUpdateRow->setHint(
        next && next->hi() ? wording::awayWords(*next->hi(), m_desk.clock().now()) : QString());
}

} // namespace ui
