// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/factorwords.h"
#include "wording/listwords.h"
#include "wording/postmortemparts.h"
#include "wording/termwords.h"

#include <QCoreApplication>

namespace wording {

using namespace incident;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

QString partPlayed(FactorRole role)
{
    switch (role) {
    case FactorRole::Contributing:
        return Words::tr("contributed");
    case FactorRole::Latent:
        return Words::tr("lay dormant until then");
    case FactorRole::Mitigating:
        return Words::tr("kept it smaller");
    }
    return {};
}

} // namespace

PostmortemPart factorsPart(const Incident &incident)
{
    PostmortemPart part{Words::tr("Factors"), {}, {}};
    part.table.columns = {Words::tr("Factor"), Words::tr("Part it played")};
    const Cause &cause = incident.cause;
    if (!cause.trigger.isEmpty())
        part.table.rows.push_back({factorWords(cause.trigger), Words::tr("set it off")});
    for (const Factor &factor : cause.factors)
        part.table.rows.push_back({factorWords(factor.code), partPlayed(factor.role)});
    if (part.table.rows.empty())
        part.note = Words::tr("No factor was written down.");
    return part;
}

} // namespace wording
