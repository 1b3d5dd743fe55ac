// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/postmortem/sectioneditor.h"

#include "lint/blameless.h"
#include "ui/theme/theme.h"

#include <chrono>
#include <QSignalBlocker>
#include <QTimer>

namespace ui {

using namespace std::chrono_literals;

namespace {

constexpr auto writeDelay = 800ms;
constexpr int editorHeight = 84;

} // namespace

SectionEditor::SectionEditor(QString section, const QString &hint, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_section(std::move(section))
    , m_timer(new QTimer(this))
{
    setPlaceholderText(hint);
    setTabChangesFocus(true);
    setFixedHeight(editorHeight);
    document()->setDocumentMargin(space::s);
    m_timer->setSingleShot(true);
    m_timer->setInterval(writeDelay);
    connect(m_timer, &QTimer::timeout, this, &SectionEditor::giveUp);
    connect(this, &QPlainTextEdit::textChanged, this, &SectionEditor::showHints);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_timer->isActive())
            m_timer->start();
    });
}

void SectionEditor::showText(const QString &text)
{
    if (m_timer->isActive() || text == toPlainText())
        return;
    {
        const QSignalBlocker quiet(this);
        setPlainText(text);
    }
    m_known = text;
    showHints();
}

/// Under the words, and in a sentence below: only here, never in what readers are told.
void SectionEditor::showHints()
{
    QStringList sentences;
    QList<QTextEdit::ExtraSelection> marks;
    for (const lint::BlamelessHint &hint : lint::blamelessHints(toPlainText())) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = textCursor();
        mark.cursor.setPosition(int(hint.start));
        mark.cursor.setPosition(int(hint.start + hint.length), QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(Theme::current().color(ColorRole::Degraded));
        marks += mark;
        sentences += tr("“%1”: %2").arg(toPlainText().mid(hint.start, hint.length), hint.sentence);
    }
    setExtraSelections(marks);
    emit hinted(sentences.join(u'\n'));
}

void SectionEditor::focusOutEvent(QFocusEvent *event)
{
    giveUp();
    QPlainTextEdit::focusOutEvent(event);
}

void SectionEditor::giveUp()
{
    m_timer->stop();
    if (toPlainText() == m_known)
        return;
    m_known = toPlainText();
    emit written(m_section, m_known);
}

} // namespace ui
