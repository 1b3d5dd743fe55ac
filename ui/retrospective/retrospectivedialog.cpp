// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/retrospective/retrospectivedialog.h"

#include "base/commalist.h"
#include "timing/zone.h"
#include "ui/retrospective/openpoints.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"
#include "ui/widget/segmentedbar.h"
#include "wording/termwords.h"
#include "workflow/retrospective.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using entry::Field;

namespace {

enum Ending { Over, Watched };
constexpr int dialogWidth = 720;
constexpr int answers = 3;
/// The entry of the effect box that takes what the line says.
constexpr int asInLine = -1;

} // namespace

RetrospectiveDialog::RetrospectiveDialog(workflow::Desk &desk, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_form({desk.zone(), desk.clock().now(), timing::Lean::Past})
{
    setWindowTitle(tr("It already happened"));
    setMinimumWidth(dialogWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(space::s);
    layout->addWidget(buildLine());
    m_open = new OpenPoints;
    layout->addWidget(m_open);
    layout->addSpacing(space::xs);
    buildDetails(layout);
    layout->addSpacing(space::xs);
    buildTimes(layout);
    buildActions(layout);

    connect(m_line, &QLineEdit::textChanged, this, &RetrospectiveDialog::setLine);
    connect(m_open, &OpenPoints::answered, m_line, &QLineEdit::setText);
    for (int i = 0; i < answers; ++i) {
        auto *key = new QShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)), this);
        connect(key, &QShortcut::activated, this, [this, i] { m_open->answer(i); });
    }
    refresh();
    m_line->setFocus();
}

QWidget *RetrospectiveDialog::buildLine()
{
    m_line = new LineEdit;
    m_line->setPlaceholderText(tr("15m just now, back up after 10, normal +5"));
    m_line->setSuffix(timing::zoneCity(m_desk.zone()));
    m_lineRow = new FormField(tr("In one line"), m_line);
    m_lineRow->setWide(true);
    return m_lineRow;
}

void RetrospectiveDialog::buildDetails(QVBoxLayout *layout)
{
    m_title = new LineEdit;
    m_title->setPlaceholderText(tr("Images were not loading"));
    m_titleRow = new FormField(tr("What was wrong"), m_title);
    m_titleRow->setWide(true);
    layout->addWidget(m_titleRow);
    m_felt = new LineEdit;
    m_felt->setPlaceholderText(tr("pictures were missing on item pages"));
    auto *felt = new FormField(tr("What users noticed"), m_felt);
    felt->setWide(true);
    layout->addWidget(felt);
    m_parts = new LineEdit;
    m_parts->setPlaceholderText(tr("images, search"));
    m_effect = new QComboBox;
    m_effect->setAccessibleName(tr("How bad it was"));
    m_effect->addItem(tr("as the line says"), asInLine);
    for (const auto effect : {incident::Effect::Down, incident::Effect::Partial,
                              incident::Effect::Degraded, incident::Effect::ReadOnly})
        m_effect->addItem(wording::words(effect), int(effect));
    auto *parts = new FormField(tr("Parts affected"), m_parts);
    parts->setSide(m_effect);
    layout->addWidget(parts);
    m_causeText = new LineEdit;
    m_causeText->setPlaceholderText(tr("not known yet"));
    m_causeStatus = new QComboBox;
    m_causeStatus->setAccessibleName(tr("How sure the cause is"));
    for (const auto status :
         {incident::CauseStatus::Unknown, incident::CauseStatus::Suspected,
          incident::CauseStatus::Confirmed, incident::CauseStatus::AwaitingProvider})
        m_causeStatus->addItem(status == incident::CauseStatus::Unknown ? tr("not known yet")
                                                                        : wording::words(status),
                               int(status));
    auto *cause = new FormField(tr("Cause"), m_causeText);
    cause->setSide(m_causeStatus);
    layout->addWidget(cause);
    m_provider = new LineEdit;
    m_provider->setPlaceholderText(tr("unnamed host"));
    m_providerRow = new FormField(tr("Provider"), m_provider);
    m_providerRow->setWide(true);
    m_providerRow->hide();
    layout->addWidget(m_providerRow);
    connect(m_causeStatus, &QComboBox::currentIndexChanged, m_providerRow, [this] {
        m_providerRow->setVisible(this->cause().status == incident::CauseStatus::AwaitingProvider);
    });
    connect(m_causeText, &QLineEdit::textEdited, this, [this](const QString &text) {
        const bool unsaid = m_causeStatus->currentIndex() == 0;
        if (unsaid && !text.trimmed().isEmpty())
            m_causeStatus->setCurrentIndex(1);
        askAgain();
    });
    for (LineEdit *field : {m_title, m_felt, m_parts, m_provider})
        connect(field, &QLineEdit::textEdited, this, &RetrospectiveDialog::askAgain);
    for (QComboBox *box : {m_effect, m_causeStatus})
        connect(box, &QComboBox::currentIndexChanged, this, &RetrospectiveDialog::askAgain);
}

LineEdit *RetrospectiveDialog::addField(Field field, const QString &spoken, FormField *&row,
                                        const QString &label)
{
    auto *edit = new LineEdit;
    if (!spoken.isEmpty())
        edit->setAccessibleName(spoken);
    if (!row)
        row = new FormField(label, edit);
    m_times.push_back({field, edit, row});
    const TimeRow time = m_times.back();
    connect(edit, &QLineEdit::editingFinished, this, [this, time] { this->edit(time); });
    return edit;
}

void RetrospectiveDialog::addSide(FormField *row, Field field, const QString &spoken,
                                  const QString &suffix)
{
    LineEdit *side = addField(field, spoken, row, {});
    side->setSuffix(suffix);
    row->setSide(side);
}

void RetrospectiveDialog::buildTimes(QVBoxLayout *layout)
{
    struct Row
    {
        QString label;
        Field time;
        Field length;
        QString spoken;
        QString suffix;
    };
    const Row rows[] = {
        {tr("Start"), Field::Start, Field::Length, tr("Length of the whole"), tr("long")},
        {tr("End"), Field::End, Field::Count, tr("Number of outages"), tr("outages")},
        {tr("Noticed"), Field::Detected, Field::DetectedAfter, tr("Noticed after the start"),
         tr("after the start")},
        {tr("Fixed"), Field::Fixed, Field::FixedAfter, tr("Fixed after the start"),
         tr("after the start")},
        {tr("Back to normal"), Field::Normal, Field::NormalAfter,
         tr("Back to normal after the fix"), tr("after the fix")},
        {tr("Shortest, longest"), Field::Shortest, Field::Longest, tr("Longest outage"),
         tr("longest")},
    };
    for (const Row &one : rows) {
        FormField *row = nullptr;
        LineEdit *edit = addField(one.time, {}, row, one.label);
        edit->setSuffix(one.time == Field::Shortest ? tr("shortest")
                                                    : timing::zoneCity(m_desk.zone()));
        addSide(row, one.length, one.spoken, one.suffix);
        layout->addWidget(row);
    }
    m_sum = makeLabel({}, TextRole::Secondary);
    m_state = new SegmentedBar(tr("Is it over for good?"));
    m_state->addSegment(Over, tr("Over"), tr("It is over"));
    m_state->addSegment(Watched, tr("Being watched"), tr("It is fixed and being watched"));
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_state);
    foot->addWidget(m_sum, 1, Qt::AlignRight);
    layout->addLayout(foot);
    connect(m_state, &SegmentedBar::currentChanged, this, [this](int state) {
        m_form.setWatching(state == Watched);
        askAgain();
    });
}

void RetrospectiveDialog::buildActions(QVBoxLayout *layout)
{
    m_reason = new LineEdit;
    m_reasonRow = new FormField(tr("Because"), m_reason);
    m_reasonRow->setWide(true);
    m_reasonRow->hide();
    layout->addWidget(m_reasonRow);
    m_summary = makeLabel({}, TextRole::Strong);
    m_summary->setWordWrap(true);
    m_summary->hide();
    layout->addWidget(m_summary);
    m_store = new ActionButton(ActionButton::Kind::Primary, tr("Look it over"));
    m_store->setKeyHint(tr("Enter"));
    m_store->setDefault(true);
    auto *cancel = new ActionButton(ActionButton::Kind::Quiet, tr("Cancel"));
    cancel->setAutoDefault(false);
    auto *actions = new QHBoxLayout;
    actions->addStretch(1);
    actions->addWidget(cancel);
    actions->addWidget(m_store);
    layout->addLayout(actions);
    connect(m_store, &QPushButton::clicked, this, &RetrospectiveDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &RetrospectiveDialog::reject);
}

void RetrospectiveDialog::setLine(const QString &line)
{
    m_form.setLine(line);
    const QSignalBlocker quiet(m_state);
    m_state->setCurrent(m_form.entry().watching ? Watched : Over);
    refresh();
}

void RetrospectiveDialog::edit(const TimeRow &row)
{
    const auto edited = m_form.edit(row.field, row.edit->text());
    row.row->setError(edited ? QString() : edited.error().text);
    if (edited)
        refresh();
}

void RetrospectiveDialog::refresh()
{
    for (const TimeRow &time : m_times) {
        const QString text = m_form.text(time.field);
        if (time.edit->text() == text)
            continue;
        time.edit->setText(text);
        time.edit->setCursorPosition(0);
        time.row->setError({});
    }
    // Of a single outage there is no shortest and no longest.
    for (const TimeRow &time : m_times) {
        if (time.field == Field::Shortest)
            time.row->setVisible(m_form.entry().window.several);
    }
    m_open->show(m_form);
    m_sum->setText(m_form.sum());
    askAgain();
}

void RetrospectiveDialog::askAgain()
{
    m_titleRow->setError({});
    m_lineRow->setError({});
    m_lookedAt = false;
    m_summary->hide();
    m_store->setTitle(tr("Look it over"));
}

entry::Details RetrospectiveDialog::details() const
{
    entry::Details details;
    details.title = m_title->text().trimmed();
    details.felt = m_felt->text().trimmed();
    details.components = base::commaList(m_parts->text());
    if (m_effect->currentData().toInt() != asInLine)
        details.effect = incident::Effect(m_effect->currentData().toInt());
    details.reason = m_reason->text().trimmed();
    return details;
}

incident::Cause RetrospectiveDialog::cause() const
{
    incident::Cause cause;
    cause.status = incident::CauseStatus(m_causeStatus->currentData().toInt());
    cause.text = m_causeText->text().trimmed();
    if (cause.status == incident::CauseStatus::AwaitingProvider) {
        cause.attribution = incident::Attribution::Provider;
        cause.provider = m_provider->text().trimmed();
    }
    return cause;
}

/// "Start: Mon 23 Nov 2026, 13:45. Length: 20 minutes. …"
QString RetrospectiveDialog::summary() const
{
    QStringList facts;
    for (const entry::Row &row : m_form.rows()) {
        const QString value = row.absolute.isEmpty() ? row.words : row.absolute;
        facts << tr("%1: %2", "field, value").arg(row.name, value);
    }
    return facts.join(u"\n"_s);
}

void RetrospectiveDialog::accept()
{
    for (const TimeRow &time : m_times) {
        if (time.edit->text().trimmed() == m_form.text(time.field))
            continue;
        edit(time);
        if (!time.row->error().isEmpty()) {
            time.edit->setFocus();
            return;
        }
    }
    if (const auto clear = m_form.command(details()); !clear) {
        m_lineRow->setError(clear.error().text);
        m_line->setFocus();
        return;
    }
    if (m_title->text().trimmed().isEmpty()) {
        m_titleRow->setError(tr("Say in a few words what was wrong."));
        m_title->setFocus();
        return;
    }
    if (m_lookedAt) {
        store();
        return;
    }
    m_lookedAt = true;
    m_summary->setText(summary());
    m_summary->show();
    m_store->setTitle(tr("Store it"));
    m_store->setFocus();
}

void RetrospectiveDialog::store()
{
    const auto stored = workflow::storeRetrospective(m_desk, m_form, details(), cause());
    if (stored) {
        m_storedId = stored->id;
        QDialog::accept();
        return;
    }
    const bool wantsReason = stored.error().kind == base::ErrorKind::NeedsReason;
    m_reasonRow->setVisible(wantsReason || m_reasonRow->isVisible());
    (wantsReason ? m_reasonRow : m_lineRow)->setError(stored.error().text);
    (wantsReason ? m_reason : m_line)->setFocus();
}

} // namespace ui
