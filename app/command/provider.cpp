// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/awaited.h"
#include "app/command/incidentjson.h"
#include "app/command/options.h"
#include "app/command/verbs.h"
#include "app/command/words.h"
#include "app/composition/workplace.h"
#include "base/commalist.h"
#include "timing/zone.h"
#include "wording/clockwords.h"
#include "wording/standing.h"
#include "wording/termwords.h"
#include "wording/timewords.h"
#include "workflow/providers.h"
#include "workflow/upstreambook.h"
#include "workflow/upstreams.h"

#include <QJsonArray>
#include <QJsonObject>

namespace app {

using namespace Qt::StringLiterals;
using upstream::Spec;

namespace {

QJsonObject toObject(const Spec &spec)
{
    QJsonObject object = upstream::toJson(spec);
    object.remove(u"kind"_s);
    object.remove(u"id"_s);
    return object;
}

QJsonObject toObject(const workflow::ProviderWord &word)
{
    return {{u"incident"_s, word.ref},
            {u"at"_s, instantJson(word.contact.at)},
            {u"author"_s, word.author},
            {u"channel"_s, base::toName(word.contact.channel)},
            {u"who"_s, word.contact.who},
            {u"said"_s, word.contact.said},
            {u"reference"_s, word.contact.reference},
            {u"answer"_s, word.contact.answer},
            {u"chase_at"_s, word.chase ? QJsonValue(timing::isoUtc(*word.chase)) : QJsonValue()}};
}

QJsonObject toObject(const workflow::ProviderCase &one)
{
    QJsonObject object = toJson(one.summary);
    object.insert(u"cause_status"_s, base::toName(one.cause));
    return object;
}

int list(Invocation &call)
{
    Options options(call, Words::tr("Lists those that our service stands on."));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    QJsonArray answer;
    for (const Spec &spec : workflow::providersOf((*place)->desk())) {
        call.say(u"%1  %2  %3"_s.arg(spec.name, spec.components.join(u", "_s),
                                     spec.addresses.join(u' ')));
        answer.append(toObject(spec));
    }
    if (answer.isEmpty())
        call.say(Words::tr("No provider is recorded. Add one with: watchkeeper "
                           "provider set NAME"));
    call.answer(answer);
    return Done;
}

void sayRecord(const Invocation &call, const Spec &spec)
{
    call.say(spec.name);
    const auto line = [&](const QString &label, const QString &value) {
        if (!value.isEmpty())
            call.say(u"  %1  %2"_s.arg(label, -14).arg(value));
    };
    line(Words::tr("status page"), spec.addresses.join(u' '));
    line(Words::tr("stands on it"), spec.components.join(u", "_s));
    for (const provider::Contact &contact : spec.contacts)
        line(Words::tr("contact"), provider::textOf(contact));
    line(Words::tr("they ask for"), spec.customer);
    line(Words::tr("worth knowing"), spec.note);
    line(Words::tr("once called"), spec.formerNames.join(u", "_s));
}

void sayHistory(const Invocation &call, const workflow::Desk &desk,
                const workflow::ProviderHistory &history)
{
    const base::Instant now = desk.clock().now();
    const wording::Reader reader{desk.zone(), now, true};
    for (const auto &[summary, cause] : history.cases)
        call.say(u"  %1  %2  %3"_s.arg(summary.ref, -14)
                     .arg(wording::standing(summary.state, cause), summary.title));
    for (const workflow::ProviderWord &word : history.words) {
        const incident::ProviderContact &contact = word.contact;
        QStringList parts{wording::timeWords(contact.at, reader, wording::TimeForm::Plain),
                          word.ref,
                          word.author,
                          wording::words(contact.channel),
                          contact.who,
                          contact.said,
                          contact.reference,
                          contact.answer};
        if (word.chase)
            parts << wording::dueMoment(*word.chase, now, desk.zone());
        parts.removeAll(QString());
        call.say(u"  "_s + parts.join(u" · "_s));
    }
}

template <class T>
QJsonArray arrayOf(const std::vector<T> &values)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(toObject(value));
    return array;
}

int show(Invocation &call)
{
    Options options(call, Words::tr("Shows a provider: whom to ask, its incidents, and every word "
                                    "with it."));
    options.positional(Words::tr("name"), Words::tr("as “provider list” shows it"))
        .flag(u"now"_s, Words::tr("ask its status page too"));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    workflow::Desk &desk = (*place)->desk();
    Spec spec;
    spec.name = options.argument(0);
    spec.kind = upstream::Kind::Provider;
    const auto known = workflow::providerNamed(desk, spec.name);
    if (known)
        spec = *known;
    const auto history = workflow::historyOf(desk, spec);
    if (!history)
        return call.fail(history.error());
    if (!known && history->cases.empty() && history->words.empty()) {
        return call.fail({base::ErrorKind::NotFound,
                          Words::tr("There is no provider “%1”. See them all with: watchkeeper "
                                    "provider list")
                              .arg(spec.name),
                          {},
                          {}});
    }
    QJsonObject answer = toObject(spec);
    sayRecord(call, spec);
    if (options.has(u"now"_s)) {
        const auto says = awaited((*place)->upstreams().test(spec));
        if (!says)
            return call.fail(says.error());
        call.say(u"  "_s + *says);
        answer.insert(u"now"_s, *says);
    }
    sayHistory(call, desk, *history);
    answer.insert(u"incidents"_s, arrayOf(history->cases));
    answer.insert(u"words"_s, arrayOf(history->words));
    call.answer(answer);
    return Done;
}

base::Done take(const Options &options, Spec &spec)
{
    if (options.has(u"rename"_s))
        spec.name = options.get(u"rename"_s).trimmed();
    if (options.has(u"page"_s))
        spec.addresses = options.get(u"page"_s).split(u' ', Qt::SkipEmptyParts);
    if (options.has(u"parts"_s))
        spec.components = base::commaList(options.get(u"parts"_s));
    if (options.has(u"customer"_s))
        spec.customer = options.get(u"customer"_s);
    if (options.has(u"note"_s))
        spec.note = options.get(u"note"_s);
    if (!options.has(u"contact"_s))
        return {};
    spec.contacts.clear();
    for (const QString &typed : options.all(u"contact"_s)) {
        if (typed.trimmed().isEmpty())
            continue;
        const auto contact = provider::contactFromText(typed);
        if (!contact)
            return base::passOn(contact);
        spec.contacts.push_back(*contact);
    }
    return {};
}

int set(Invocation &call)
{
    Options options(call,
                    Words::tr("Adds a provider, or changes what is kept about it. What is not "
                              "named stays as it is; an empty value takes it out."));
    options.positional(Words::tr("name"), Words::tr("what it is called here"))
        .value(u"page"_s, Words::tr("address of its status page, or of its feed"))
        .value(u"parts"_s, Words::tr("what stands on it, separated by commas"))
        .value(u"contact"_s, Words::tr("“phone: +49 30 1234, Support desk”; may "
                                       "be repeated, and replaces all"))
        .value(u"customer"_s, Words::tr("what they ask for: an account or a contract"))
        .value(u"note"_s, Words::tr("what is worth knowing before one calls"))
        .value(u"rename"_s, Words::tr("its new name; older incidents keep the old one"));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    workflow::Desk &desk = (*place)->desk();
    Spec spec;
    spec.name = options.argument(0).trimmed();
    if (const auto known = workflow::providerNamed(desk, spec.name))
        spec = *known;
    spec.kind = upstream::Kind::Provider;
    if (spec.id.isEmpty())
        spec.id = desk.newId();
    if (const base::Done taken = take(options, spec); !taken)
        return call.fail(taken.error());
    if (const base::Done kept = workflow::UpstreamBook(desk.settings()).put(spec); !kept)
        return call.fail(kept.error());
    sayRecord(call, spec);
    call.answer(toObject(spec));
    return Done;
}

int remove(Invocation &call)
{
    Options options(call, Words::tr("Takes a provider out of the record. Incidents keep what they "
                                    "know of it."));
    options.positional(Words::tr("name"), Words::tr("as “provider list” shows it"));
    if (const auto over = options.read())
        return *over;
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    workflow::Desk &desk = (*place)->desk();
    const auto known = workflow::providerNamed(desk, options.argument(0));
    const base::Done removed =
        workflow::UpstreamBook(desk.settings()).remove(known ? known->id : QString());
    if (!removed)
        return call.fail(removed.error());
    call.say(Words::tr("Removed."));
    return Done;
}

constexpr SubVerb subVerbs[] = {{"list", list}, {"show", show}, {"set", set}, {"remove", remove}};

} // namespace

int runProvider(Invocation &call)
{
    return dispatch(call, subVerbs);
}

} // namespace app
