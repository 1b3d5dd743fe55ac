// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/probefields.h"

#include "ui/theme/tokens.h"
#include "ui/widget/formfield.h"
#include "ui/widget/formnumber.h"
#include "ui/widget/lineedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;
using source::Kind;
using std::chrono::milliseconds;

namespace {

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

ProbeFields::ProbeFields(const source::MonitorSpec &spec, QWidget *parent)
    : QWidget(parent)
    , m_before(spec)
    , m_name(lineOf(spec.name))
    , m_address(lineOf(spec.address))
    , m_part(lineOf(spec.component))
    , m_every(spinBox(1, secondsOfADay, int(spec.interval.count() / 1000)))
    , m_limit(new QDoubleSpinBox)
    , m_linkLocal(new QCheckBox(tr("Link-local addresses are meant")))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::s);
    buildPlace(*rows);
    if (source::isFigure(spec.kind))
        buildFigure(*rows);
    else
        buildPage(*rows);
    if (spec.kind == Kind::Http || spec.kind == Kind::Tcp)
        buildConnection(*rows);
    m_linkLocal->setChecked(spec.allowLinkLocal);
    rows->addWidget(m_linkLocal);
}

void ProbeFields::buildPlace(QVBoxLayout &rows)
{
    const bool isNew = m_before.name.isEmpty();
    addRow(rows, tr("Name"), m_name, isNew ? tr("may be empty: the address") : QString());
    m_addressRow = addRow(rows, tr("Address"), m_address);
    addRow(rows, tr("Part of the service"), m_part, tr("as readers know it; may be empty"));
    m_every->setSuffix(tr(" s"));
    addRow(rows, tr("Looks every"), m_every, tr("from one second to one day"));
    m_limit->setRange(0.1, secondsOfADay);
    m_limit->setDecimals(1);
    m_limit->setSuffix(tr(" s"));
    m_limit->setValue(double(m_before.timeout.count()) / 1000);
    addRow(rows, tr("Waits at most"), m_limit, tr("no longer than between two looks"));
}

void ProbeFields::buildPage(QVBoxLayout &rows)
{
    if (m_before.kind == Kind::Http) {
        m_statusFrom = spinBox(100, 599, m_before.expected.from);
        m_statusTo = spinBox(100, 599, m_before.expected.to);
        m_statusTo->setAccessibleName(tr("Good up to status"));
        m_statusTo->setPrefix(tr("to "));
        auto *status = addRow(rows, tr("Good from status"), m_statusFrom);
        status->setWide(false);
        status->setSide(m_statusTo);
    }
    if (m_before.kind != Kind::Tcp) {
        m_contains = lineOf(m_before.bodyContains);
        addRow(rows, m_before.kind == Kind::Dns ? tr("Expected value") : tr("Has to contain"),
               m_contains, tr("may be empty: any will do"));
    }
    if (m_before.kind == Kind::Http) {
        m_redirects = new QCheckBox(tr("Follow redirects, on the same host only"));
        m_redirects->setChecked(m_before.followRedirects);
        rows.addWidget(m_redirects);
    }
}

void ProbeFields::buildFigure(QVBoxLayout &rows)
{
    m_expression = lineOf(m_before.expression);
    addRow(rows, tr("Figure"), m_expression);
    m_aboveRow = addRow(rows, tr("Fails over"), lineOf(textOf(m_before.above)), tr("may be empty"));
    m_belowRow =
        addRow(rows, tr("Fails under"), lineOf(textOf(m_before.below)), tr("may be empty"));
}

void ProbeFields::buildConnection(QVBoxLayout &rows)
{
    m_family = new QComboBox;
    m_family->addItem(tr("either"), int(source::Family::Any));
    m_family->addItem(u"IPv4"_s, int(source::Family::V4));
    m_family->addItem(u"IPv6"_s, int(source::Family::V6));
    m_family->setCurrentIndex(m_family->findData(int(m_before.family)));
    addRow(rows, tr("Protocol"), m_family, tr("a name with both needs two monitors"));
    if (m_before.kind == Kind::Tcp && m_before.address.startsWith("tcp:"_L1))
        return; // it shows no certificate
    m_authorities = lineOf(m_before.caFile);
    m_authorities->setPlaceholderText(u"/etc/ssl/our-ca.pem"_s);
    addRow(rows, tr("Own authorities"), m_authorities, tr("a PEM file; may be empty"));
}

QString ProbeFields::name() const
{
    return m_name->text().trimmed();
}

QString ProbeFields::address() const
{
    return m_address->text().trimmed();
}

std::optional<source::MonitorSpec> ProbeFields::typedInto(source::MonitorSpec spec)
{
    spec.component = m_part->text().trimmed();
    // An interval of broken seconds is kept unless it is changed.
    if (m_every->value() != int(spec.interval.count() / 1000))
        spec.interval = std::chrono::seconds(m_every->value());
    spec.timeout = milliseconds(qRound64(m_limit->value() * 1000));
    spec.allowLinkLocal = m_linkLocal->isChecked();
    if (m_statusFrom)
        spec.expected = {m_statusFrom->value(), m_statusTo->value()};
    if (m_contains)
        spec.bodyContains = m_contains->text();
    if (m_redirects)
        spec.followRedirects = m_redirects->isChecked();
    if (m_family)
        spec.family = source::Family(m_family->currentData().toInt());
    if (m_authorities)
        spec.caFile = m_authorities->text().trimmed();
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

void ProbeFields::clearPlace()
{
    for (LineEdit *line : {m_name, m_address, m_part})
        line->clear();
    m_address->setFocus();
}

} // namespace ui
