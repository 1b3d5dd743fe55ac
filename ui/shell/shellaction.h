// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <QKeySequence>
#include <QList>
#include <QString>

namespace ui {

/// Something the window can do, by key and by name.
struct ShellAction
{
    QString title;
    QKeySequence key; ///< may be empty
    std::function<void()> run;
};

using ShellActions = QList<ShellAction>;

} // namespace ui
