// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/metricbrowser.h"
#include "workflow/watch.h"

#include <QDialog>
#include <QTimer>

class QComboBox;

namespace ui {

class ActionButton;
class FigureBuilder;
class FigurePreview;
class FormField;
class LineEdit;
class MetricPicker;

/// Looks through what a Prometheus has and adds a chart of it: a metric, its labels, the expression
/// that comes of it, and how that was in the last hour.
class BrowseDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `known` are addresses of servers that are in use already; the first of them is asked at
    /// once. All outlive it.
    BrowseDialog(workflow::Desk &desk, workflow::Watch &watch, workflow::MetricBrowser &browser,
                 const QStringList &known, QWidget *parent = nullptr);

    void done(int result) override;

signals:
    /// A chart was added.
    void added(const QString &monitor);
    /// A login for this address is to be kept.
    void loginWanted(const QString &address);

public slots:
    /// Asks the server for what it has.
    void connectTo();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *buildServer(const QStringList &known);
    [[nodiscard]] QWidget *buildFoot();
    void takeChoice();
    void takeExpression();
    void narrow(const prometheus::Labels &labels);
    /// The expression is made of what the lists say.
    [[nodiscard]] bool isPicked() const;
    void showWhatCanBeDone();
    void add();
    [[nodiscard]] QString suggestedName() const;

    workflow::Desk &m_desk;
    workflow::Watch &m_watch;
    workflow::MetricBrowser &m_browser;
    QComboBox *m_address;
    FormField *m_addressRow;
    ActionButton *m_connect;
    ActionButton *m_stop;
    MetricPicker *m_picker;
    FigureBuilder *m_builder;
    FigurePreview *m_preview;
    LineEdit *m_name;
    LineEdit *m_above;
    LineEdit *m_below;
    FormField *m_nameRow;
    FormField *m_aboveRow;
    FormField *m_belowRow;
    ActionButton *m_add;
    QString m_connected; ///< the address that was asked last
    QTimer m_typed;      ///< the expression has not changed for a while
    bool m_isBusy = false;
};

} // namespace ui
