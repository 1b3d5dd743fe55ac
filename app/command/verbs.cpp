// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/verbs.h"

#include <QCoreApplication>

namespace app {

using namespace Qt::StringLiterals;

namespace {

constexpr Verb table[] = {
    {"check", QT_TRANSLATE_NOOP("command", "look at one address once"), runCheck},
    {"watch", QT_TRANSLATE_NOOP("command", "watch and publish without a window"), runWatch},
    {"incident", QT_TRANSLATE_NOOP("command", "open, stamp, correct and close incidents"),
     runIncident},
    {"maintenance", QT_TRANSLATE_NOOP("command", "plan, start and finish work"), runMaintenance},
    {"post", QT_TRANSLATE_NOOP("command", "draft, preview and publish posts"), runPost},
    {"outbox", QT_TRANSLATE_NOOP("command", "what waits to be published"), runOutbox},
    {"site", QT_TRANSLATE_NOOP("command", "write the status page"), runSite},
    {"postmortem", QT_TRANSLATE_NOOP("command", "export a postmortem"), runPostmortem},
    {"history", QT_TRANSLATE_NOOP("command", "list and search incidents"), runHistory},
    {"store", QT_TRANSLATE_NOOP("command", "check, back up and restore the ledger"), runStore},
    {"rehearse", QT_TRANSLATE_NOOP("command", "the whole job on a practice service"), runRehearse,
     true},
    {"practice-service", QT_TRANSLATE_NOOP("command", "the service that the rehearsal breaks"),
     runPracticeService},
    {"self-test", QT_TRANSLATE_NOOP("command", "what works on this machine"), runSelfTest},
};

} // namespace

std::span<const Verb> verbs()
{
    return table;
}

const Verb *verbNamed(const QString &name)
{
    for (const Verb &verb : table) {
        if (name == QLatin1StringView(verb.name))
            return &verb;
    }
    return nullptr;
}

QString overview()
{
    QString text = QCoreApplication::translate(
        "command",
        "The incident console of the engineer on call. Without a verb it opens the window.");
    text += u"\n\n"_s + QCoreApplication::translate("command", "Verbs:");
    for (const Verb &verb : table) {
        text += u"\n  %1 %2"_s.arg(QLatin1StringView(verb.name), -12)
                    .arg(QCoreApplication::translate("command", verb.summary));
    }
    return text;
}

QString unknownVerb(const QString &name)
{
    return QCoreApplication::translate("command", "There is no verb “%1”.").arg(name);
}

} // namespace app
