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
    const QString shown = toPlainText();
    if (text == shown)
        return;
    // Only what differs is replaced: the cursor stays where it was, and so does what can be undone.
    const auto before = std::ranges::mismatch(shown, text);
    const auto start = qsizetype(before.in1 - shown.begin());
    qsizetype same = 0;
    while (same < std::min(shown.size(), text.size()) - start &&
           shown[shown.size() - 1 - same] == text[text.size() - 1 - same])
        ++same;
    const QSignalBlocker quiet(this);
    QTextCursor cursor(document());
    cursor.setPosition(int(start));
    cursor.setPosition(int(shown.size() - same), QTextCursor::KeepAnchor);
    cursor.insertText(text.sliced(start, text.size() - same - start));
}

void PostEditor::setMarks(std::vector<wording::FactSpan> facts, std::vector<lint::Finding> findings,
                          int current)
{
    m_facts = std::move(facts);
    m_findings = std::move(findings);
    m_current = current;
    underline();
}

void PostEditor::goTo(qsizetype position)
{
    QTextCursor cursor(document());
    cursor.setPosition(int(std::min<qsizetype>(position, document()->characterCount() - 1)));
    setTextCursor(cursor);
    ensureCursorVisible();
    setFocus();
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
    for (std::size_t i = 0; i < m_findings.size(); ++i) {
        const lint::Finding &finding = m_findings[i];
        if (finding.start > length)
            continue;
        auto selection = mark(finding.start, finding.length);
        selection.format.setUnderlineStyle(QTextCharFormat::DashUnderline);
        selection.format.setUnderlineColor(theme.color(ColorRole::Degraded));
        if (int(i) == m_current)
            selection.format.setBackground(theme.color(ColorRole::DegradedGround));
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
