// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/siteupkeep.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QSpinBox;

namespace ui {

class ActionButton;
class FormField;

/// Writing the whole status page, and the command that deploys it: typed in, tried, stopped, and
/// what it wrote.
class UpkeepPage final : public QWidget
{
    Q_OBJECT

public:
    explicit UpkeepPage(workflow::SiteUpkeep &upkeep, QWidget *parent = nullptr);

private:
    QWidget *buildCommand();
    QWidget *buildActions();
    void keep();
    void showRunning(bool running);
    void showProgress(int done, int all);
    void showWritten(const workflow::SiteWritten &written);
    void showLast();

    workflow::SiteUpkeep &m_upkeep;
    QPlainTextEdit *m_words;
    FormField *m_wordsRow;
    QSpinBox *m_limit;
    ActionButton *m_keep;
    ActionButton *m_write;
    ActionButton *m_stop;
    ActionButton *m_showOutput;
    QProgressBar *m_progress;
    QLabel *m_state;
    QPlainTextEdit *m_output;
};

} // namespace ui
