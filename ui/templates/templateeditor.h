// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/template.h"

#include <QPlainTextEdit>

namespace ui {

class TemplateHighlighter;

/// The text of a template: fields, conditions and comments in colours, problems dashed.
class TemplateEditor final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TemplateEditor(QWidget *parent = nullptr);

    /// Does not count as typed.
    void showText(const QString &text);
    void setProblems(std::vector<wording::TemplateProblem> problems);
    void goTo(int line, int column);
    /// Puts a field where the cursor is.
    void insertField(const QString &name);

signals:
    /// Somebody typed.
    void edited(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void underline();

    std::vector<wording::TemplateProblem> m_problems;
    TemplateHighlighter *m_highlighter;
};

} // namespace ui
