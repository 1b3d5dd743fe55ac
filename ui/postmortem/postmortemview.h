// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/desk.h"

#include <QWidget>

class QTextBrowser;
class QVBoxLayout;

namespace ui {

class SectionEditor;

/// The postmortem: sections to write, over what the events say by themselves.
class PostmortemView final : public QWidget
{
    Q_OBJECT

public:
    explicit PostmortemView(workflow::Desk &desk, QWidget *parent = nullptr);

    void setIncident(const incident::Incident &incident);

signals:
    void failed(const base::Error &error);
    /// "md" or "html"
    void exportRequested(const QString &format);

private:
    void buildEditors();
    void showGenerated();
    void write(const QString &section, const QString &text);

    workflow::Desk &m_desk;
    incident::Incident m_incident;
    std::vector<SectionEditor *> m_editors;
    QVBoxLayout *m_sections;
    QTextBrowser *m_generated;
};

} // namespace ui
