// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QButtonGroup;

namespace ui {

/// A few choices of which one holds, such as 1 h, 6 h, 1 d. Arrow keys move between them.
class SegmentedBar final : public QWidget
{
    Q_OBJECT

public:
    /// `name` is what screen readers say for the whole bar.
    explicit SegmentedBar(const QString &name, QWidget *parent = nullptr);

    /// `spoken` is the accessible name ("last 6 hours" for "6 h"); empty: the text itself.
    /// The first segment added is the current one.
    void addSegment(int id, const QString &text, const QString &spoken = {});
    /// A segment that does not apply now is not shown. The current one should be.
    void setSegmentVisible(int id, bool visible);
    [[nodiscard]] int current() const;
    /// Emits currentChanged() when it does change.
    void setCurrent(int id);

signals:
    void currentChanged(int id);

private:
    QButtonGroup *m_group;
};

} // namespace ui
