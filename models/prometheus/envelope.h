// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "http/message.h"

#include <QJsonValue>
#include <QStringList>

namespace prometheus {

struct Envelope
{
    QJsonValue data;
    QStringList remarks;
};

/// What an answer of the API holds, or a sentence on why it holds nothing: an error that Prometheus
/// tells, an answer of something that stands before it, or of something else altogether.
[[nodiscard]] base::Result<Envelope> openEnvelope(const http::Response &response);

} // namespace prometheus
