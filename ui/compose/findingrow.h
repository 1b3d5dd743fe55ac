// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/postcheck.h"

#include <QWidget>

class QLabel;

namespace ui {

class ActionButton;
class ElidedLabel;
class KeyCap;

/// One line of FindingList.
class FindingRow final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingRow(QWidget *parent = nullptr);

    void show(const workflow::PostFinding &finding, bool isCurrent);

signals:
    void chosen();
    void fixWanted();
    void ignoreWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    bool m_isCurrent = false;
    bool m_isLeak = false;
    QLabel *m_whole;
    ElidedLabel *m_line;
    KeyCap *m_fixKey;
    ActionButton *m_fix;
    KeyCap *m_ignoreKey;
    ActionButton *m_ignore;
};

} // namespace ui
