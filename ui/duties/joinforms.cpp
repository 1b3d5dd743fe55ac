// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/commalist.h"
#include "incident/missing.h"
#include "timing/zone.h"
#include "ui/duties/formdialog.h"
#include "ui/duties/formwriter.h"
#include "ui/widget/lineedit.h"
#include "wording/termwords.h"

#include <algorithm>
#include <QComboBox>

/// What an incident still needs, what it was, and which others it has to do with.
namespace ui {

using namespace Qt::StringLiterals;
using base::Done;
using incident::State;

FormWriter::FormWriter(const FormPlace &place, const incident::Incident &incident, QWidget *parent)
    : m_desk(place.desk)
    , m_remedies(place.remedies)
    , m_incident(incident)
    , m_parent(parent)
{}

timing::FieldContext FormWriter::past() const
{
    return {m_desk.zone(), m_desk.clock().now(), timing::Lean::Past};
}

timing::FieldContext FormWriter::ahead() const
{
    return {m_desk.zone(), m_desk.clock().now(), timing::Lean::Future};
}

Done FormWriter::took(const base::Result<incident::Incident> &done)
{
    if (!done)
        return base::passOn(done);
    m_done = done->id;
    return {};
}

Done FormWriter::run(const incident::Command &command)
{
    return took(m_desk.run(m_incident.id, command));
}

QString FormWriter::show(FormDialog &form)
{
    form.exec();
    return m_done;
}

QString FormWriter::missing()
{
    FormDialog form(tr("What is still missing"), tr("Close it"), m_parent);
    const auto missing = incident::missingFor(m_incident, State::Closed, m_desk.clock().now());
    if (missing.empty())
        form.explain(tr("Nothing is missing. It can be closed."));
    for (const incident::Missing &one : missing) {
        form.explain(one.canBeExplained
                         //: %1 a sentence that says what to do
                         ? tr("•  %1 A reason below does instead.").arg(one.sentence)
                         : u"•  "_s + one.sentence);
    }
    const LineEdit *reason =
        form.addReason(tr("Because"), missing.empty() ? tr("not needed") : QString());
    form.onSubmit([this, reason] { return took(m_desk.close(m_incident.id, reason->text())); });
    return show(form);
}

QString FormWriter::kind()
{
    FormDialog form(tr("What it was after all"), tr("Say so"), m_parent);
    form.explain(
        tr("A near miss affected nobody: it stays in the history and out of the figures."));
    const QComboBox *kind = form.addChoice(
        tr("It was"),
        {{wording::words(incident::Kind::NearMiss), int(incident::Kind::NearMiss)},
         {wording::words(incident::Kind::Outage), int(incident::Kind::Outage)},
         {wording::words(incident::Kind::Degradation), int(incident::Kind::Degradation)}});
    const LineEdit *reason = form.addReason(tr("How you know"));
    form.onSubmit([this, kind, reason] {
        return run(incident::Reclassify{incident::Kind(kind->currentData().toInt()),
                                        reason->text().trimmed()});
    });
    return show(form);
}

QString FormWriter::split()
{
    FormDialog form(tr("Split a part off"), tr("Split"), m_parent);
    form.explain(tr("What leaves goes on as an incident of its own, with its own posts, promises "
                    "and checklist. What was said so far stays here."));
    const LineEdit *title = form.addLine(tr("What is wrong there"), m_incident.title);
    const LineEdit *parts =
        form.addLine(tr("Parts that leave"), m_incident.components().join(u", "_s));
    const LineEdit *numbers = form.addLine(tr("Or whole windows"), tr("2, 3"),
                                           tr("their numbers; parts may stay empty then"));
    const LineEdit *reason = form.addReason(tr("Because"));
    form.onSubmit([this, &form, title, parts, numbers, reason] {
        std::vector<int> windows;
        bool isNumber = true;
        for (const QString &number : base::commaList(numbers->text())) {
            windows.push_back(number.toInt(&isNumber));
            if (isNumber)
                continue;
            form.blame(numbers, tr("Give the numbers of windows, as the chart and the timeline "
                                   "have them: 2, 3."));
            return alreadyBlamed();
        }
        const auto parted = m_desk.split(m_incident.id, title->text(), windows,
                                         base::commaList(parts->text()), reason->text().trimmed());
        if (parted || parted.error().kind == base::ErrorKind::NeedsReason)
            return took(parted);
        form.blame(windows.empty() ? parts : numbers, parted.error().text);
        return alreadyBlamed();
    });
    return show(form);
}

QString FormWriter::merge()
{
    QList<std::pair<QString, QVariant>> others;
    for (const ledger::Summary &open : m_desk.openIncidents()) {
        if (open.id != m_incident.id && open.kind != incident::Kind::Maintenance)
            others.append({u"%1 · %2"_s.arg(open.ref, open.title), open.id});
    }
    FormDialog form(tr("It is the same as another incident"), tr("Merge"), m_parent);
    if (others.isEmpty()) {
        form.explain(tr("No other incident is open."));
        form.onSubmit([] { return Done(); });
        return show(form);
    }
    form.explain(tr("This incident ends. The other one takes its windows, its alerts and its open "
                    "promises over."));
    const QComboBox *into = form.addChoice(tr("It goes on in"), others);
    const LineEdit *reason = form.addReason(tr("Because"));
    form.onSubmit([this, into, reason] {
        return took(
            m_desk.merge(m_incident.id, into->currentData().toString(), reason->text().trimmed()));
    });
    return show(form);
}

QString FormWriter::recur()
{
    FormDialog form(tr("It is back, by another fault"), tr("Open it"), m_parent);
    form.explain(tr("A new incident opens and is linked to this one, which stays closed. If it is "
                    "the same fault, reopen this one instead."));
    const LineEdit *since =
        form.addTime(tr("Since"), past(), tr("now"), tr("16:08, around 13:45, 10 min ago"));
    const LineEdit *reason = form.addReason(tr("How you know"));
    form.onSubmit([this, &form, since, reason] {
        const auto at = form.instantOf(since, past());
        return at ? took(m_desk.recur(m_incident.id, *at, reason->text().trimmed()))
                  : alreadyBlamed();
    });
    return show(form);
}

} // namespace ui
