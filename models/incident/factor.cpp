// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/factor.h"

namespace incident {

using namespace Qt::StringLiterals;

QStringList factorCodes()
{
    return {
        u"change.deploy"_s,          u"change.config"_s,  operatorChange,
        u"change.maintenance_job"_s, u"load.capacity"_s,  u"fault.software"_s,
        u"fault.data_index"_s,       u"fault.hardware"_s, u"network.routing"_s,
        u"provider.infra"_s,         u"security"_s,       u"unknown"_s,
    };
}

std::optional<Factor> factorFromText(QStringView text)
{
    const QString typed = text.trimmed().toString();
    const auto role = base::fromName<FactorRole>(typed.section(u':', 0, 0).trimmed());
    if (!role)
        return std::nullopt;
    return Factor{typed.section(u':', 1).trimmed(), *role};
}

QString factorText(const Factor &factor)
{
    return base::toName(factor.role) + u':' + factor.code;
}

} // namespace incident
