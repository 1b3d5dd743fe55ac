// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/monitordialog.h"

#include "ui/settings/trial.h"
#include "ui/theme/tokens.h"
#include "ui/widget/formnumber.h"
#include "ui/widget/lineedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using source::Kind;
using std::chrono::milliseconds;

namespace {

constexpr int dialogWidth = 640;
constexpr int secondsOfADay = 86'400;

LineEdit *lineOf(const QString &text)
{
    auto *line = new LineEdit;
    line->setText(text);
    return line;
}

QSpinBox *spinBox(int least, int most, int value)
{
    auto *box = new QSpinBox;
    box->setRange(least, most);
    box->setValue(value);
    return box;
}

FormField *addRow(QVBoxLayout &rows, const QString &label, QWidget *field, const QString &hint = {})
{
    auto *row = new FormField(label, field);
    if (hint.isEmpty())
        row->setWide(true);
    else
        row->setHint(hint);
    rows.addWidget(row);
    return row;
}

QString textOf(const std::optional<double> &number)
{
    return number ? QLocale().toString(*number, 'g', QLocale::FloatingPointShortest) : QString();
}

} // namespace

MonitorDialog::MonitorDialog(workflow::Watch &watch, source::MonitorSpec spec, QWidget *parent)
    : QDialog(parent)
    , m_watch(watch)
    , m_spec(std::move(spec))
    , m_name(lineOf(m_spec.name))
    , m_address(lineOf(m_spec.address))
    , m_part(lineOf(m_spec.component))
    , m_every(spinBox(1, secondsOfADay, int(m_spec.interval.count() / 1000)))
    , m_limit(new QDoubleSpinBox)
    , m_linkLocal(new QCheckBox(tr("Link-local addresses are meant")))
    , m_test(new ActionButton(ActionButton::Kind::Secondary, trialTitle(false)))
{
    setWindowTitle(tr("What is watched: %1").arg(m_spec.name));
    setMinimumWidth(dialogWidth);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::l, space::l, space::l, space::l);
    rows->setSpacing(space::s);
    buildPlace(*rows);
    if (source::isFigure(m_spec.kind))
        buildFigure(*rows);
    else
        buildPage(*rows);
    if (m_spec.kind == Kind::Http || m_spec.kind == Kind::Tcp)
        buildConnection(*rows);
    m_linkLocal->setChecked(m_spec.allowLinkLocal);
    rows->addWidget(m_linkLocal);
    rows->addStretch(1);
    rows->addWidget(buildActions());
}

void MonitorDialog::buildPlace(QVBoxLayout &rows)
{
    addRow(rows, tr("Name"), m_name);
    m_addressRow = addRow(rows, tr("Address"), m_address);
    addRow(rows, tr("Part of the service"), m_part, tr("as readers know it; may be empty"));
    m_every->setSuffix(tr(" s"));
    addRow(rows, tr("Looks every"), m_every, tr("from one second to one day"));
    m_limit->setRange(0.1, secondsOfADay);
    m_limit->setDecimals(1);
    m_limit->setSuffix(tr(" s"));
    m_limit->setValue(double(m_spec.timeout.count()) / 1000);
    addRow(rows, tr("Waits at most"), m_limit, tr("no longer than between two looks"));
}

void MonitorDialog::buildPage(QVBoxLayout &rows)
{
    if (m_spec.kind == Kind::Http) {
        m_statusFrom = spinBox(100, 599, m_spec.expected.from);
        m_statusTo = spinBox(100, 599, m_spec.expected.to);
        m_statusTo->setAccessibleName(tr("Good up to status"));
        m_statusTo->setPrefix(tr("to "));
        auto *status = addRow(rows, tr("Good from status"), m_statusFrom);
        status->setWide(false);
        status->setSide(m_statusTo);
    }
    if (m_spec.kind != Kind::Tcp) {
        m_contains = lineOf(m_spec.bodyContains);
        addRow(rows, m_spec.kind == Kind::Dns ? tr("Expected value") : tr("Has to contain"),
               m_contains, tr("may be empty: any will do"));
    }
    if (m_spec.kind == Kind::Http) {
        m_redirects = new QCheckBox(tr("Follow redirects, on the same host only"));
        m_redirects->setChecked(m_spec.followRedirects);
        rows.addWidget(m_redirects);
    }
}

void MonitorDialog::buildFigure(QVBoxLayout &rows)
{
    m_expression = lineOf(m_spec.expression);
    addRow(rows, tr("Figure"), m_expression);
    m_aboveRow = addRow(rows, tr("Fails over"), lineOf(textOf(m_spec.above)), tr("may be empty"));
    m_belowRow = addRow(rows, tr("Fails under"), lineOf(textOf(m_spec.below)), tr("may be empty"));
}

void MonitorDialog::buildConnection(QVBoxLayout &rows)
{
    m_family = new QComboBox;
    m_family->addItem(tr("either"), int(source::Family::Any));
    m_family->addItem(u"IPv4"_s, int(source::Family::V4));
    m_family->addItem(u"IPv6"_s, int(source::Family::V6));
    m_family->setCurrentIndex(m_family->findData(int(m_spec.family)));
    addRow(rows, tr("Protocol"), m_family, tr("a name with both needs two monitors"));
    m_authorities = lineOf(m_spec.caFile);
    m_authorities->setPlaceholderText(u"/etc/ssl/our-ca.pem"_s);
    addRow(rows, tr("Own authorities"), m_authorities, tr("a PEM file; may be empty"));
}

QWidget *MonitorDialog::buildActions()
{
    auto *keep = new ActionButton(ActionButton::Kind::Primary, tr("Keep it"));
    keep->setDefault(true);
    auto *cancel = new ActionButton(ActionButton::Kind::Quiet, tr("Cancel"));
    m_test->setAutoDefault(false);
    cancel->setAutoDefault(false);
    auto *actions = new QWidget;
    auto *row = new QHBoxLayout(actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addStretch(1);
    for (ActionButton *button : {cancel, m_test, keep})
        row->addWidget(button);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_test, &QPushButton::clicked, this, &MonitorDialog::test);
    connect(keep, &QPushButton::clicked, this, &MonitorDialog::accept);
    return actions;
}

std::optional<source::MonitorSpec> MonitorDialog::typed()
{
    source::MonitorSpec spec = m_spec;
    spec.name = m_name->text().trimmed();
    spec.address = m_address->text().trimmed();
    spec.component = m_part->text().trimmed();
    if (m_every->value() != int(m_spec.interval.count() / 1000))
        spec.interval = std::chrono::seconds(m_every->value());
    spec.timeout = milliseconds(qRound64(m_limit->value() * 1000));
    spec.allowLinkLocal = m_linkLocal->isChecked();
    if (m_statusFrom)
        spec.expected = {m_statusFrom->value(), m_statusTo->value()};
    if (m_contains)
        spec.bodyContains = m_contains->text();
    if (m_redirects)
        spec.followRedirects = m_redirects->isChecked();
    if (m_family) {
        spec.family = source::Family(m_family->currentData().toInt());
        spec.caFile = m_authorities->text().trimmed();
    }
    if (m_expression) {
        spec.expression = m_expression->text().trimmed();
        const bool isOverRead = readNumber(m_aboveRow, spec.above);
        const bool isUnderRead = readNumber(m_belowRow, spec.below);
        if (!isOverRead || !isUnderRead)
            return std::nullopt;
    }
    const base::Done usable = source::validate(spec);
    m_addressRow->setError(usable ? QString() : usable.error().text);
    return usable ? std::optional(spec) : std::nullopt;
}

void MonitorDialog::test()
{
    if (const auto wanted = typed())
        showTrial(m_addressRow, m_test, m_watch.probe(*wanted));
}

void MonitorDialog::accept()
{
    const auto wanted = typed();
    if (!wanted)
        return;
    const base::Done replaced = m_watch.replace(*wanted);
    m_addressRow->setError(replaced ? QString() : replaced.error().text);
    if (replaced)
        QDialog::accept();
}

} // namespace ui
