// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/page.h"
#include "workflow/desk.h"

namespace workflow {

/// What the user chose of the looks of the status page. A logo that has gone is no logo.
[[nodiscard]] publish::Look siteLook(Desk &desk);

/// Each is checked before it is kept; empty takes the choice back. Errors: Input, Storage.
[[nodiscard]] base::Done setSiteAccent(settings::Settings &settings, const QString &colour);
[[nodiscard]] base::Done setSiteAccentDark(settings::Settings &settings, const QString &colour);
[[nodiscard]] base::Done setSiteBand(settings::Settings &settings, const QString &colour);
/// A tag of BCP 47, such as "en-GB". Errors: Input if no dates are known in that language.
[[nodiscard]] base::Done setSiteLanguage(settings::Settings &settings, const QString &tag);
/// Copies the image into the data folder, so that it stays when the file goes. Errors: Input if it
/// is not one that the page can show, Storage.
[[nodiscard]] base::Done setSiteLogo(settings::Settings &settings, const QString &dataDir,
                                     const QString &path);

} // namespace workflow
