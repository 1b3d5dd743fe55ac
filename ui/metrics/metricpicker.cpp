// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/metrics/metricpicker.h"

#include "base/text.h"
#include "base/whenfinished.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/elidedlabel.h"
#include "ui/widget/lineedit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QStringListModel>
#include <QVBoxLayout>

namespace ui {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const QString nameLabel = u"__name__"_s;
constexpr auto rest = 150ms;
constexpr qsizetype longestHelp = 300;
constexpr int narrowestColumn = 160;
/// More than anybody reads; what is searched for is found among all of them.
constexpr qsizetype mostValues = 2000;

QListView *lean(QListView *list, const QString &name)
{
    list->setAccessibleName(name);
    list->setUniformItemSizes(true);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setTextElideMode(Qt::ElideMiddle);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setMinimumWidth(narrowestColumn);
    return list;
}

QString aboutOf(const workflow::Metric &metric)
{
    const QString help = base::oneLine(metric.help, longestHelp);
    return help.isEmpty() ? metric.type : metric.type + u": "_s + help;
}

} // namespace

MetricPicker::MetricPicker(workflow::MetricBrowser &browser, QWidget *parent)
    : QWidget(parent)
    , m_browser(browser)
    , m_metrics(new view::MetricListModel(this))
    , m_search(new LineEdit)
    , m_list(lean(new QListView, tr("Metrics")))
    , m_count(makeLabel({}, TextRole::Faint))
    , m_about(new ElidedLabel({}, TextRole::Faint))
    , m_labels(new QListWidget)
    , m_valueSearch(new LineEdit)
    , m_values(lean(new QListView, tr("Values of the label")))
    , m_valueModel(new QStringListModel(this))
    , m_valueCount(makeLabel({}, TextRole::Faint))
{
    lean(m_labels, tr("Labels of the metric"));
    m_list->setModel(m_metrics);
    m_values->setModel(m_valueModel);
    m_search->setPlaceholderText(tr("requests total"));
    m_search->setAccessibleName(tr("Search the metrics"));
    m_valueSearch->setPlaceholderText(tr("search"));
    m_valueSearch->setAccessibleName(tr("Search the values"));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(space::m);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    layout->addLayout(columns, 1);
    layout->addWidget(m_about);
    columns->addLayout(addColumn(tr("Metric"), m_search, m_list, m_count), 5);
    columns->addLayout(addColumn(tr("Label"), nullptr, m_labels, nullptr), 3);
    columns->addLayout(addColumn(tr("Value"), m_valueSearch, m_values, m_valueCount), 4);

    m_settled.setSingleShot(true);
    m_settled.setInterval(rest);
    connect(&m_settled, &QTimer::timeout, this, &MetricPicker::takeMetric);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_metrics->setFilter(words);
        showCount();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_list->setCurrentIndex(m_metrics->index(0));
        m_list->setFocus(Qt::TabFocusReason);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    m_settled.start();
            });
    connect(m_labels, &QListWidget::currentRowChanged, this, &MetricPicker::askValues);
    connect(m_valueSearch, &QLineEdit::textChanged, this, &MetricPicker::showValues);
    connect(m_values, &QListView::activated, this, &MetricPicker::takeValue);
    connect(m_values, &QListView::clicked, this, &MetricPicker::takeValue);
    showCount();
}

QVBoxLayout *MetricPicker::addColumn(const QString &title, LineEdit *search, QWidget *list,
                                     QLabel *note)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(space::xs);
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(title, TextRole::Secondary));
    head->addStretch(1);
    if (note)
        head->addWidget(note);
    column->addLayout(head);
    if (search)
        column->addWidget(search);
    column->addWidget(list, 1);
    return column;
}

void MetricPicker::setMetrics(workflow::Metrics metrics)
{
    m_metrics->setMetrics(std::move(metrics));
    m_metric = {};
    m_about->setText({});
    m_chosen.clear();
    showLabels({});
    showCount();
    emit chosenChanged();
}

void MetricPicker::focusSearch()
{
    m_search->setFocus(Qt::OtherFocusReason);
}

void MetricPicker::showCount()
{
    const int shown = m_metrics->rowCount();
    m_count->setText(shown == m_metrics->total()
                         ? tr("%Ln metrics", nullptr, shown)
                         : tr("%L1 of %L2").arg(shown).arg(m_metrics->total()));
}

void MetricPicker::takeMetric()
{
    const workflow::Metric *metric = m_metrics->metric(m_list->currentIndex().row());
    if (!metric || metric->name == m_metric.name)
        return;
    m_metric = *metric;
    m_about->setText(aboutOf(m_metric));
    m_chosen = {{nameLabel, m_metric.name}};
    showLabels({});
    emit chosenChanged();
    askLabels();
}

void MetricPicker::choose(const prometheus::Labels &labels)
{
    m_chosen = labels;
    m_chosen[nameLabel] = m_metric.name;
    emit chosenChanged();
    askLabels();
}

void MetricPicker::askLabels()
{
    const int asked = ++m_asked;
    base::whenFinished(this, m_browser.labels({{nameLabel, m_metric.name}}),
                       [this, asked](const base::Result<QStringList> &names) {
                           if (asked != m_asked)
                               return;
                           if (names)
                               showLabels(*names);
                           else
                               emit failed(names.error());
                       });
}

void MetricPicker::showLabels(const QStringList &names)
{
    const QString before = label();
    const QSignalBlocker quiet(m_labels);
    m_labels->clear();
    for (const QString &name : names) {
        const QString value = m_chosen.value(name);
        auto *item = new QListWidgetItem(value.isEmpty() ? name : name + u" = "_s + value);
        item->setData(Qt::UserRole, name);
        m_labels->addItem(item);
        if (name == before)
            m_labels->setCurrentItem(item);
    }
    if (m_labels->currentRow() < 0) {
        m_all.clear();
        m_valueSearch->clear();
    }
    showValues();
}

QString MetricPicker::label() const
{
    const QListWidgetItem *item = m_labels->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void MetricPicker::askValues()
{
    m_all.clear();
    m_valueSearch->clear();
    showValues();
    if (label().isEmpty())
        return;
    const int asked = ++m_asked;
    base::whenFinished(this, m_browser.values(label(), m_chosen),
                       [this, asked](const base::Result<QStringList> &values) {
                           if (asked != m_asked)
                               return;
                           if (!values)
                               return emit failed(values.error());
                           m_all = *values;
                           showValues();
                       });
}

/// The first row is no value, but the choice of none.
void MetricPicker::showValues()
{
    const QString words = m_valueSearch->text().trimmed();
    QStringList shown = words.isEmpty() ? m_all : m_all.filter(words, Qt::CaseInsensitive);
    const auto count = int(shown.size());
    shown = shown.mid(0, mostValues);
    if (!m_all.isEmpty())
        shown.prepend(tr("any value"));
    m_valueModel->setStringList(shown);
    m_valueCount->setText(m_all.isEmpty()         ? QString()
                          : count == m_all.size() ? tr("%Ln values", nullptr, count)
                                                  : tr("%L1 of %L2").arg(count).arg(m_all.size()));
    const auto row = int(shown.indexOf(m_chosen.value(label()), 1));
    if (!shown.isEmpty())
        m_values->setCurrentIndex(m_valueModel->index(std::max(0, row)));
}

void MetricPicker::takeValue(const QModelIndex &index)
{
    const QString name = label();
    if (name.isEmpty() || !index.isValid())
        return;
    if (index.row() == 0)
        m_chosen.remove(name);
    else
        m_chosen[name] = index.data().toString();
    const QString value = m_chosen.value(name);
    m_labels->currentItem()->setText(value.isEmpty() ? name : name + u" = "_s + value);
    emit chosenChanged();
}

} // namespace ui
