// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "prometheus/promql.h"

#include <QWidget>

namespace ui {

class FormField;
class LineEdit;
class SegmentedBar;

/// An expression that can be typed, and that one click makes a rate, a percentile or a sum of.
class FigureBuilder final : public QWidget
{
    Q_OBJECT

public:
    explicit FigureBuilder(QWidget *parent = nullptr);

    [[nodiscard]] QString expression() const;
    /// Takes the place of what was typed. What is to be made of it stays, where that fits the kind.
    void setSelector(const QString &selector, prometheus::MetricKind kind);
    /// What the expression is made of.
    [[nodiscard]] const QString &selector() const { return m_selector; }
    void focusText();

signals:
    void changed();
    /// Enter was pressed.
    void confirmed();

private:
    enum Shape { AsItIs, Rate, Percentile };
    enum Total { Each, Sum, Highest };

    void describe(prometheus::MetricKind kind);
    void write();
    void takeTyped();

    QString m_selector;
    LineEdit *m_text;
    FormField *m_row;
    SegmentedBar *m_shape;
    SegmentedBar *m_total;
};

} // namespace ui
