// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/chartkeys.h"

#include <array>
#include <QCoreApplication>
#include <QKeyEvent>

namespace ui {

namespace {

struct Row
{
    ChartAction action;
    QKeyCombination key;
    const char *title;
};

using enum ChartAction;

constexpr std::array rows{
    Row{PanBack, Qt::Key_Left, QT_TRANSLATE_NOOP("Chart", "Charts: move back in time")},
    Row{PanForward, Qt::Key_Right, QT_TRANSLATE_NOOP("Chart", "Charts: move forward in time")},
    Row{PageBack, Qt::Key_PageUp, QT_TRANSLATE_NOOP("Chart", "Charts: back by all that is shown")},
    Row{PageForward, Qt::Key_PageDown,
        QT_TRANSLATE_NOOP("Chart", "Charts: forward by all that is shown")},
    Row{ZoomIn, Qt::Key_Plus, QT_TRANSLATE_NOOP("Chart", "Charts: zoom in")},
    Row{ZoomOut, Qt::Key_Minus, QT_TRANSLATE_NOOP("Chart", "Charts: zoom out")},
    Row{Reset, Qt::Key_0, QT_TRANSLATE_NOOP("Chart", "Charts: back to the chosen range (or Home)")},
    Row{LiveEdge, Qt::Key_End, QT_TRANSLATE_NOOP("Chart", "Charts: back to the live edge")},
    Row{CursorBack, Qt::CTRL | Qt::Key_Left,
        QT_TRANSLATE_NOOP("Chart", "Charts: crosshair to the sample before")},
    Row{CursorForward, Qt::CTRL | Qt::Key_Right,
        QT_TRANSLATE_NOOP("Chart", "Charts: crosshair to the next sample")},
    Row{ThingBack, Qt::Key_BracketLeft,
        QT_TRANSLATE_NOOP("Chart", "Charts: to the mark or edge before")},
    Row{ThingForward, Qt::Key_BracketRight,
        QT_TRANSLATE_NOOP("Chart", "Charts: to the next mark or edge")},
    Row{SelectOutage, Qt::Key_O,
        QT_TRANSLATE_NOOP("Chart", "Charts: select the outage at the crosshair, or the last one")},
    Row{SelectBack, Qt::CTRL | Qt::SHIFT | Qt::Key_Left,
        QT_TRANSLATE_NOOP("Chart", "Charts: stretch the selection back")},
    Row{SelectForward, Qt::CTRL | Qt::SHIFT | Qt::Key_Right,
        QT_TRANSLATE_NOOP("Chart", "Charts: stretch the selection forward")},
    Row{Confirm, Qt::Key_Return,
        QT_TRANSLATE_NOOP("Chart", "Charts: mark the selection as an outage")},
    Row{ZoomSelection, Qt::Key_Z, QT_TRANSLATE_NOOP("Chart", "Charts: zoom to the selection")},
    Row{Cancel, Qt::Key_Escape, QT_TRANSLATE_NOOP("Chart", "Charts: drop the selection")},
    Row{Table, Qt::Key_T, QT_TRANSLATE_NOOP("Chart", "Charts: show the values as a table")},
    Row{SavePicture, Qt::Key_P, QT_TRANSLATE_NOOP("Chart", "Charts: save as a picture")},
    Row{SaveValues, Qt::Key_V, QT_TRANSLATE_NOOP("Chart", "Charts: save the values as CSV")},
};

/// The same key under the names and with the modifiers that keyboards give it.
QKeyCombination plain(const QKeyEvent &event)
{
    auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    switch (event.key()) {
    case Qt::Key_Enter:
        return QKeyCombination(modifiers, Qt::Key_Return);
    case Qt::Key_Home:
        return QKeyCombination(modifiers, Qt::Key_0);
    case Qt::Key_Equal:
    case Qt::Key_Plus:
        return QKeyCombination(modifiers & ~Qt::ShiftModifier, Qt::Key_Plus);
    case Qt::Key_Underscore:
        return QKeyCombination(modifiers & ~Qt::ShiftModifier, Qt::Key_Minus);
    default:
        return QKeyCombination(modifiers, Qt::Key(event.key()));
    }
}

} // namespace

const QList<ChartCommand> &chartCommands()
{
    static const QList<ChartCommand> commands = [] {
        QList<ChartCommand> all;
        for (const Row &row : rows) {
            all.append({row.action, row.key, QCoreApplication::translate("Chart", row.title)});
        }
        return all;
    }();
    return commands;
}

std::optional<ChartAction> chartActionOf(const QKeyEvent &event)
{
    const QKeyCombination pressed = plain(event);
    for (const Row &row : rows) {
        if (row.key == pressed)
            return row.action;
    }
    return std::nullopt;
}

} // namespace ui
