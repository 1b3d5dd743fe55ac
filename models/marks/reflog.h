// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "marks/mark.h"

#include <vector>

namespace marks {

/// Where a Git repository writes down what it was moved to: the log of HEAD in `folder`, which is a
/// working copy, one of several of a repository, or a bare repository. NotFound: it is none, or it
/// keeps no such log.
[[nodiscard]] base::Result<QString> reflogOf(const QString &folder);

/// The moves in the last part of such a log, as marks: when this copy came to be at another
/// commit, which is when it was deployed here. `origin` is what the repository is called.
[[nodiscard]] std::vector<Mark> marksFrom(const QByteArray &reflog, const QString &origin);

} // namespace marks
