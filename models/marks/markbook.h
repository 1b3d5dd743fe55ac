// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/result.h"
#include "marks/mark.h"

#include <vector>

namespace marks {

/// The marks of one data folder: `marks.jsonl` in it, a JSON object a line, which is only ever
/// appended to, so that several processes may write.
class MarkBook
{
public:
    explicit MarkBook(const QString &dataDir);

    /// Written to disk at once. Storage: why not.
    [[nodiscard]] base::Done append(const Mark &mark) const;
    /// Each once, oldest first. Lines that cannot be read, as a half-written last one, are left
    /// out.
    [[nodiscard]] std::vector<Mark> read() const;
    /// In bytes: changes with every mark.
    [[nodiscard]] qint64 size() const;

private:
    QString m_path;
};

} // namespace marks
