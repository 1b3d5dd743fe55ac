// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/duties/choices.h"
#include "ui/duties/formdialog.h"
#include "ui/duties/formwriter.h"
#include "ui/widget/lineedit.h"
#include <QComboBox>

/// What an incident leaves us with: promises and follow-ups.
namespace ui {

using namespace Qt::StringLiterals;
using base::Done;
using incident::FollowUp;

QString FormWriter::promise()
{
    using incident::PromiseKind;
    using incident::PromiseStatus;
    FormDialog form(tr("Promises"), tr("Say so"), m_parent);
    QList<std::pair<QString, QVariant>> which{{tr("A new one"), QString()}};
    for (const incident::Promise &open : m_incident.promises) {
        if (open.isOpen())
            which.append({tr("“%1”").arg(open.quote), open.id});
    }
    const QComboBox *known = form.addChoice(tr("Promise"), which);
    const LineEdit *quote = form.addLine(tr("What is promised"), tr("we will say why"));
    const QComboBox *kind = form.addChoice(
        tr("Of the kind"),
        choicesOf({PromiseKind::Investigate, PromiseKind::Prevent, PromiseKind::FixForward,
                   PromiseKind::Monitor, PromiseKind::Reschedule, PromiseKind::RelayProvider,
                   PromiseKind::NextUpdate, PromiseKind::Estimate}));
    const LineEdit *due = form.addTime(tr("By"), ahead(), tr("tomorrow 10:00"), {});
    const LineEdit *trigger = form.addLine(tr("Or when"), tr("the provider has answered"));
    const LineEdit *owner = form.addLine(tr("Who keeps it"), m_desk.author());
    auto states = choicesOf({PromiseStatus::Kept, PromiseStatus::Broken, PromiseStatus::Withdrawn});
    states.prepend({tr("it stays open"), int(PromiseStatus::Open)});
    const QComboBox *status = form.addChoice(tr("And now"), states);
    const LineEdit *note = form.addReason(tr("Because"), tr("how it was kept, or why not"));
    form.onSubmit([=, this, &form] {
        const auto at = form.instantOf(due, ahead());
        if (!at)
            return alreadyBlamed();
        const QString id = known->currentData().toString();
        const auto settled = PromiseStatus(status->currentData().toInt());
        if (id.isEmpty()) {
            incident::Promise made;
            made.id = m_desk.newId();
            made.kind = PromiseKind(kind->currentData().toInt());
            made.quote = quote->text().trimmed();
            made.due = *at;
            made.trigger = trigger->text().trimmed();
            made.owner = owner->text().trimmed();
            return run(incident::MakePromise{made});
        }
        if (settled != PromiseStatus::Open)
            return run(incident::SettlePromise{id, settled, note->text().trimmed()});
        return run(
            incident::DatePromise{id, *at, trigger->text().trimmed(), owner->text().trimmed()});
    });
    return show(form);
}

QString FormWriter::followUp()
{
    using incident::FollowUpKind;
    FormDialog form(tr("Add a follow-up"), tr("Add it"), m_parent);
    const LineEdit *title = form.addLine(tr("What is to be done"), tr("watch the index size"));
    const QComboBox *kind = form.addChoice(
        tr("Of the kind"), choicesOf({FollowUpKind::Corrective, FollowUpKind::Preventive,
                                      FollowUpKind::Detective, FollowUpKind::Process}));
    const LineEdit *due = form.addTime(tr("By"), ahead(), tr("Friday"), {});
    const LineEdit *owner = form.addLine(tr("Who does it"), m_desk.author());
    QList<std::pair<QString, QVariant>> promises{{tr("none"), QString()}};
    for (const incident::Promise &open : m_incident.promises) {
        if (open.isOpen())
            promises.append({tr("“%1”").arg(open.quote), open.id});
    }
    const QComboBox *promise = form.addChoice(tr("Keeps the promise"), promises);
    const QComboBox *plan = form.addChoice(
        tr("Planned work"), {{tr("none is needed"), false}, {tr("make a draft of it"), true}});
    form.onSubmit([=, this, &form] {
        const auto at = form.instantOf(due, ahead());
        if (!at)
            return alreadyBlamed();
        FollowUp added;
        added.id = m_desk.newId();
        added.title = title->text().trimmed();
        added.kind = FollowUpKind(kind->currentData().toInt());
        added.due = *at;
        added.owner = owner->text().trimmed();
        added.promise = promise->currentData().toString();
        const Done stored = run(incident::PutFollowUp{added});
        if (!stored || !plan->currentData().toBool())
            return stored;
        const auto draft = m_desk.planFor(m_incident, added);
        return draft ? Done() : Done(base::passOn(draft));
    });
    return show(form);
}

} // namespace ui
