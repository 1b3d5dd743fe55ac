// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/formfield.h"

#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr double labelWidth = 96;

} // namespace

FormField::FormField(const QString &label, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_label(makeLabel(label, TextRole::Secondary, this))
    , m_field(field)
    , m_hint(makeLabel({}, TextRole::Secondary, this))
    , m_error(makeLabel({}, TextRole::Secondary, this))
    , m_note(makeLabel({}, TextRole::Faint, this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::s);
    m_grid->setVerticalSpacing(space::xs);
    m_label->setWordWrap(true);
    m_label->setBuddy(field);
    m_hint->setWordWrap(true);
    m_error->setWordWrap(true);
    m_error->hide();
    setTone(m_error, Tone::Down);
    m_note->setWordWrap(true);
    m_note->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(label);
    setFocusProxy(field);
    // What was wrong was said of what is being changed.
    if (auto *line = qobject_cast<QLineEdit *>(field))
        connect(line, &QLineEdit::textEdited, this, [this] {
            if (!error().isEmpty())
                setError({});
            showNote(m_lastingNote);
        });
    arrange();
}

void FormField::setHint(const QString &hint)
{
    m_hint->setText(hint);
}

void FormField::setSide(QWidget *side)
{
    if (m_side)
        m_side->deleteLater();
    m_side = side;
    m_hint->hide();
    arrange();
}

void FormField::setWide(bool wide)
{
    m_wide = wide;
    arrange();
}

void FormField::setError(const QString &sentence)
{
    if (error().isEmpty())
        m_description = m_field->accessibleDescription();
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
    m_field->setAccessibleDescription(sentence.isEmpty() ? m_description : sentence);
    setStyleProperty(m_field, "invalid", sentence.isEmpty() ? QString() : u"true"_s);
    if (!sentence.isEmpty())
        showNote(m_lastingNote);
}

void FormField::setNote(const QString &sentence)
{
    m_lastingNote = sentence;
    showNote(sentence);
}

void FormField::setAnswer(const QString &sentence)
{
    setError({});
    showNote(sentence);
}

void FormField::showNote(const QString &sentence)
{
    if (sentence == note())
        return;
    m_note->setText(sentence);
    m_note->setVisible(!sentence.isEmpty());
    if (error().isEmpty())
        m_field->setAccessibleDescription(sentence);
    else
        m_description = sentence;
}

QString FormField::hint() const
{
    return m_hint->text();
}

QString FormField::error() const
{
    return m_error->text();
}

QString FormField::note() const
{
    return m_note->text();
}

void FormField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_grid->setColumnMinimumWidth(0, Theme::current().scaled(labelWidth));
}

void FormField::arrange()
{
    QWidget *right = m_side ? m_side : m_hint;
    m_label->setFixedWidth(Theme::current().scaled(labelWidth));
    m_grid->setColumnMinimumWidth(0, Theme::current().scaled(labelWidth));
    m_grid->addWidget(m_label, 0, 0, Qt::AlignVCenter);
    m_grid->addWidget(m_field, 0, 1, 1, m_wide ? 2 : 1);
    right->setVisible(!m_wide);
    if (!m_wide)
        m_grid->addWidget(right, 0, 2);
    m_grid->addWidget(m_error, 1, 1, 1, 2);
    m_grid->addWidget(m_note, 2, 1, 1, 2);
    // The columns of all rows agree because none of them asks for more than its share.
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(2, 1);
}

} // namespace ui
