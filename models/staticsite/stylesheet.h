// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/page.h"

#include <QByteArray>

namespace staticsite {

/// The site's own style, with the user's colours behind it. Colours that are none are left out.
[[nodiscard]] QByteArray styleSheet(const publish::Look &look);

/// Eight characters that change with what the assets hold, so that no browser shows a new page in
/// an old style.
[[nodiscard]] QString assetMark(const publish::Look &look);

} // namespace staticsite
