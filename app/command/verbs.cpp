// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/verbs.h"
#include "app/command/words.h"

namespace app {

using namespace Qt::StringLiterals;

namespace {

constexpr Verb table[] = {
    {"check", QT_TRANSLATE_NOOP("app", "look at one address once"), runCheck},
    {"watch", QT_TRANSLATE_NOOP("app", "watch and publish without a window"), runWatch},
    {"metrics", QT_TRANSLATE_NOOP("app", "read expositions, ask a Prometheus"), runMetrics},
    {"mark", QT_TRANSLATE_NOOP("app", "mark that something was deployed"), runMark},
    {"changes", QT_TRANSLATE_NOOP("app", "what was changed lately"), runChanges},
    {"provider", QT_TRANSLATE_NOOP("app", "whom our service stands on, and what they said"),
     runProvider},
    {"incident", QT_TRANSLATE_NOOP("app", "open, stamp, correct and close incidents"), runIncident},
    {"maintenance", QT_TRANSLATE_NOOP("app", "plan, start and finish work"), runMaintenance},
    {"post", QT_TRANSLATE_NOOP("app", "draft, preview and publish posts"), runPost},
    {"outbox", QT_TRANSLATE_NOOP("app", "what waits to be published"), runOutbox},
    {"target", QT_TRANSLATE_NOOP("app", "where posts go beside the status page"), runTarget},
    {"login", QT_TRANSLATE_NOOP("app", "who we are at the servers that are asked"), runLogin},
    {"network", QT_TRANSLATE_NOOP("app", "the proxy, and whom to trust"), runNetwork},
    {"site", QT_TRANSLATE_NOOP("app", "write the status page"), runSite},
    {"postmortem", QT_TRANSLATE_NOOP("app", "write, review and export a postmortem"), runPostmortem,
     false, true},
    {"history", QT_TRANSLATE_NOOP("app", "list and search incidents"), runHistory},
    {"read", QT_TRANSLATE_NOOP("app", "the facts that a reader takes from a post"), runRead},
    {"import", QT_TRANSLATE_NOOP("app", "history from old posts and feeds"), runImport},
    {"store", QT_TRANSLATE_NOOP("app", "check, back up and restore the ledger"), runStore},
    {"rehearse", QT_TRANSLATE_NOOP("app", "the whole job on a practice service"), runRehearse,
     true},
    {"practice-service", QT_TRANSLATE_NOOP("app", "the service that the rehearsal breaks"),
     runPracticeService},
    {"self-test", QT_TRANSLATE_NOOP("app", "what works on this machine"), runSelfTest},
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
    QString text = Words::tr(
        "The incident console of the engineer on call. Without a verb it opens the window.");
    text += u"\n\n"_s + Words::tr("Verbs:");
    for (const Verb &verb : table) {
        text += u"\n  %1 %2"_s.arg(QLatin1StringView(verb.name), -12).arg(Words::tr(verb.summary));
    }
    return text;
}

QString unknownVerb(const QString &name)
{
    return Words::tr("There is no verb “%1”.").arg(name);
}

QString noDisplay()
{
    return Words::tr(
        "There is no display to open the window on. Set DISPLAY or WAYLAND_DISPLAY, or "
        "use a verb: watchkeeper --help lists them.");
}

} // namespace app
