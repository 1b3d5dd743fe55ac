// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/templatedesk.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace ui {

class ActionButton;
class FieldList;
class NoticeBar;
class SegmentedBar;
class TemplateEditor;

/// The sentences of posts, to be changed: the templates, the text of one, and what it says now.
class TemplatesPage final : public QWidget
{
    Q_OBJECT

public:
    TemplatesPage(workflow::Desk &desk, workflow::Compose &compose, QWidget *parent = nullptr);

    /// Empty: the one that was open last, or the first.
    void open(const QString &name = {});

public slots:
    void save();

signals:
    void backRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildNames();
    QWidget *buildText();
    QWidget *buildSide();
    void showNames();
    void showTemplate();
    void showWhatItSays();
    void goToProblem(int row);
    void tell(const base::Done &done, const QString &success);
    [[nodiscard]] bool ofIncident() const;

    workflow::TemplateDesk m_editing;
    QListWidget *m_names;
    QLabel *m_occasion;
    TemplateEditor *m_editor;
    QListWidget *m_problems;
    NoticeBar *m_notice;
    ActionButton *m_save;
    ActionButton *m_giveUp;
    ActionButton *m_reset;
    SegmentedBar *m_of;
    QLabel *m_title;
    QLabel *m_body;
    FieldList *m_fields;
};

} // namespace ui
