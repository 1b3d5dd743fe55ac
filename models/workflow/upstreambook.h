// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings/settings.h"
#include "upstream/spec.h"

#include <vector>

namespace workflow {

/// The list of servers that watch for us, as it is kept in the settings.
class UpstreamBook
{
public:
    explicit UpstreamBook(settings::Settings &settings)
        : m_settings(settings)
    {}

    /// One entry each, with an error in the place of one that cannot be used.
    [[nodiscard]] std::vector<base::Result<upstream::Spec>> load() const;
    /// Entries that cannot be used stay as they are until somebody mends them.
    [[nodiscard]] base::Done save(const std::vector<upstream::Spec> &specs);
    /// Those that can be used.
    [[nodiscard]] std::vector<upstream::Spec> usable() const;
    /// Adds it, or puts it in the place of the one with its id; a provider goes on being found by
    /// its old name. Refused if it is not complete, or another one has its name.
    [[nodiscard]] base::Done put(upstream::Spec spec);
    /// NotFound if there is none with this id.
    [[nodiscard]] base::Done remove(const QString &id);

private:
    settings::Settings &m_settings;
};

} // namespace workflow
