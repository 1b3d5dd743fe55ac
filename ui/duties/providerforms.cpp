// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/waiting.h"
#include "ui/duties/choices.h"
#include "ui/duties/formdialog.h"
#include "ui/duties/formwriter.h"
#include "ui/widget/lineedit.h"
#include "workflow/providers.h"

/// Trouble of those that our service stands on: whose it is, and what they say.
namespace ui {

using namespace Qt::StringLiterals;
using incident::Attribution;
using incident::CauseStatus;
using incident::Channel;
using incident::ProviderContact;

namespace {

/// "Support desk · +49 30 1234"
QString wordsOf(const provider::Contact &contact)
{
    const QString how = u"%1 · %2"_s.arg(wording::words(contact.channel), contact.address);
    return contact.name.isEmpty() ? how : u"%1 · %2"_s.arg(contact.name, how);
}

/// Those that stand in the record, by their place in it.
Choices contactChoices(const upstream::Spec &record)
{
    Choices choices{{FormWriter::tr("somebody else"), -1}};
    for (std::size_t i = 0; i < record.contacts.size(); ++i)
        choices.append({wordsOf(record.contacts[i]), int(i)});
    return choices;
}

} // namespace

QString FormWriter::provider()
{
    const incident::Cause &known = m_incident.cause;
    FormDialog form(tr("It is our provider"), tr("State it"), m_parent);
    form.explain(tr("Whose it is and what is known of the cause stand apart from the state: it can "
                    "be restored and still wait for an explanation."));
    Choices providers;
    for (const upstream::Spec &record : workflow::providersOf(m_desk))
        providers.append({record.name, record.name});
    const auto current = workflow::providerNamed(m_desk, known.provider);
    providers.append({tr("another one"), QString()});
    QComboBox *which = form.addChoice(tr("Provider"), providers);
    LineEdit *name = form.addLine(tr("Its name"), tr("unnamed host"), tr("if it is another one"));
    if (current)
        choose(which, current->name);
    else if (!known.provider.isEmpty())
        choose(which, QString());
    name->setText(current ? QString() : known.provider);
    QComboBox *whose =
        form.addChoice(tr("Whose it is"), {{tr("theirs alone"), int(Attribution::Provider)},
                                           {tr("theirs and ours"), int(Attribution::Shared)}});
    choose(whose, int(known.attribution));
    QComboBox *status = form.addChoice(
        tr("The cause"),
        choicesOf({CauseStatus::AwaitingProvider, CauseStatus::Suspected, CauseStatus::Confirmed}));
    choose(status, int(known.status));
    LineEdit *text = form.addLine(tr("What it is"), tr("as readers may know it"));
    text->setText(known.text);
    form.onSubmit([=, this] {
        incident::Cause stated = known;
        const QString chosen = which->currentData().toString();
        stated.provider = chosen.isEmpty() ? name->text().trimmed() : chosen;
        stated.attribution = Attribution(whose->currentData().toInt());
        stated.status = CauseStatus(status->currentData().toInt());
        stated.text = text->text().trimmed();
        return run(incident::StateCause{stated, m_incident.causeReason});
    });
    return show(form);
}

QString FormWriter::contact()
{
    FormDialog form(tr("A word with the provider"), tr("Log it"), m_parent);
    const QString named = m_incident.cause.provider;
    const LineEdit *provider =
        form.addLine(tr("Provider"), named.isEmpty() ? tr("unnamed host") : named);
    const auto record = workflow::providerNamed(m_desk, named);
    QComboBox *whom = nullptr;
    if (record && !record->contacts.empty())
        whom = form.addChoice(tr("Known contacts"), contactChoices(*record));
    QComboBox *channel =
        form.addChoice(tr("By"), choicesOf({Channel::Phone, Channel::Ticket, Channel::Chat,
                                            Channel::Mail, Channel::StatusPage, Channel::Other}));
    LineEdit *who = form.addLine(tr("With whom"), tr("may stay empty"));
    if (whom) {
        const auto take = [=, contacts = record->contacts](int index) {
            const int place = whom->itemData(index).toInt();
            if (place < 0)
                return;
            choose(channel, int(contacts[std::size_t(place)].channel));
            who->setText(contacts[std::size_t(place)].name);
        };
        QObject::connect(whom, &QComboBox::currentIndexChanged, &form, take);
        whom->setCurrentIndex(1);
    }
    const LineEdit *said = form.addLine(tr("What was said"), tr("they look into it"));
    const LineEdit *reference = form.addLine(tr("Ticket or address"), tr("#4711"));
    const LineEdit *at = form.addTime(tr("When"), past(), tr("now"), tr("16:08, 10 min ago"));
    const LineEdit *chase = form.addTime(tr("Ask again"), ahead(), tr("in 30 min"),
                                         tr("empty: as the checklist has it"));
    form.onSubmit([=, this, &form] {
        const auto when = form.instantOf(at, past());
        const auto again = form.instantOf(chase, ahead());
        if (!when || !again)
            return alreadyBlamed();
        ProviderContact logged;
        logged.id = m_desk.newId();
        logged.provider = provider->text().trimmed();
        logged.channel = Channel(channel->currentData().toInt());
        logged.who = who->text().trimmed();
        logged.said = said->text().trimmed();
        logged.reference = reference->text().trimmed();
        logged.at = *when;
        logged.chaseAt = *again;
        return run(incident::LogContact{logged});
    });
    return show(form);
}

QString FormWriter::answer()
{
    FormDialog form(tr("What the provider answered"), tr("Log it"), m_parent);
    Choices waiting;
    for (const ProviderContact &contact : m_incident.contacts) {
        if (incident::isWaiting(contact)) {
            waiting.append({tr("%1, %2: %3")
                                .arg(contact.provider, wording::words(contact.channel),
                                     contact.said.isEmpty() ? contact.reference : contact.said),
                            contact.id});
        }
    }
    const QComboBox *contact = form.addChoice(tr("Asked"), waiting);
    const LineEdit *text = form.addLine(tr("The answer"), tr("or why none is waited for"));
    form.onSubmit([=, this] {
        return run(incident::LogAnswer{contact->currentData().toString(), text->text().trimmed()});
    });
    return show(form);
}

} // namespace ui
