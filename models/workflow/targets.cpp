// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/targets.h"

#include "base/promised.h"
#include "base/text.h"
#include "base/whenfinished.h"
#include "publish/limits.h"

#include <algorithm>

namespace workflow {

using namespace Qt::StringLiterals;
using base::Done;
using base::ErrorKind;
using base::Result;
using publish::TargetSpec;
using secret::Secret;

std::map<QString, QString> componentPairs(const QString &typed)
{
    std::map<QString, QString> pairs;
    for (const QString &entry : typed.split(u',')) {
        const qsizetype equals = entry.indexOf(u'=');
        if (equals > 0)
            pairs[entry.left(equals).trimmed()] = entry.mid(equals + 1).trimmed();
    }
    return pairs;
}

Targets::Targets(Desk &desk, Publishing &publishing, secret::Vault &vault,
                 std::map<QString, TargetKind> kinds)
    : m_desk(desk)
    , m_publishing(publishing)
    , m_vault(vault)
    , m_kinds(std::move(kinds))
{}

Done Targets::start()
{
    const auto targets = publish::targetsFromJson(m_desk.settings().get(settings::targets));
    if (!targets)
        return base::passOn(targets);
    for (const TargetSpec &target : *targets) {
        if (const auto kind = m_kinds.find(target.kind); kind != m_kinds.end())
            m_publishing.setPage(kind->second.make(target));
    }
    return {};
}

std::vector<TargetSpec> Targets::list() const
{
    return publish::targetsFromJson(m_desk.settings().get(settings::targets))
        .value_or(std::vector<TargetSpec>());
}

QStringList Targets::abilities(const TargetSpec &target) const
{
    const auto kind = m_kinds.find(target.kind);
    if (kind == m_kinds.end())
        return {};
    return publish::abilities(kind->second.make(target)->capabilities(), target.label);
}

Result<TargetSpec> Targets::named(const QString &name) const
{
    for (const TargetSpec &target : list()) {
        if (target.name == name)
            return target;
    }
    return base::fail(ErrorKind::NotFound, tr("There is no target “%1”.").arg(name));
}

Result<TargetSpec> Targets::specOf(const NewTarget &target) const
{
    const auto kind = m_kinds.find(target.kind);
    if (kind == m_kinds.end())
        return base::fail(
            ErrorKind::Input,
            tr("Posts cannot go to “%1”. Say wordpress, statuspage or cachet.").arg(target.kind));
    const auto address = kind->second.address(target.address);
    if (!address)
        return base::passOn(address);
    TargetSpec spec;
    spec.kind = target.kind;
    spec.address = *address;
    spec.user = target.user.trimmed();
    spec.label = base::oneLine(target.label, 40);
    if (spec.label.isEmpty())
        spec.label = address->host();
    spec.name = freeName(spec.label);
    spec.plainLoopback = target.plainLoopback;
    spec.category = target.category.trimmed();
    spec.components = target.components;
    return spec;
}

QString Targets::freeName(const QString &label) const
{
    static const QStringList ownTargets{u"site"_s, incident::importTarget};
    const auto targets = list();
    const QString wanted = base::slug(label);
    QString name = wanted;
    const auto taken = [&] {
        return ownTargets.contains(name) ||
               std::ranges::find(targets, name, &TargetSpec::name) != targets.end();
    };
    for (int number = 2; taken(); ++number)
        name = wanted + u'-' + QString::number(number);
    return name;
}

QFuture<Result<TestedTarget>> Targets::test(const NewTarget &target)
{
    const auto spec = specOf(target);
    if (!spec)
        return base::ready(Result<TestedTarget>(base::passOn(spec)));
    return m_kinds.at(spec->kind).test(*spec, target.password);
}

QFuture<Result<TestedTarget>> Targets::testStored(const QString &name)
{
    const auto spec = named(name);
    if (!spec || !m_kinds.contains(spec->kind))
        return base::ready(Result<TestedTarget>(base::passOn(spec)));
    const auto answer = base::promised<Result<TestedTarget>>();
    base::whenFinished(this, m_vault.read(publish::secretKey(*spec)),
                       [this, spec = *spec, answer](const Result<Secret> &password) {
                           if (!password)
                               return base::keep(*answer,
                                                 Result<TestedTarget>(base::passOn(password)));
                           base::whenFinished(this, m_kinds.at(spec.kind).test(spec, *password),
                                              [answer](const Result<TestedTarget> &tested) {
                                                  base::keep(*answer, tested);
                                              });
                       });
    return answer->future();
}

QFuture<Result<TestedTarget>> Targets::add(const NewTarget &target)
{
    const auto spec = specOf(target);
    if (!spec)
        return base::ready(Result<TestedTarget>(base::passOn(spec)));
    const auto answer = base::promised<Result<TestedTarget>>();
    tryAndKeep(*spec, target.password, target.keep, answer);
    return answer->future();
}

QFuture<Result<TestedTarget>> Targets::changePassword(const QString &name, const Secret &password,
                                                      secret::Keep keep)
{
    const auto spec = named(name);
    if (!spec || !m_kinds.contains(spec->kind))
        return base::ready(Result<TestedTarget>(base::passOn(spec)));
    const auto answer = base::promised<Result<TestedTarget>>();
    tryAndKeep(*spec, password, keep, answer);
    return answer->future();
}

void Targets::tryAndKeep(const TargetSpec &spec, const Secret &password, secret::Keep keep,
                         const Answer &answer)
{
    base::whenFinished(
        this, m_kinds.at(spec.kind).test(spec, password),
        [this, password, keep, answer](const Result<TestedTarget> &tested) {
            if (!tested)
                return base::keep(*answer, tested);
            const QString key = publish::secretKey(tested->target);
            base::whenFinished(
                this, m_vault.keep(key, password, keep), [this, tested, answer](const Done &kept) {
                    const Done done = kept ? putInUse(tested->target) : kept;
                    base::keep(*answer, done ? tested : Result<TestedTarget>(base::passOn(done)));
                });
        });
}

Done Targets::putInUse(const TargetSpec &spec)
{
    auto targets = list();
    const auto known = std::ranges::find(targets, spec.name, &TargetSpec::name);
    if (known == targets.end())
        targets.push_back(spec);
    else
        *known = spec;
    if (const Done done = store(std::move(targets)); !done)
        return done;
    m_publishing.setPage(m_kinds.at(spec.kind).make(spec));
    m_publishing.outbox().trustAgain(spec.name);
    emit changed();
    return {};
}

QFuture<Done> Targets::remove(const QString &name)
{
    const auto spec = named(name);
    if (!spec)
        return base::ready(Done(base::passOn(spec)));
    auto targets = list();
    std::erase_if(targets, [&](const TargetSpec &target) { return target.name == name; });
    if (const Done done = store(std::move(targets)); !done)
        return base::ready(done);
    m_publishing.dropPage(name);
    emit changed();
    return m_vault.forget(publish::secretKey(*spec));
}

Done Targets::store(std::vector<TargetSpec> targets)
{
    return m_desk.settings().set(settings::targets, publish::toJson(targets));
}

} // namespace workflow
