// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "source/monitorspec.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSpinBox;
class QVBoxLayout;

namespace ui {

class FormField;
class LineEdit;

/// What there is to say of something watched, by its kind: where it is, how often it is looked at,
/// and what is taken for good.
class ProbeFields final : public QWidget
{
    Q_OBJECT

public:
    /// Filled in with `spec`, whose kind and scheme say which fields there are.
    explicit ProbeFields(const source::MonitorSpec &spec, QWidget *parent = nullptr);

    [[nodiscard]] QString name() const;
    [[nodiscard]] QString address() const;
    /// Where errors of the whole and trials are told.
    [[nodiscard]] FormField *addressRow() const { return m_addressRow; }
    /// `spec` with all else that the fields say; marks what cannot be used.
    [[nodiscard]] std::optional<source::MonitorSpec> typedInto(source::MonitorSpec spec);
    /// Forgets what belongs to one address alone.
    void clearPlace();

private:
    void buildPlace(QVBoxLayout &rows);
    void buildPage(QVBoxLayout &rows);
    void buildFigure(QVBoxLayout &rows);
    void buildConnection(QVBoxLayout &rows);

    const source::MonitorSpec m_before;
    LineEdit *m_name;
    LineEdit *m_address;
    LineEdit *m_part;
    QSpinBox *m_every;
    QDoubleSpinBox *m_limit;
    FormField *m_addressRow;
    // Of a page or a name
    QSpinBox *m_statusFrom = nullptr;
    QSpinBox *m_statusTo = nullptr;
    LineEdit *m_contains = nullptr;
    QCheckBox *m_redirects = nullptr;
    // Of a figure
    LineEdit *m_expression = nullptr;
    FormField *m_aboveRow = nullptr;
    FormField *m_belowRow = nullptr;
    // Of what is connected to
    QComboBox *m_family = nullptr;
    LineEdit *m_authorities = nullptr;
    QCheckBox *m_linkLocal;
};

} // namespace ui
