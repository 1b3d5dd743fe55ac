// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/outboxdesk.h"
#include "workflow/textdifference.h"

#include <QDialog>

class QTextEdit;

namespace ui {

class SegmentedBar;

/// What a colleague has made of a post at its place, beside what would stand there instead; also as
/// lines that can be heard. Whoever looks at it decides which of the two stays.
class DifferenceDialog final : public QDialog
{
    Q_OBJECT

public:
    enum View { SideBySide, AsText };

    /// `entry` has a foreign edit.
    explicit DifferenceDialog(const workflow::OutboxEntry &entry, QWidget *parent = nullptr);

signals:
    void oursWanted(const QString &key);
    void theirsWanted(const QString &key);

private:
    QWidget *buildSides(const std::vector<workflow::TextPiece> &pieces);
    QWidget *buildText(const std::vector<workflow::TextPiece> &pieces);
    QWidget *buildActions(const QString &key);
    [[nodiscard]] QTextEdit *side(const std::vector<workflow::TextPiece> &pieces,
                                  workflow::TextPiece::In shown, const QString &name);
};

} // namespace ui
