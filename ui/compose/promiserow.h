// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/compose.h"

#include <QWidget>

namespace ui {

class ActionButton;
class ElidedLabel;
class LineEdit;

/// One line of PromiseList: the words, when that falls due, and whether it is a promise at all.
class PromiseRow final : public QWidget
{
    Q_OBJECT

public:
    explicit PromiseRow(QWidget *parent = nullptr);

    void show(const workflow::Undertaking &undertaking, const QString &due);

signals:
    void dropWanted(bool isDropped);
    void dueTyped(const QString &due);

private:
    bool m_isDropped = false;
    ElidedLabel *m_quote;
    LineEdit *m_due;
    ActionButton *m_drop;
};

} // namespace ui
