// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/postpromises.h"

#include "app/command/words.h"
#include "incident/vocabulary.h"

#include <QJsonObject>

namespace app {

using namespace Qt::StringLiterals;
using workflow::Undertaking;

namespace {

/// The words of the one with this number.
base::Result<QString> quoteOf(const std::vector<Undertaking> &promises, const QString &typed)
{
    bool isNumber = false;
    const int number = typed.trimmed().toInt(&isNumber);
    if (!isNumber || number < 1 || number > int(promises.size())) {
        return base::fail(base::ErrorKind::Input,
                          Words::tr("The text has no promise %1. See “post preview” for their "
                                    "numbers.")
                              .arg(typed.trimmed()));
    }
    return promises[std::size_t(number - 1)].promise.quote;
}

QString standing(const workflow::Compose &compose, const Undertaking &undertaking)
{
    if (undertaking.isDropped)
        return Words::tr("dropped");
    const QString due = compose.dueWords(undertaking.promise);
    return due.isEmpty() ? Words::tr("no date") : due;
}

} // namespace

void addPromiseOptions(Options &options)
{
    options.value(u"no-promise"_s, Words::tr("number of a promise in the text that is none"))
        .value(u"promise-due"_s, Words::tr("when a promise in the text falls due: “1: tomorrow "
                                           "10:00”"));
}

base::Done choosePromises(workflow::Compose &compose, const Options &options)
{
    // The numbers are those that were shown: of the promises as they are before the first change.
    const std::vector<Undertaking> promises = compose.undertakings();
    for (const QString &number : options.all(u"no-promise"_s)) {
        const auto quote = quoteOf(promises, number);
        if (!quote)
            return base::passOn(quote);
        compose.dropPromise(*quote, true);
    }
    for (const QString &typed : options.all(u"promise-due"_s)) {
        const auto quote = quoteOf(promises, typed.section(u':', 0, 0));
        if (!quote)
            return base::passOn(quote);
        compose.datePromise(*quote, typed.section(u':', 1).trimmed());
        compose.dropPromise(*quote, false);
    }
    return {};
}

QJsonArray showPromises(const Invocation &call, const workflow::Compose &compose)
{
    QJsonArray answer;
    for (const Undertaking &undertaking : compose.undertakings()) {
        const incident::Promise &promise = undertaking.promise;
        if (answer.isEmpty())
            call.say(u'\n' + Words::tr("It promises:"));
        call.say(u"%1. “%2” [%3]"_s.arg(QString::number(answer.size() + 1), promise.quote,
                                        standing(compose, undertaking)));
        answer.append(QJsonObject{{u"number"_s, answer.size() + 1},
                                  {u"quote"_s, promise.quote},
                                  {u"kind"_s, base::toName(promise.kind)},
                                  {u"due"_s, compose.dueWords(promise)},
                                  {u"dropped"_s, undertaking.isDropped}});
    }
    return answer;
}

} // namespace app
