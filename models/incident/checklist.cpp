// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "incident/checklist.h"

#include <algorithm>

namespace incident {

const ChecklistStep *Checklist::step(const QString &id) const
{
    const auto found = std::ranges::find(steps, id, &ChecklistStep::id);
    return found == steps.end() ? nullptr : &*found;
}

} // namespace incident
