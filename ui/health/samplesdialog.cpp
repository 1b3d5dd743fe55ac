// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/samplesdialog.h"

#include "timing/zone.h"
#include "ui/health/axisticks.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

enum Column { Time, Value, Result, ColumnCount };

QString resultText(health::Quality quality)
{
    switch (quality) {
    case health::Quality::Ok:
        return SamplesModel::tr("good");
    case health::Quality::Failed:
        return SamplesModel::tr("failed");
    case health::Quality::NotMeasured:
        return SamplesModel::tr("not measured");
    case health::Quality::Paused:
        return SamplesModel::tr("paused");
    }
    return {};
}

} // namespace

SamplesModel::SamplesModel(const health::Series &series, const ChartContent &content,
                           QObject *parent)
    : QAbstractTableModel(parent)
    , m_unit(content.unit)
    , m_zone(content.zone)
{
    const qsizetype first = series.indexAt(content.from);
    const qsizetype end = series.indexAt(content.to + std::chrono::milliseconds(1));
    for (qsizetype i = end; i > first; --i)
        m_samples.append(series.at(i - 1));
}

int SamplesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_samples.size());
}

int SamplesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SamplesModel::timeText(base::InstantMs at) const
{
    const QDateTime time = timing::toLocal(std::chrono::floor<std::chrono::seconds>(at), m_zone);
    return QLocale().toString(time.date(), u"d MMM "_s) + time.toString(u"HH:mm:ss"_s);
}

QVariant SamplesModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole || !index.isValid())
        return {};
    const health::Sample &sample = m_samples[index.row()];
    switch (index.column()) {
    case Time:
        return timeText(sample.at);
    case Value:
        return sample.hasValue() ? quantityText(sample.value, m_unit) : QString();
    case Result:
        return resultText(sample.quality);
    default:
        return {};
    }
}

QVariant SamplesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Value:
        return tr("Value");
    case Result:
        return tr("Result");
    default:
        return {};
    }
}

SamplesDialog::SamplesDialog(const QString &name, const health::Series &series,
                             const ChartContent &content, const QString &summary, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Samples of %1").arg(name));
    auto *table = new QTableView(this);
    table->setModel(new SamplesModel(series, content, table));
    table->setAccessibleName(windowTitle());
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->selectRow(0);

    QLabel *words = makeLabel(summary, TextRole::Body, this);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->setAccessibleName(tr("Summary"));
    words->setAccessibleDescription(summary);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *save = buttons->addButton(tr("Save as CSV…"), QDialogButtonBox::ActionRole);
    save->setAutoDefault(false);
    connect(save, &QPushButton::clicked, this, &SamplesDialog::saveRequested);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::l, space::l, space::l);
    column->setSpacing(space::m);
    column->addWidget(words);
    //: %1 is a zone such as Europe/London
    column->addWidget(
        makeLabel(tr("Newest first, times in %1.").arg(QString::fromLatin1(content.zone.id())),
                  TextRole::Secondary, this));
    column->addWidget(table, 1);
    column->addWidget(buttons);
    const Theme theme = Theme::current();
    table->setFocus();
    resize(theme.scaled(480), theme.scaled(460));
}

} // namespace ui
