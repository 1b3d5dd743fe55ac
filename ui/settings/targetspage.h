// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/targets.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace ui {

class ActionButton;
class TargetForm;

/// Where posts go beside the status page: places are typed in, tried, and removed here.
class TargetsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit TargetsPage(workflow::Targets &targets, QWidget *parent = nullptr);

private:
    QWidget *buildEntry();
    QWidget *buildList();
    void add();
    void test();
    void testSelected();
    void changePassword();
    void remove();
    void reload();
    void begin(ActionButton *button);
    void tell(const base::Result<workflow::TestedTarget> &tested);
    void say(const QString &sentence);
    void showAbilities(const publish::TargetSpec &target);
    void showSelected();
    [[nodiscard]] QString selected() const;

    workflow::Targets &m_targets;
    TargetForm *m_form;
    QLabel *m_outcome;
    QLabel *m_abilities; ///< what posts can say at the place that is tried or selected
    std::vector<ActionButton *> m_busy; ///< switched off while a place is tried
    ActionButton *m_testSelected;
    ActionButton *m_changePassword;
    ActionButton *m_remove;
    QTableWidget *m_table;
};

} // namespace ui
