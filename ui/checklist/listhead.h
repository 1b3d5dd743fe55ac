// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/checklist.h"

#include <QWidget>

class QCheckBox;

namespace ui {

class FormField;
class LineEdit;

/// What a checklist is called, and which incidents it is for.
class ListHead final : public QWidget
{
    Q_OBJECT

public:
    explicit ListHead(QWidget *parent = nullptr);

    /// Does not count as edited.
    void setList(const incident::Checklist &list);
    /// Puts what stands there into the list.
    void take(incident::Checklist &list) const;
    /// A sentence about the title; empty: nothing is wrong.
    void setTitleError(const QString &sentence);
    void focusTitle();

signals:
    /// Somebody changed something.
    void edited();

private:
    LineEdit *m_title;
    FormField *m_titleRow;
    std::vector<std::pair<incident::Kind, QCheckBox *>> m_kinds;
    LineEdit *m_components;
};

} // namespace ui
