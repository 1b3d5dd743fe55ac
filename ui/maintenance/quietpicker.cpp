// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/maintenance/quietpicker.h"

#include "base/background.h"
#include "base/whenfinished.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/formfield.h"
#include "wording/timewords.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr std::size_t offered = 3;

} // namespace

QuietPicker::QuietPicker(workflow::Desk &desk, std::function<timing::RoughDuration()> length,
                         QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_length(std::move(length))
    , m_series(new QComboBox)
    , m_look(new ActionButton(ActionButton::Kind::Secondary, tr("Find quiet hours")))
    , m_words(makeLabel({}, TextRole::Secondary))
    , m_found(new QVBoxLayout)
{
    auto *row = new FormField(tr("Quiet by"), m_series);
    row->setSide(m_look);
    m_words->setWordWrap(true);
    m_words->hide();
    m_found->setSpacing(space::xs);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(row);
    layout->addWidget(m_words);
    layout->addLayout(m_found);
    connect(m_look, &QPushButton::clicked, this, &QuietPicker::look);
    hide();
}

void QuietPicker::reload()
{
    const QString dataDir = m_desk.dataDir();
    const auto listed = base::inBackground(
        [dataDir, &clock = m_desk.clock()] { return workflow::measuredSeries(dataDir, clock); });
    m_running.addFuture(QFuture<void>(listed));
    base::whenFinished(this, listed, [this](const base::Result<QList<health::SeriesInfo>> &series) {
        const QString chosen = m_series->currentData().toString();
        m_series->clear();
        for (const health::SeriesInfo &info : series.value_or(QList<health::SeriesInfo>()))
            m_series->addItem(info.name, info.id);
        m_series->setCurrentIndex(std::max(0, m_series->findData(chosen)));
        setVisible(m_series->count() > 0);
    });
}

void QuietPicker::clear()
{
    while (QLayoutItem *item = m_found->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    m_words->hide();
}

void QuietPicker::look()
{
    m_look->setEnabled(false);
    const QString dataDir = m_desk.dataDir();
    const auto found =
        base::inBackground([dataDir, &clock = m_desk.clock(), zone = m_desk.zone(),
                            series = m_series->currentData().toString(), length = m_length()] {
            return workflow::quietHours(dataDir, clock, zone, series, length);
        });
    m_running.addFuture(QFuture<void>(found));
    base::whenFinished(
        this, found, [this](const base::Result<workflow::QuietHours> &hours) { showHours(hours); });
}

void QuietPicker::showHours(const base::Result<workflow::QuietHours> &hours)
{
    m_look->setEnabled(true);
    clear();
    m_words->show();
    if (!hours) {
        m_words->setText(hours.error().text);
        return;
    }
    m_words->setText(tr("The quietest hours of the coming week, by what was measured before:"));
    const wording::Reader reader{m_desk.zone(), m_desk.clock().now(), true};
    for (std::size_t i = 0; i < std::min(offered, hours->windows.size()); ++i) {
        const health::QuietWindow &window = hours->windows[i];
        const QString when = wording::rangeWords(timing::RoughInstant::exact(window.from),
                                                 timing::RoughInstant::exact(window.to), reader);
        //: %1 a window of time, %2 the numbers that speak for it
        auto *pick =
            new ActionButton(ActionButton::Kind::Quiet,
                             tr("%1: %2").arg(when, workflow::wordsOf(window, hours->series)));
        connect(pick, &QPushButton::clicked, this,
                [this, window] { emit picked(window.from, window.to); });
        m_found->addWidget(pick, 0, Qt::AlignLeft);
    }
}

} // namespace ui
