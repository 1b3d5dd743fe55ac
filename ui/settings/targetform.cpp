// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/targetform.h"

#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

namespace {

QVBoxLayout *stackIn(QWidget *box)
{
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    return layout;
}

} // namespace

TargetForm::TargetForm(const std::map<QString, workflow::TargetKind> &kinds, QWidget *parent)
    : QWidget(parent)
    , m_kinds(kinds)
{
    m_layout = stackIn(this);
    m_kind = new QComboBox;
    for (const auto &[name, kind] : m_kinds)
        m_kind->addItem(kind.form.title, name);
    m_layout->addWidget(new FormField(tr("Kind of place"), m_kind));
    m_sessionOnly = new QCheckBox(tr("Keep the password only until Watchkeeper ends"));
    m_plainLoopback = new QCheckBox(tr("It is on this machine, and has no https"));
    m_layout->addWidget(m_sessionOnly);
    m_layout->addWidget(m_plainLoopback);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &TargetForm::showKind);
    showKind();
}

TargetForm::Row TargetForm::addRow(const QString &label, const QString &hint)
{
    if (label.isEmpty())
        return {};
    Row row;
    row.edit = new LineEdit;
    row.row = new FormField(label, row.edit, m_fields);
    row.row->setHint(hint);
    m_fields->layout()->addWidget(row.row);
    return row;
}

void TargetForm::showKind()
{
    const auto kind = m_kinds.find(m_kind->currentData().toString());
    if (kind == m_kinds.end())
        return;
    const workflow::TargetForm &form = kind->second.form;
    delete m_fields;
    m_fields = new QWidget;
    QVBoxLayout *fields = stackIn(m_fields);
    QLabel *about = makeLabel(form.about, TextRole::Secondary);
    about->setWordWrap(true);
    fields->addWidget(about);
    m_address = addRow(form.addressLabel, {});
    m_address.row->setWide(true);
    m_address.edit->setPlaceholderText(form.addressExample);
    m_address.edit->setText(form.addressDefault);
    m_user = addRow(form.userLabel, form.userHint);
    m_password = addRow(form.passwordLabel, form.passwordHint);
    if (m_password.edit)
        m_password.edit->setEchoMode(QLineEdit::Password);
    m_sessionOnly->setVisible(m_password.edit);
    m_label = addRow(tr("Called here"), tr("may be empty"));
    m_category = addRow(form.categoryLabel, tr("its slug there; may be empty"));
    m_components =
        addRow(form.componentsHint.isEmpty() ? QString() : tr("Components"), tr("may be empty"));
    if (m_components.edit) {
        m_components.row->setWide(true);
        m_components.edit->setPlaceholderText(form.componentsHint);
    }
    m_layout->insertWidget(1, m_fields);
}

QString TargetForm::textOf(const Row &row)
{
    return row.edit ? row.edit->text() : QString();
}

workflow::NewTarget TargetForm::typed() const
{
    workflow::NewTarget target;
    target.kind = m_kind->currentData().toString();
    target.address = textOf(m_address);
    target.user = textOf(m_user);
    target.label = textOf(m_label);
    target.category = textOf(m_category);
    target.components = workflow::componentPairs(textOf(m_components));
    target.plainLoopback = m_plainLoopback->isChecked();
    target.password = secret::Secret(textOf(m_password).toUtf8());
    target.keep = m_sessionOnly->isChecked() ? secret::Keep::Session : secret::Keep::ForGood;
    return target;
}

void TargetForm::clear()
{
    showKind();
}

void TargetForm::clearPassword()
{
    if (m_password.edit)
        m_password.edit->clear();
}

} // namespace ui
