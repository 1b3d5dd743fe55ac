// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/upstreambook.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace workflow {

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

} // namespace workflow
