// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <QKeySequence>
#include <QList>
#include <QString>

class QKeyEvent;

/// What can be done with a chart, in one table for the keys, the menus and the list of keys.
namespace ui {

enum class ChartAction {
    PanBack,
    PanForward,
    PageBack,
    PageForward,
    ZoomIn,
    ZoomOut,
    Reset,
    LiveEdge,
    CursorBack,
    CursorForward,
    ThingBack,
    ThingForward,
    SelectBack,
    SelectForward,
    SelectOutage,
    Confirm,
    ZoomSelection,
    Cancel,
    Table,
    SavePicture,
    SaveValues,
};

struct ChartCommand
{
    ChartAction action;
    QKeySequence key;
    QString title;
};

[[nodiscard]] const QList<ChartCommand> &chartCommands();
[[nodiscard]] std::optional<ChartAction> chartActionOf(const QKeyEvent &event);

} // namespace ui
