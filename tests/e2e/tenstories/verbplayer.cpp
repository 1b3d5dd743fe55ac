// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verbplayer.h"

#include "incident/waiting.h"
#include "ledger/ledger.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace tenstories {

using namespace Qt::StringLiterals;
using base::toName;

namespace {

/// The options that are given, each with its value.
QStringList options(std::initializer_list<std::pair<QString, QString>> pairs)
{
    QStringList given;
    for (const auto &[name, value] : pairs) {
        if (!value.isEmpty())
            given << name << value;
    }
    return given;
}

} // namespace

VerbPlayer::VerbPlayer()
    : m_clock(clock("00:00"))
{}

QString VerbPlayer::play(const Step &step)
{
    m_clock.set(clock(step.at));
    return std::visit([this](const auto &deed) { return call(deed); }, step.deed);
}

Incident VerbPlayer::incident() const
{
    base::IdSource ids(m_clock);
    const auto ledger = ledger::Ledger::open(m_folder.path(), m_clock, ids);
    const auto id = ledger ? (*ledger)->resolveId(m_ref) : base::Result<QString>();
    return id ? (*ledger)->load(*id).value_or(Incident()) : Incident();
}

QString VerbPlayer::page() const
{
    return pageIn(m_folder.path());
}

QString VerbPlayer::run(const QStringList &arguments)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"STANDING_CLOCK"_s,
                       QString::number(m_clock.now().time_since_epoch().count()));
    environment.insert(u"LD_PRELOAD"_s, QStringLiteral(STANDING_CLOCK_LIBRARY));
    // A sanitizer wants to be loaded first; behind the clock it does as well.
    environment.insert(u"ASAN_OPTIONS"_s,
                       environment.value(u"ASAN_OPTIONS"_s) + u":verify_asan_link_order=0"_s);
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(WATCHKEEPER_BINARY),
                  arguments + QStringList{u"--data"_s, m_folder.path(), u"--json"_s});
    process.waitForFinished(-1);
    const QJsonObject answer = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    if (m_ref.isEmpty())
        m_ref = answer[u"ref"_s].toString();
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    return arguments.join(u' ') + u": "_s + QString::fromUtf8(process.readAllStandardError());
}

QString VerbPlayer::call(const Tell &deed)
{
    return run({u"incident"_s, u"open"_s, u"--retro"_s, deed.line, u"--title"_s, deed.title,
                u"--felt"_s, deed.felt, u"--parts"_s, deed.parts, u"--yes"_s});
}

QString VerbPlayer::call(const Open &deed)
{
    return run({u"incident"_s, u"open"_s, deed.title, u"--kind"_s, toName(deed.kind), u"--felt"_s,
                deed.felt, u"--parts"_s, deed.parts, u"--since"_s, deed.since});
}

QString VerbPlayer::call(const Plan &deed)
{
    return run(QStringList{u"maintenance"_s, u"plan"_s, deed.title} +
               options({{u"--felt"_s, deed.felt},
                        {u"--parts"_s, deed.parts},
                        {u"--from"_s, deed.from},
                        {u"--to"_s, deed.to},
                        {u"--takes"_s, deed.takes}}));
}

QString VerbPlayer::call(const Phase &deed)
{
    return run({u"maintenance"_s, u"add-phase"_s, m_ref, u"--effect"_s, toName(deed.effect),
                u"--felt"_s, deed.felt, u"--parts"_s, deed.parts, u"--takes"_s, deed.takes});
}

QString VerbPlayer::call(const Severity &deed)
{
    return run({u"incident"_s, u"severity"_s, m_ref, QString::number(deed.severity)});
}

QString VerbPlayer::call(const Blame &deed)
{
    QStringList arguments{u"incident"_s,           u"cause"_s, m_ref,
                          toName(deed.status),     deed.text,  u"--attribution"_s,
                          toName(deed.attribution)};
    arguments += options({{u"--provider"_s, deed.provider},
                          {u"--trigger"_s, deed.trigger},
                          {u"--reason"_s, deed.reason}});
    for (const QString &factor : deed.factors.split(u',', Qt::SkipEmptyParts))
        arguments << u"--factor"_s << factor.trimmed();
    return run(arguments);
}

QString VerbPlayer::call(const Mark &deed)
{
    return run(QStringList{u"incident"_s, u"stamp"_s, m_ref, toName(deed.milestone)} +
               options({{u"--at"_s, deed.at}}));
}

QString VerbPlayer::call(const Note &deed)
{
    return run({u"incident"_s, u"note"_s, m_ref, deed.text});
}

QString VerbPlayer::call(const Publish &deed)
{
    const QString next = deed.noNext ? u"none"_s : QString();
    return run(QStringList{u"post"_s, u"publish"_s, m_ref, u"--status"_s, toName(deed.status)} +
               options({{u"--next-update"_s, next}}));
}

QString VerbPlayer::call(const Undertake &deed)
{
    return run(QStringList{u"incident"_s, u"undertake"_s, m_ref, deed.quote, u"--kind"_s,
                           toName(deed.kind)} +
               options({{u"--due"_s, deed.due}, {u"--when"_s, deed.when}}));
}

QString VerbPlayer::call(const Settle &deed)
{
    for (const Promise &promise : incident().promises) {
        if (promise.quote == deed.quote)
            return run({u"incident"_s, u"promise"_s, m_ref, promise.id, toName(deed.status),
                        u"--reason"_s, deed.note});
    }
    return u"nobody promised “%1”"_s.arg(deed.quote);
}

QString VerbPlayer::call(const Tick &deed)
{
    return run({u"incident"_s, u"step"_s, m_ref, deed.step, u"done"_s, u"--reason"_s, deed.reason});
}

QString VerbPlayer::call(const Leave &deed)
{
    QStringList arguments{u"incident"_s, u"followup"_s,     m_ref,      deed.title,
                          u"--kind"_s,   toName(deed.kind), u"--due"_s, deed.due};
    if (deed.plan)
        arguments << u"--plan"_s;
    return run(arguments);
}

QString VerbPlayer::call(const Contact &deed)
{
    return run(QStringList{u"incident"_s, u"contact"_s, m_ref, deed.said, u"--by"_s,
                           toName(deed.channel)} +
               options({{u"--reference"_s, deed.reference}}));
}

QString VerbPlayer::call(const Answer &deed)
{
    for (const ProviderContact &contact : incident().contacts) {
        if (!incident::isWaiting(contact))
            continue;
        const QString failed =
            run({u"incident"_s, u"contact"_s, m_ref, deed.text, u"--answers"_s, contact.id});
        if (!failed.isEmpty())
            return failed;
    }
    return {};
}

QString VerbPlayer::call(const Start &)
{
    return run({u"maintenance"_s, u"start"_s, m_ref});
}

QString VerbPlayer::call(const EndPhase &)
{
    return run({u"maintenance"_s, u"phase"_s, m_ref});
}

QString VerbPlayer::call(const Finish &deed)
{
    return run(QStringList{u"maintenance"_s, u"finish"_s, m_ref} +
               options({{u"--reason"_s, deed.checked}}));
}

QString VerbPlayer::call(const Write &deed)
{
    return run({u"postmortem"_s, u"write"_s, m_ref, deed.section, deed.text});
}

QString VerbPlayer::call(const Export &)
{
    return run({u"postmortem"_s, u"export"_s, m_ref, u"--format"_s, u"html"_s, u"--to"_s,
                m_folder.filePath(u"postmortem.html"_s)});
}

QString VerbPlayer::call(const Advance &deed)
{
    return run({u"incident"_s, u"advance"_s, m_ref, toName(deed.state)});
}

QString VerbPlayer::call(const Close &deed)
{
    return run(QStringList{u"incident"_s, u"close"_s, m_ref} +
               options({{u"--reason"_s, deed.reason}}));
}

} // namespace tenstories
