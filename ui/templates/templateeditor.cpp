// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/templates/templateeditor.h"

#include "ui/templates/templatehighlighter.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <QEvent>
#include <QSignalBlocker>
#include <QTextBlock>

namespace ui {

TemplateEditor::TemplateEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new TemplateHighlighter(document()))
{
    setTabChangesFocus(true);
    setAccessibleName(tr("Text of the template"));
    document()->setDocumentMargin(space::m);
    connect(this, &QPlainTextEdit::textChanged, this, [this] { emit edited(toPlainText()); });
}

void TemplateEditor::showText(const QString &text)
{
    if (text == toPlainText())
        return;
    const QSignalBlocker quiet(this);
    setPlainText(text);
}

void TemplateEditor::setProblems(std::vector<wording::TemplateProblem> problems)
{
    m_problems = std::move(problems);
    underline();
}

void TemplateEditor::goTo(int line, int column)
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + std::clamp(column - 1, 0, block.length() - 1));
    setTextCursor(cursor);
    ensureCursorVisible();
    setFocus();
}

void TemplateEditor::insertField(const QString &name)
{
    textCursor().insertText(u'{' + name + u'}');
    setFocus();
}

/// From the place of a problem to the end of its word.
void TemplateEditor::underline()
{
    const Theme theme = Theme::current();
    QList<QTextEdit::ExtraSelection> marks;
    for (const wording::TemplateProblem &problem : m_problems) {
        const QTextBlock block = document()->findBlockByNumber(problem.line - 1);
        if (!block.isValid())
            continue;
        const QString line = block.text();
        const int from = std::clamp(problem.column - 1, 0, int(line.size()));
        int to = from;
        while (to < line.size() && !line[to].isSpace() && line[to] != u'}')
            ++to;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.cursor.setPosition(block.position() + from);
        mark.cursor.setPosition(block.position() + std::max(to, from + (from < line.size())),
                                QTextCursor::KeepAnchor);
        const ColorRole role = problem.isFatal ? ColorRole::Down : ColorRole::Degraded;
        mark.format.setUnderlineStyle(QTextCharFormat::DashUnderline);
        mark.format.setUnderlineColor(theme.color(role));
        marks.append(mark);
    }
    setExtraSelections(marks);
}

void TemplateEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    const QSignalBlocker quiet(this);
    m_highlighter->rehighlight();
    underline();
}

} // namespace ui
