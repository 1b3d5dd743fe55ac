// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widget/card.h"
#include "workflow/postcheck.h"

class QLabel;
class QVBoxLayout;

namespace ui {

class FindingRow;

/// What should not be published as it stands, a line each; the current one carries the keys that
/// fix it and that let it be.
class FindingList final : public Card
{
    Q_OBJECT

public:
    explicit FindingList(QWidget *parent = nullptr);

    /// The current one stays where it was, or the next takes its place.
    void setFindings(const std::vector<workflow::PostFinding> &findings);
    [[nodiscard]] int current() const { return m_current; } ///< -1: there are none
    /// The next one, or the one before; round and round.
    void step(int by);

signals:
    /// The keys act on another one now.
    void currentChanged(int index);
    void fixWanted(int index);
    void ignoreWanted(int index);

private:
    void choose(int index);
    void showRows();

    std::vector<workflow::PostFinding> m_findings;
    int m_current = -1;
    QVBoxLayout *m_layout;
    std::vector<FindingRow *> m_rows;
    QLabel *m_more;
};

} // namespace ui
