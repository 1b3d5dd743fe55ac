// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/upstreams.h"

class QWidget;

namespace ui {

/// Asks for all that is kept about a provider, and keeps it: a new one if `provider` has no id.
/// Answers with its name; empty if nothing was kept.
[[nodiscard]] QString editProvider(workflow::Upstreams &upstreams, const upstream::Spec &provider,
                                   QWidget *parent);

} // namespace ui
