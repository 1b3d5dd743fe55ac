// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/compose/posteditor.h"

#include "ui/theme/theme.h"

#include <algorithm>
#include <QEvent>
#include <QSignalBlocker>
#include <QTextBlock>

namespace ui {

PostEditor::PostEditor(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setAccessibleName(tr("Text of the post"));
    setPlaceholderText(tr("What users notice, since when, and what comes next."));
    document()->setDocumentMargin(space::m);
    connect(this, &QPlainTextEdit::textChanged, this, [this] { emit edited(toPlainText()); });
}

void PostEditor::showText(const QString &text)
{
    if (text == toPlainText())
        return;
    const QSignalBlocker quiet(this);
    const int position = textCursor().position();
    setPlainText(text);
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(position, int(text.size())));
    setTextCursor(cursor);
}

void PostEditor::setMarks(std::vector<wording::FactSpan> facts,
                          std::vector<wording::LintFinding> findings)
{
    m_facts = std::move(facts);
    m_findings = std::move(findings);
    underline();
}

QTextEdit::ExtraSelection PostEditor::mark(qsizetype start, qsizetype length) const
{
    QTextEdit::ExtraSelection selection;
    selection.cursor = QTextCursor(document());
    selection.cursor.setPosition(int(start));
    const auto end = std::min<qsizetype>(start + length, document()->characterCount() - 1);
    selection.cursor.setPosition(int(end), QTextCursor::KeepAnchor);
    return selection;
}

void PostEditor::underline()
{
    const Theme theme = Theme::current();
    const qsizetype length = document()->characterCount() - 1;
    QList<QTextEdit::ExtraSelection> marks;
    for (const wording::FactSpan &fact : m_facts) {
        if (fact.start > length)
            continue;
        auto selection = mark(fact.start, fact.length);
        selection.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        selection.format.setUnderlineColor(theme.color(ColorRole::Up));
        marks.append(selection);
    }
    for (const wording::LintFinding &finding : m_findings) {
        if (finding.start > length)
            continue;
        auto selection = mark(finding.start, finding.length);
        selection.format.setUnderlineStyle(QTextCharFormat::DashUnderline);
        selection.format.setUnderlineColor(theme.color(ColorRole::Degraded));
        marks.append(selection);
    }
    setExtraSelections(marks);
}

void PostEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        underline();
}

} // namespace ui
