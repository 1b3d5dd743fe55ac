// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/incident/remedyform.h"

#include "ui/theme/tokens.h"
#include "ui/widget/formfield.h"
#include "ui/widget/lineedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTextBlock>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int argumentLines = 3;
constexpr int mostSeconds = 3600;
constexpr int mostRuns = 60;

/// An empty line at the end is no argument; one between others is an empty one. Shift and Enter
/// break a line inside of an argument.
QStringList argumentsIn(const QPlainTextEdit *edit)
{
    QStringList arguments;
    for (auto block = edit->document()->begin(); block.isValid(); block = block.next())
        arguments << block.text().replace(QChar::LineSeparator, u'\n');
    while (!arguments.isEmpty() && arguments.last().isEmpty())
        arguments.removeLast();
    return arguments;
}

void showArguments(QPlainTextEdit *edit, const QStringList &arguments)
{
    if (argumentsIn(edit) == arguments)
        return;
    QStringList lines = arguments;
    lines.replaceInStrings(u"\n"_s, QString(QChar::LineSeparator));
    edit->setPlainText(lines.join(u'\n'));
}

} // namespace

RemedyForm::RemedyForm(QWidget *parent)
    : QWidget(parent)
    , m_has(new QCheckBox(tr("There is a command that may mend it")))
    , m_fields(new QWidget)
    , m_name(new LineEdit)
    , m_command(argumentEdit({u"/usr/bin/systemctl"_s, u"restart"_s, u"search"_s}))
    , m_dryRun(argumentEdit({u"/usr/bin/systemctl"_s, u"status"_s, u"search"_s}))
    , m_automatic(new QComboBox)
    , m_limit(new QSpinBox)
    , m_often(new QSpinBox)
{
    auto *rows = new QVBoxLayout(m_fields);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::s);
    m_name->setPlaceholderText(tr("restart the search"));
    m_nameRow = add(tr("Its name"), m_name);
    m_commandRow = add(tr("Command"), m_command);
    m_commandRow->setHint(tr("the program, then one argument a line; no shell reads them"));
    add(tr("Without effect"), m_dryRun)->setHint(tr("to try it; may be empty"));
    m_automatic->addItem(tr("after somebody confirms it"), false);
    m_automatic->addItem(tr("by itself"), true);
    m_automatic->setMinimumContentsLength(1);
    m_automatic->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    add(tr("It runs"), m_automatic);
    m_limit->setRange(1, mostSeconds);
    m_limit->setSuffix(tr(" s"));
    add(tr("At the most for"), m_limit)->setHint(tr("then it is ended"));
    m_often->setRange(1, mostRuns);
    add(tr("Runs an hour"), m_often)->setHint(tr("at the most"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(m_has);
    layout->addWidget(m_fields);
    connect(m_has, &QCheckBox::toggled, this, &RemedyForm::showFields);
    connect(m_has, &QCheckBox::toggled, this, &RemedyForm::edited);
    connect(m_name, &QLineEdit::textChanged, this, &RemedyForm::edited);
    connect(m_command, &QPlainTextEdit::textChanged, this, &RemedyForm::edited);
    connect(m_dryRun, &QPlainTextEdit::textChanged, this, &RemedyForm::edited);
    connect(m_automatic, &QComboBox::currentIndexChanged, this, &RemedyForm::edited);
    connect(m_limit, &QSpinBox::valueChanged, this, &RemedyForm::edited);
    connect(m_often, &QSpinBox::valueChanged, this, &RemedyForm::edited);
    setRemedy({});
}

QPlainTextEdit *RemedyForm::argumentEdit(const QStringList &example)
{
    auto *edit = new QPlainTextEdit;
    edit->setTabChangesFocus(true);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setPlaceholderText(example.join(u'\n'));
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * argumentLines + 2 * space::m);
    return edit;
}

FormField *RemedyForm::add(const QString &label, QWidget *field)
{
    auto *row = new FormField(label, field);
    m_fields->layout()->addWidget(row);
    return row;
}

void RemedyForm::showFields()
{
    m_fields->setVisible(m_has->isChecked());
}

void RemedyForm::setRemedy(const std::optional<incident::Remedy> &remedy)
{
    const incident::Remedy shown = remedy.value_or(incident::Remedy());
    const bool wasQuiet = blockSignals(true);
    m_has->setChecked(remedy.has_value());
    if (m_name->text() != shown.name)
        m_name->setText(shown.name);
    showArguments(m_command, shown.command);
    showArguments(m_dryRun, shown.dryRun);
    m_automatic->setCurrentIndex(m_automatic->findData(shown.automatic));
    m_limit->setValue(int(shown.timeLimit.count()));
    m_often->setValue(shown.atMostPerHour);
    showFields();
    m_nameRow->setError({});
    m_commandRow->setError({});
    blockSignals(wasQuiet);
}

std::optional<incident::Remedy> RemedyForm::remedy() const
{
    if (!m_has->isChecked())
        return std::nullopt;
    incident::Remedy remedy;
    remedy.name = m_name->text().trimmed();
    remedy.command = argumentsIn(m_command);
    remedy.dryRun = argumentsIn(m_dryRun);
    remedy.timeLimit = base::Span(m_limit->value());
    remedy.automatic = m_automatic->currentData().toBool();
    remedy.atMostPerHour = m_often->value();
    return remedy;
}

bool RemedyForm::check()
{
    const auto typed = remedy();
    const bool isNamed = !typed || !typed->name.isEmpty();
    const bool hasProgram =
        !typed || (!typed->command.isEmpty() && !typed->command.front().trimmed().isEmpty());
    m_nameRow->setError(isNamed ? QString() : tr("Give it a name."));
    m_commandRow->setError(hasProgram ? QString() : tr("Say which program is to run."));
    return isNamed && hasProgram;
}

void RemedyForm::focusFirst()
{
    m_has->setFocus();
}

} // namespace ui
