// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/quiethours.h"

#include <functional>
#include <QFutureSynchronizer>
#include <QWidget>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace ui {

class ActionButton;

/// When the work disturbs least: the quietest windows of a series in the coming week, to be picked.
class QuietPicker final : public QWidget
{
    Q_OBJECT

public:
    /// `length` says what is asked for when it is asked. The desk outlives it.
    QuietPicker(workflow::Desk &desk, std::function<timing::RoughDuration()> length,
                QWidget *parent = nullptr);

    /// Looks again at what there is to choose from.
    void reload();

signals:
    void picked(base::Instant from, base::Instant to);

private:
    void look();
    void showHours(const base::Result<workflow::QuietHours> &hours);
    void clear();

    workflow::Desk &m_desk;
    std::function<timing::RoughDuration()> m_length;
    QComboBox *m_series;
    ActionButton *m_look;
    QLabel *m_words;
    QVBoxLayout *m_found;
    QFutureSynchronizer<void> m_running; ///< waited for at the end: they read by the desk's clock
};

} // namespace ui
