// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/retrospective.h"
#include "app/command/incidentjson.h"
#include "app/command/incidentverbs.h"
#include "app/command/words.h"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <QJsonArray>
#include <QTextStream>
#include <string>
#include <unistd.h>

namespace app {

using namespace Qt::StringLiterals;

namespace {

void showRows(const Invocation &call, const entry::Form &form)
{
    const auto rows = form.rows();
    qsizetype names = 0;
    qsizetype words = 0;
    for (const entry::Row &row : rows) {
        names = std::max(names, row.name.size());
        words = std::max(words, row.words.size());
    }
    for (const entry::Row &row : rows) {
        const QString line = u"%1  %2  %3"_s.arg(row.name, -int(names))
                                 .arg(row.words, -int(words))
                                 .arg(row.absolute);
        call.say(u"  "_s + line.trimmed());
    }
    if (const QString sum = form.sum(); !sum.isEmpty())
        call.say(u"  "_s + sum);
}

/// The line with marks under the words that are meant.
void pointAt(const Invocation &call, const entry::Form &form, const entry::Stretch &where)
{
    call.say(u"  "_s + form.line());
    call.say(u"  "_s + QString(where.at, u' ') +
             QString(std::max<qsizetype>(where.length, 1), u'^'));
}

void showOpenQuestions(const Invocation &call, const entry::Form &form)
{
    for (const entry::Question &question : form.entry().questions) {
        pointAt(call, form, question.where);
        QStringList choices;
        for (const entry::Choice &choice : question.choices)
            choices << entry::answered(form.line(), question, choice);
        call.say(u"  "_s + question.sentence);
        for (const QString &choice : choices)
            call.say(u"    "_s + Words::tr("write: %1").arg(choice));
    }
    for (const entry::Leftover &leftover : form.entry().leftovers) {
        pointAt(call, form, leftover.where);
        call.say(u"  "_s + Words::tr("This is not understood."));
    }
}

QJsonObject understoodJson(const entry::Form &form)
{
    QJsonArray rows;
    for (const entry::Row &row : form.rows())
        rows.append(QJsonObject{
            {u"field"_s, row.name}, {u"words"_s, row.words}, {u"absolute"_s, row.absolute}});
    QJsonArray questions;
    for (const entry::Question &question : form.entry().questions) {
        QJsonArray choices;
        for (const entry::Choice &choice : question.choices)
            choices.append(entry::answered(form.line(), question, choice));
        questions.append(QJsonObject{{u"at"_s, question.where.at},
                                     {u"length"_s, question.where.length},
                                     {u"question"_s, question.sentence},
                                     {u"lines"_s, choices}});
    }
    QJsonArray leftovers;
    for (const entry::Leftover &leftover : form.entry().leftovers)
        leftovers.append(QJsonObject{{u"at"_s, leftover.where.at}, {u"words"_s, leftover.words}});
    return {{u"stored"_s, false},
            {u"understood"_s, rows},
            {u"questions"_s, questions},
            {u"not_understood"_s, leftovers}};
}

bool confirmed()
{
    std::fputs(qPrintable(Words::tr("Store this? [y/N] ")), stdout);
    std::fflush(stdout);
    std::string answer;
    std::getline(std::cin, answer);
    const QString typed = QString::fromStdString(answer).trimmed().toLower();
    return typed == "y"_L1 || typed == "yes"_L1 || typed == Words::tr("y") ||
           typed == Words::tr("yes");
}

} // namespace

int openRetrospective(Invocation &call, const Options &options, const entry::Details &details)
{
    const auto place = Workplace::open(call.dataDir());
    if (!place)
        return call.fail(place.error());
    workflow::Desk &desk = (*place)->desk();
    entry::Form form(pastOf(desk));
    form.setLine(options.get(u"retro"_s));
    showRows(call, form);
    if (!form.entry().isClear()) {
        showOpenQuestions(call, form);
        call.answer(understoodJson(form));
        const auto refused = form.command(details);
        return call.fail(
            refused ? base::Error{base::ErrorKind::Input,
                                  Words::tr("Nothing was stored: say when it was and how long it "
                                            "took, for example “13:45 for 20m”."),
                                  {},
                                  {}}
                    : refused.error());
    }
    if (details.title.trimmed().isEmpty()) {
        return call.fail({base::ErrorKind::Input,
                          Words::tr("Nothing was stored: say what was wrong, with --title."),
                          {},
                          {}});
    }
    if (!options.has(u"yes"_s)) {
        const bool canAsk = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) && !call.json();
        if (!canAsk || !confirmed()) {
            call.answer(understoodJson(form));
            return call.fail({base::ErrorKind::Refused,
                              canAsk ? Words::tr("Nothing was stored.")
                                     : Words::tr("Nothing was stored: look at what was understood, "
                                                 "then add --yes."),
                              {},
                              {}});
        }
    }
    return reportIncident(call, workflow::storeRetrospective(desk, form, details));
}

} // namespace app
