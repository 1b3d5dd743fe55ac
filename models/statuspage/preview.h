// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publish/statuspage.h"

#include <map>

namespace statuspage {

/// `update` is one of the thread's; `ids` of the mapped components by our names. Pure.
[[nodiscard]] publish::Preview previewOf(const publish::Thread &thread,
                                         const publish::Update &update,
                                         const std::map<QString, QString> &ids);

} // namespace statuspage
