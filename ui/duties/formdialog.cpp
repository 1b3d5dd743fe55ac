// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/duties/formdialog.h"

#include "timing/zone.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"

#include <algorithm>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int dialogWidth = 520;

} // namespace

base::Done alreadyBlamed()
{
    return base::fail(base::ErrorKind::Input, QString());
}

FormDialog::FormDialog(const QString &title, const QString &verb, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(title);
    setMinimumWidth(dialogWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(space::s);
    m_fields = new QVBoxLayout;
    m_fields->setSpacing(space::s);
    layout->addLayout(m_fields);
    layout->addSpacing(space::s);
    auto *cancel = new ActionButton(ActionButton::Kind::Quiet, tr("Cancel"));
    cancel->setAutoDefault(false);
    auto *accept = new ActionButton(ActionButton::Kind::Primary, verb);
    accept->setDefault(true);
    auto *actions = new QHBoxLayout;
    actions->addStretch(1);
    actions->addWidget(cancel);
    actions->addWidget(accept);
    layout->addLayout(actions);
    connect(accept, &QPushButton::clicked, this, &FormDialog::submit);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void FormDialog::explain(const QString &words)
{
    QLabel *label = makeLabel(words, TextRole::Secondary);
    label->setWordWrap(true);
    m_fields->addWidget(label);
}

FormField *FormDialog::addField(const QString &label, QWidget *field, const QString &hint)
{
    auto *row = new FormField(label, field);
    if (hint.isEmpty())
        row->setWide(true);
    else
        row->setHint(hint);
    m_fields->addWidget(row);
    if (m_rows.isEmpty())
        field->setFocus();
    m_rows << row;
    return row;
}

LineEdit *FormDialog::addLine(const QString &label, const QString &placeholder, const QString &hint)
{
    auto *edit = new LineEdit;
    edit->setPlaceholderText(placeholder);
    addField(label, edit, hint);
    return edit;
}

LineEdit *FormDialog::addTime(const QString &label, const timing::FieldContext &context,
                              const QString &placeholder, const QString &hint)
{
    LineEdit *edit = addLine(label, placeholder, hint);
    edit->setSuffix(timing::zoneCity(context.zone));
    return edit;
}

QComboBox *FormDialog::addChoice(const QString &label,
                                 const QList<std::pair<QString, QVariant>> &choices)
{
    auto *box = new QComboBox;
    for (const auto &[words, value] : choices)
        box->addItem(words, value);
    addField(label, box, {});
    return box;
}

LineEdit *FormDialog::addReason(const QString &label, const QString &placeholder)
{
    LineEdit *edit = addLine(label, placeholder);
    m_reason = m_rows.last();
    return edit;
}

void FormDialog::blame(const QWidget *field, const QString &sentence) const
{
    for (FormField *row : m_rows) {
        if (row->field() == field)
            row->setError(sentence);
    }
}

std::optional<timing::RoughInstant> FormDialog::instantOf(const LineEdit *edit,
                                                          const timing::FieldContext &context) const
{
    const auto at = timing::instantFromField(edit->text(), context);
    blame(edit, at ? QString() : at.error().text);
    return at ? std::optional(*at) : std::nullopt;
}

std::optional<timing::RoughDuration> FormDialog::lengthOf(const LineEdit *edit) const
{
    const auto length = timing::durationFromField(edit->text());
    blame(edit, length ? QString() : length.error().text);
    return length ? std::optional(*length) : std::nullopt;
}

void FormDialog::submit()
{
    for (FormField *row : m_rows)
        row->setError({});
    const base::Done done = m_submit();
    if (done) {
        accept();
        return;
    }
    if (!done.error().text.isEmpty() && !m_rows.isEmpty()) {
        const bool wantsReason = m_reason && done.error().kind == base::ErrorKind::NeedsReason;
        (wantsReason ? m_reason : m_rows.last())->setError(done.error().text);
    }
    const auto blamed =
        std::ranges::find_if(m_rows, [](const FormField *row) { return !row->error().isEmpty(); });
    if (blamed != m_rows.end())
        (*blamed)->field()->setFocus();
    // What is said against the fields takes room, which a window does not get by itself.
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

} // namespace ui
