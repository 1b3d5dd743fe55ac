// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/command/namedincident.h"

#include "app/command/incidentjson.h"
#include "wording/termwords.h"

namespace app {

using namespace Qt::StringLiterals;

base::Result<NamedIncident> namedIncident(const Invocation &call, const QString &name)
{
    auto place = Workplace::open(call.dataDir());
    if (!place)
        return base::passOn(place);
    auto id = (*place)->ledger().resolveId(name);
    if (!id)
        return base::passOn(id);
    return NamedIncident{std::move(*place), *id};
}

int reportIncident(const Invocation &call, const base::Result<incident::Incident> &changed)
{
    if (!changed)
        return call.fail(changed.error());
    call.say(u"%1  %2  %3"_s.arg(changed->ref, wording::words(changed->state), changed->title));
    call.answer(toJson(*changed));
    return Done;
}

} // namespace app
