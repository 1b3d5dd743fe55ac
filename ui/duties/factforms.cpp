// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/commalist.h"
#include "incident/factor.h"
#include "ui/duties/choices.h"
#include "ui/duties/formdialog.h"
#include "ui/duties/formwriter.h"
#include "ui/widget/lineedit.h"
#include "workflow/phases.h"

/// Facts that have no field beside the post: whose cause it was, when else something happened, and
/// what is worth a line in the timeline.
namespace ui {

using namespace Qt::StringLiterals;
using base::Done;
using incident::Milestone;

namespace {

QString listed(const std::vector<incident::Factor> &factors)
{
    QStringList texts;
    for (const incident::Factor &factor : factors)
        texts << incident::factorText(factor);
    return texts.join(u", "_s);
}

/// Nothing if one of them cannot be read.
std::optional<std::vector<incident::Factor>> factorsIn(const QString &text)
{
    std::vector<incident::Factor> factors;
    for (const QString &typed : base::commaList(text)) {
        const auto factor = incident::factorFromText(typed);
        if (!factor)
            return std::nullopt;
        factors.push_back(*factor);
    }
    return factors;
}

} // namespace

QString FormWriter::cause()
{
    const incident::Cause &known = m_incident.cause;
    FormDialog form(tr("The cause, and whose it was"), tr("State it"), m_parent);
    LineEdit *text = form.addLine(tr("Cause"), tr("as readers may know it"));
    text->setText(known.text);
    QComboBox *status = form.addChoice(tr("How sure it is"), allChoicesOf<incident::CauseStatus>());
    choose(status, int(known.status));
    QComboBox *attribution =
        form.addChoice(tr("Whose it was"), allChoicesOf<incident::Attribution>());
    choose(attribution, int(known.attribution));
    LineEdit *provider = form.addLine(tr("Provider"), tr("unnamed host"));
    provider->setText(known.provider);
    Choices codes{{tr("not said"), QString()}};
    for (const QString &code : incident::factorCodes())
        codes.append({code, code});
    QComboBox *trigger = form.addChoice(tr("What set it off"), codes);
    choose(trigger, known.trigger);
    LineEdit *factors = form.addLine(tr("What else played a part"), u"latent:change.deploy"_s,
                                     tr("contributing:, latent: or mitigating:, by commas"));
    factors->setText(listed(known.factors));
    LineEdit *reason = form.addReason(tr("Because"), tr("why it will stay unknown"));
    reason->setText(m_incident.causeReason);
    form.onSubmit([=, this, &form] {
        const auto others = factorsIn(factors->text());
        if (!others) {
            form.blame(factors, tr("Write each with the part it played: “latent:change.deploy”."));
            return alreadyBlamed();
        }
        incident::Cause stated;
        stated.status = incident::CauseStatus(status->currentData().toInt());
        stated.text = text->text().trimmed();
        stated.attribution = incident::Attribution(attribution->currentData().toInt());
        stated.provider = provider->text().trimmed();
        stated.trigger = trigger->currentData().toString();
        stated.factors = *others;
        return run(incident::StateCause{stated, reason->text().trimmed()});
    });
    return show(form);
}

QString FormWriter::retitle()
{
    FormDialog form(tr("What it is called"), tr("Call it that"), m_parent);
    form.explain(tr("The old title stays in the timeline. Posts that readers have seen keep theirs "
                    "until you publish again: the next draft has the new one."));
    LineEdit *title = form.addLine(tr("Title"), m_incident.title);
    title->setText(m_incident.title);
    title->selectAll();
    form.onSubmit([=, this] { return run(incident::Retitle{title->text().trimmed()}); });
    return show(form);
}

QString FormWriter::note()
{
    FormDialog form(tr("A note on the timeline"), tr("Note it"), m_parent);
    const LineEdit *text = form.addLine(tr("What happened"), tr("restarted the second machine"));
    const LineEdit *at = form.addTime(tr("When"), past(), tr("now"), tr("16:08, 10 min ago"));
    form.onSubmit([=, this, &form] {
        const auto when = form.instantOf(at, past());
        if (!when)
            return alreadyBlamed();
        return run(incident::AddNote{text->text().trimmed(), *when});
    });
    return show(form);
}

QString FormWriter::milestone()
{
    FormDialog form(tr("When something happened"), tr("Stamp it"), m_parent);
    QComboBox *which = form.addChoice(tr("What"), allChoicesOf<Milestone>());
    for (const auto &row : base::EnumNames<Milestone>::table) {
        if (!m_incident.milestone(row.value).isKnown()) {
            choose(which, int(row.value));
            break;
        }
    }
    const LineEdit *at =
        form.addTime(tr("It was at"), past(), tr("now"), tr("16:08, around 13:45, 10 min ago"));
    const LineEdit *reason = form.addReason(tr("Because"), tr("not needed in most cases"));
    form.onSubmit([=, this, &form] {
        auto when = form.instantOf(at, past());
        if (!when)
            return alreadyBlamed();
        if (at->text().trimmed().isEmpty())
            when = timing::RoughInstant::exact(m_desk.clock().now());
        return run(incident::Stamp{Milestone(which->currentData().toInt()), *when,
                                   incident::Source::Manual, reason->text().trimmed()});
    });
    return show(form);
}

QString FormWriter::phase()
{
    using incident::Effect;
    FormDialog form(tr("Add a phase to the plan"), tr("Add it"), m_parent);
    form.explain(tr("It begins when the last planned phase ends, and is ended by itself."));
    const LineEdit *felt = form.addLine(tr("Users feel"), tr("some results are missing"));
    const LineEdit *parts =
        form.addLine(tr("Parts affected"), m_incident.components().join(u", "_s));
    const QComboBox *effect = form.addChoice(
        tr("Effect"), {{wording::words(Effect::Degraded), int(Effect::Degraded)},
                       {wording::words(Effect::Partial), int(Effect::Partial)},
                       {wording::words(Effect::ReadOnly), int(Effect::ReadOnly)},
                       {wording::words(Effect::Down), int(Effect::Down)},
                       {wording::words(Effect::MaintenanceMode), int(Effect::MaintenanceMode)},
                       {wording::words(Effect::None), int(Effect::None)}});
    const LineEdit *takes = form.addLine(tr("Takes at the most"), tr("an hour"));
    form.onSubmit([=, this, &form] {
        const auto length = form.lengthOf(takes);
        if (!length)
            return alreadyBlamed();
        workflow::NewPhase phase;
        phase.felt = felt->text().trimmed();
        phase.components = base::commaList(parts->text());
        phase.effect = Effect(effect->currentData().toInt());
        phase.expected = *length;
        return took(workflow::planPhase(m_desk, m_incident.id, phase));
    });
    return show(form);
}

} // namespace ui
