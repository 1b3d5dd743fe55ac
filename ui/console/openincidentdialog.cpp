// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/console/openincidentdialog.h"

#include "base/commalist.h"
#include "timing/fieldtext.h"
#include "timing/zone.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"
#include "ui/widget/segmentedbar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

namespace {

enum Entry { Running, Over };
constexpr int dialogWidth = 520;

} // namespace

OpenIncidentDialog::OpenIncidentDialog(workflow::Desk &desk, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
{
    setWindowTitle(tr("Open an incident"));
    setMinimumWidth(dialogWidth);
    m_entry = new SegmentedBar(tr("Is it still going on?"));
    m_entry->addSegment(Running, tr("It is going on"));
    m_entry->addSegment(Over, tr("It is over"));
    m_title = new LineEdit;
    m_title->setPlaceholderText(tr("Images are not loading"));
    m_titleRow = new FormField(tr("What is wrong"), m_title);
    m_titleRow->setWide(true);
    m_parts = new LineEdit;
    m_parts->setPlaceholderText(tr("images, search"));
    m_kind = new QComboBox;
    m_kind->setAccessibleName(tr("How bad it is"));
    m_kind->addItem(tr("it is down"), int(incident::Kind::Outage));
    m_kind->addItem(tr("it works badly"), int(incident::Kind::Degradation));
    auto *parts = new FormField(tr("Parts affected"), m_parts);
    parts->setSide(m_kind);
    m_started = new LineEdit;
    m_started->setPlaceholderText(tr("not known"));
    m_started->setSuffix(timing::zoneCity(desk.zone()));
    m_startedRow = new FormField(tr("Since"), m_started);
    m_startedRow->setHint(tr("16:08, around 13:45, 10 min ago"));
    m_ended = new LineEdit;
    m_ended->setSuffix(timing::zoneCity(desk.zone()));
    m_endedRow = new FormField(tr("Back to normal"), m_ended);
    m_endedRow->setHint(tr("when users saw it healthy"));

    auto *open = new ActionButton(ActionButton::Kind::Primary, tr("Open incident"));
    open->setKeyHint(tr("Enter"));
    open->setDefault(true);
    auto *cancel = new ActionButton(ActionButton::Kind::Quiet, tr("Cancel"));
    auto *past = new ActionButton(ActionButton::Kind::Quiet, tr("It already happened…"));
    past->setAutoDefault(false);
    auto *actions = new QHBoxLayout;
    actions->addWidget(past);
    actions->addStretch(1);
    actions->addWidget(cancel);
    actions->addWidget(open);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(space::s);
    layout->addWidget(m_entry, 0, Qt::AlignLeft);
    layout->addWidget(m_titleRow);
    layout->addWidget(parts);
    layout->addWidget(m_startedRow);
    layout->addWidget(m_endedRow);
    layout->addSpacing(space::s);
    layout->addLayout(actions);

    connect(m_entry, &SegmentedBar::currentChanged, this, &OpenIncidentDialog::showEntry);
    connect(open, &QPushButton::clicked, this, &OpenIncidentDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &OpenIncidentDialog::reject);
    connect(past, &QPushButton::clicked, this, [this] {
        m_forThePast = true;
        reject();
    });
    showEntry();
    m_title->setFocus();
}

void OpenIncidentDialog::suggest(const workflow::NewIncident &known)
{
    const timing::FieldContext context{m_desk.zone(), m_desk.clock().now(), timing::Lean::Past};
    m_entry->setCurrent(known.ended.isKnown() ? Over : Running);
    m_parts->setText(known.components.join(u", "));
    m_kind->setCurrentIndex(m_kind->findData(int(known.kind)));
    m_started->setText(timing::fieldText(known.started, context));
    m_ended->setText(timing::fieldText(known.ended, context));
    m_evidence = known.evidence;
    m_suggested = times();
}

QString OpenIncidentDialog::times() const
{
    return m_started->text() + u'\n' + m_ended->text();
}

void OpenIncidentDialog::showEntry()
{
    m_endedRow->setVisible(m_entry->current() == Over);
    adjustSize();
}

base::Result<workflow::NewIncident> OpenIncidentDialog::request() const
{
    const timing::FieldContext context{m_desk.zone(), m_desk.clock().now(), timing::Lean::Past};
    workflow::NewIncident request;
    request.kind = incident::Kind(m_kind->currentData().toInt());
    request.effect = request.kind == incident::Kind::Outage ? incident::Effect::Down
                                                            : incident::Effect::Degraded;
    request.title = m_title->text();
    request.components = base::commaList(m_parts->text());
    const auto started = timing::instantFromField(m_started->text(), context);
    m_startedRow->setError(started ? QString() : started.error().text);
    if (!started)
        return base::passOn(started);
    request.started = *started;
    if (times() == m_suggested)
        request.evidence = m_evidence;
    if (m_entry->current() == Running)
        return request;
    request.entry = incident::EntryMode::Retrospective;
    const auto ended = timing::instantFromField(m_ended->text(), context);
    m_endedRow->setError(ended ? QString() : ended.error().text);
    if (!ended)
        return base::passOn(ended);
    request.ended = *ended;
    return request;
}

void OpenIncidentDialog::accept()
{
    m_titleRow->setError({});
    const auto asked = request();
    if (!asked)
        return;
    const auto opened = m_desk.open(*asked);
    if (!opened) {
        m_titleRow->setError(opened.error().text);
        return;
    }
    m_openedId = opened->id;
    QDialog::accept();
}

} // namespace ui
