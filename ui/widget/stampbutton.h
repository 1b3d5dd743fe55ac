// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPushButton>

namespace ui {

/// A large button for one moment of an incident: its key, its name, and when it was or what to do.
class StampButton final : public QPushButton
{
    Q_OBJECT

public:
    enum class Look {
        Plain, ///< can be pressed
        Next,  ///< is what to press next: accent border
        Done,  ///< has been stamped; pressing it corrects
    };

    /// `key` is only shown ("N"); the shortcut belongs to the window.
    StampButton(const QString &key, const QString &title, QWidget *parent = nullptr);

    void setSubtitle(const QString &subtitle);
    void setLook(Look look);
    [[nodiscard]] QString subtitle() const { return m_subtitle; }
    [[nodiscard]] Look look() const { return m_look; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int keyWidth() const;
    [[nodiscard]] int widthFor(int textWidth) const;
    [[nodiscard]] int heightForText() const;
    void describe();

    QString m_key;
    QString m_title;
    QString m_subtitle;
    Look m_look = Look::Plain;
};

} // namespace ui
