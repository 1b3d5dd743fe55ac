// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace ui {

class ElidedLabel;

/// The top line of a pane: name, what can be switched, and a quiet note at the right.
class PaneHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit PaneHeader(const QString &title, QWidget *parent = nullptr);

    /// Beside the title, from left to right.
    void addLeading(QWidget *widget);
    /// At the right end, behind the note.
    void addTrailing(QWidget *widget);
    void setTitle(const QString &title);
    /// Elided where there is no room.
    void setNote(const QString &note);
    [[nodiscard]] QString note() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();

    QHBoxLayout *m_leading;
    QHBoxLayout *m_trailing;
    QLabel *m_title;
    ElidedLabel *m_note;
};

} // namespace ui
