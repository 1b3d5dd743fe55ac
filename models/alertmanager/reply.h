// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "http/message.h"

#include <QJsonValue>

namespace alertmanager {

/// The JSON of an answer, or a sentence on why there is none. An answer without a body, as DELETE
/// gives, is Null. Errors come as a bare string, as an object with a message, or as nothing but a
/// status.
[[nodiscard]] base::Result<QJsonValue> openReply(const http::Response &response);

} // namespace alertmanager
