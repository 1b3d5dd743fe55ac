// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/upstreambook.h"

#include <algorithm>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace workflow {

using base::Done;
using upstream::Spec;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(workflow::UpstreamBook)
};

} // namespace

std::vector<base::Result<upstream::Spec>> UpstreamBook::load() const
{
    std::vector<base::Result<upstream::Spec>> specs;
    const auto stored = QJsonDocument::fromJson(m_settings.get(settings::upstreams)).array();
    for (const QJsonValue &entry : stored)
        specs.push_back(upstream::specFromJson(entry.toObject()));
    return specs;
}

base::Done UpstreamBook::save(const std::vector<upstream::Spec> &specs)
{
    QJsonArray stored;
    for (const upstream::Spec &spec : specs)
        stored.append(upstream::toJson(spec));
    const auto before = QJsonDocument::fromJson(m_settings.get(settings::upstreams)).array();
    for (const QJsonValue &entry : before) {
        if (!upstream::specFromJson(entry.toObject()))
            stored.append(entry);
    }
    return m_settings.set(settings::upstreams,
                          QJsonDocument(stored).toJson(QJsonDocument::Compact));
}

std::vector<Spec> UpstreamBook::usable() const
{
    std::vector<Spec> specs;
    for (const base::Result<Spec> &spec : load()) {
        if (spec)
            specs.push_back(*spec);
    }
    return specs;
}

Done UpstreamBook::put(Spec spec)
{
    if (const Done complete = upstream::validate(spec); !complete)
        return complete;
    std::vector<Spec> specs = usable();
    const bool isTaken = std::ranges::any_of(specs, [&](const Spec &other) {
        return other.id != spec.id && other.name.compare(spec.name, Qt::CaseInsensitive) == 0;
    });
    if (isTaken) {
        return base::fail(
            base::ErrorKind::Conflict,
            Words::tr("There is a server called %1 already. Choose another name.").arg(spec.name));
    }
    const auto known = std::ranges::find(specs, spec.id, &Spec::id);
    if (known == specs.end()) {
        specs.push_back(spec);
        return save(specs);
    }
    if (spec.kind == upstream::Kind::Provider && !upstream::isCalled(spec, known->name))
        spec.formerNames.append(known->name);
    *known = spec;
    return save(specs);
}

Done UpstreamBook::remove(const QString &id)
{
    std::vector<Spec> specs = usable();
    if (std::erase_if(specs, [&](const Spec &spec) { return spec.id == id; }) == 0) {
        return base::fail(base::ErrorKind::NotFound,
                          Words::tr("There is no such server. It may have been removed."));
    }
    return save(specs);
}

} // namespace workflow
