// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/metrics/browsedialog.h"

#include "base/text.h"
#include "base/whenfinished.h"
#include "ui/metrics/figurebuilder.h"
#include "ui/metrics/figurepreview.h"
#include "ui/metrics/metricpicker.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/formfield.h"
#include "ui/widget/formnumber.h"
#include "ui/widget/lineedit.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace ui {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize usualSize(980, 720);
constexpr auto typingRest = 500ms;
constexpr qsizetype longestName = 100;

} // namespace

BrowseDialog::BrowseDialog(workflow::Desk &desk, workflow::Watch &watch,
                           workflow::MetricBrowser &browser, const QStringList &known,
                           QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_watch(watch)
    , m_browser(browser)
    , m_picker(new MetricPicker(browser))
    , m_builder(new FigureBuilder)
    , m_preview(new FigurePreview(browser, desk.zone()))
{
    setWindowTitle(tr("Add a chart from Prometheus"));
    resize(usualSize);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(space::s);
    layout->addWidget(buildServer(known));
    layout->addWidget(m_picker, 5);
    layout->addWidget(m_builder);
    layout->addWidget(m_preview, 4);
    layout->addWidget(buildFoot());
    m_typed.setSingleShot(true);
    m_typed.setInterval(typingRest);
    connect(&m_typed, &QTimer::timeout, this, &BrowseDialog::takeExpression);
    connect(m_picker, &MetricPicker::chosenChanged, this, &BrowseDialog::takeChoice);
    connect(m_picker, &MetricPicker::failed, this,
            [this](const base::Error &error) { m_preview->showError(error.text); });
    connect(m_builder, &FigureBuilder::changed, this, [this] { m_typed.start(); });
    connect(m_builder, &FigureBuilder::confirmed, this, &BrowseDialog::takeExpression);
    connect(m_preview, &FigurePreview::looked, this, &BrowseDialog::showWhatCanBeDone);
    connect(m_preview, &FigurePreview::narrowed, this, &BrowseDialog::narrow);
    connect(&m_browser, &workflow::MetricBrowser::busyChanged, this, [this](bool isBusy) {
        m_isBusy = isBusy;
        m_stop->setVisible(isBusy);
    });
    showWhatCanBeDone();
    m_address->setFocus();
    if (!known.isEmpty())
        connectTo();
}

QWidget *BrowseDialog::buildServer(const QStringList &known)
{
    m_address = new QComboBox;
    m_address->setEditable(true);
    m_address->addItems(known);
    m_address->lineEdit()->setPlaceholderText(u"http://prometheus.example.org:9090"_s);
    m_addressRow = new FormField(tr("Prometheus"), m_address);
    auto *side = new QWidget;
    auto *buttons = new QHBoxLayout(side);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(space::s);
    m_connect = new ActionButton(ActionButton::Kind::Secondary, tr("Ask it"));
    auto *login = new ActionButton(ActionButton::Kind::Quiet, tr("Login …"));
    m_stop = new ActionButton(ActionButton::Kind::Quiet, tr("Stop"));
    m_stop->hide();
    for (ActionButton *button : {m_connect, login, m_stop}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    m_addressRow->setSide(side);
    connect(m_connect, &QPushButton::clicked, this, &BrowseDialog::connectTo);
    connect(m_address, &QComboBox::activated, this, &BrowseDialog::connectTo);
    connect(m_address->lineEdit(), &QLineEdit::returnPressed, this, &BrowseDialog::connectTo);
    connect(login, &QPushButton::clicked, this,
            [this] { emit loginWanted(m_address->currentText().trimmed()); });
    connect(m_stop, &QPushButton::clicked, &m_browser, &workflow::MetricBrowser::cancel);
    return m_addressRow;
}

QWidget *BrowseDialog::buildFoot()
{
    m_name = new LineEdit;
    m_above = new LineEdit;
    m_below = new LineEdit;
    m_nameRow = new FormField(tr("Name"), m_name);
    m_aboveRow = new FormField(tr("Fails over"), m_above);
    m_belowRow = new FormField(tr("Fails under"), m_below);
    m_aboveRow->setHint(tr("may be empty"));
    m_belowRow->setHint(tr("may be empty"));
    m_add = new ActionButton(ActionButton::Kind::Primary, tr("Add chart"));
    m_add->setAutoDefault(false);
    auto *close = new ActionButton(ActionButton::Kind::Quiet, tr("Close"));
    close->setAutoDefault(false);
    auto *limits = new QHBoxLayout;
    limits->setSpacing(space::l);
    limits->addWidget(m_aboveRow, 1);
    limits->addWidget(m_belowRow, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_add);
    auto *foot = new QWidget;
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(m_nameRow);
    layout->addLayout(limits);
    layout->addLayout(buttons);
    connect(m_add, &QPushButton::clicked, this, &BrowseDialog::add);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return foot;
}

void BrowseDialog::connectTo()
{
    const QString address = m_address->currentText().trimmed();
    const base::Done opened = m_browser.open(address);
    m_addressRow->setError(opened ? QString() : opened.error().text);
    m_picker->setMetrics({});
    if (!opened)
        return;
    m_connected = address;
    m_addressRow->setNote(tr("Asking for its metrics …"));
    base::whenFinished(this, m_browser.metrics(),
                       [this, address](const base::Result<workflow::Metrics> &metrics) {
                           if (address != m_connected)
                               return;
                           m_addressRow->setNote({});
                           m_addressRow->setError(metrics ? QString() : metrics.error().text);
                           if (!metrics)
                               return;
                           if (metrics->empty())
                               m_addressRow->setNote(tr("It answers, and has no metrics yet."));
                           m_picker->setMetrics(*metrics);
                           m_picker->focusSearch();
                       });
}

void BrowseDialog::takeChoice()
{
    const prometheus::Labels &chosen = m_picker->chosen();
    if (chosen.isEmpty())
        return;
    m_builder->setSelector(prometheus::seriesName(chosen), m_picker->metric().kind());
    takeExpression();
}

void BrowseDialog::takeExpression()
{
    m_typed.stop();
    const QString expression = m_builder->expression();
    m_name->setPlaceholderText(suggestedName());
    m_nameRow->setNote({});
    if (m_connected.isEmpty() || expression.isEmpty())
        m_preview->clear({});
    else
        m_preview->look(expression);
    showWhatCanBeDone();
}

/// What was chosen in the lists goes on to be; of what was typed only a plain series can be had.
void BrowseDialog::narrow(const prometheus::Labels &labels)
{
    if (isPicked())
        return m_picker->choose(labels);
    m_builder->setSelector(prometheus::seriesName(labels), prometheus::MetricKind::Value);
    takeExpression();
}

bool BrowseDialog::isPicked() const
{
    const prometheus::Labels &chosen = m_picker->chosen();
    return !chosen.isEmpty() && m_builder->selector() == prometheus::seriesName(chosen);
}

void BrowseDialog::showWhatCanBeDone()
{
    m_preview->setNarrowing(isPicked() || m_preview->hasNames());
    m_add->setEnabled(!m_builder->expression().isEmpty() && m_preview->isOneNumber());
}

QString BrowseDialog::suggestedName() const
{
    QStringList parts = m_picker->chosen().values();
    const QString metric = m_picker->metric().name;
    if (metric.isEmpty() || !m_builder->expression().contains(metric))
        return base::oneLine(m_builder->expression(), longestName);
    parts.removeOne(metric);
    parts.prepend(metric);
    return base::oneLine(parts.join(u' '), longestName);
}

void BrowseDialog::add()
{
    source::MonitorSpec spec;
    spec.id = m_desk.newId();
    spec.kind = source::Kind::Prometheus;
    const QString name = m_name->text().trimmed();
    spec.name = name.isEmpty() ? suggestedName() : name;
    spec.address = m_connected;
    spec.expression = m_builder->expression();
    const bool isOverRead = readNumber(m_aboveRow, spec.above);
    const bool isUnderRead = readNumber(m_belowRow, spec.below);
    if (!isOverRead || !isUnderRead)
        return;
    const base::Done added = m_watch.add(spec);
    m_nameRow->setError(added ? QString() : added.error().text);
    if (!added)
        return;
    m_nameRow->setNote(tr("“%1” is watched now. Choose another, or close.").arg(spec.name));
    for (LineEdit *field : {m_name, m_above, m_below})
        field->clear();
    emit this->added(spec.id);
}

/// The first Escape stops what is under way.
void BrowseDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_isBusy)
        m_browser.cancel();
    else
        QDialog::keyPressEvent(event);
}

void BrowseDialog::done(int result)
{
    m_browser.cancel();
    QDialog::done(result);
}

} // namespace ui
