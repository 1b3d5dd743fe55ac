// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

namespace ui {

/// A one-line field that can show a quiet suffix inside its right end, such as the zone of a time.
class LineEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit LineEdit(QWidget *parent = nullptr);

    void setSuffix(const QString &suffix);
    [[nodiscard]] QString suffix() const { return m_suffix; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeRoom();

    QString m_suffix;
};

} // namespace ui
