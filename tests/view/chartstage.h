// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/manualclock.h"
#include "support/samples.h"
#include "ui/health/chartnavigator.h"
#include "ui/health/healthpane.h"
#include "ui/health/monitorcard.h"
#include "ui/theme/appearance.h"
#include "view/fakehealthmodel.h"

#include <memory>
#include <QApplication>
#include <QTest>
#include <QWheelEvent>

namespace support {

/// A health pane on two monitors with a day behind them: www failed from the 100th to the 129th
/// sample of the last hour, search was always well.
class ChartStage
{
public:
    ChartStage()
        : m_appearance(*qApp)
    {
        using namespace Qt::StringLiterals;
        m_appearance.setChoice(ui::SchemeChoice::Light);
        m_model.setNow(m_now);
        const QByteArray day(24 * 180, '5');
        set(u"www"_s, ui::State::Down,
            day + QByteArray(100, '5') + QByteArray(30, 'F') + QByteArray(51, '5'));
        set(u"search"_s, ui::State::Up, day + QByteArray(181, '3'));
        m_pane = std::make_unique<ui::HealthPane>(m_model);
        m_pane->resize(560, 700);
        m_pane->show();
    }

    [[nodiscard]] ui::HealthPane &pane() { return *m_pane; }
    [[nodiscard]] ui::ChartNavigator &navigator() { return m_pane->navigator(); }
    [[nodiscard]] ui::TimeFrame &frame() { return navigator().frame(); }
    [[nodiscard]] const std::optional<ui::OutageMark> &mark() { return navigator().mark(); }
    [[nodiscard]] base::InstantMs now() const { return m_now; }

    /// The large one.
    [[nodiscard]] ui::HealthChart *chart() const
    {
        return m_pane->findChild<ui::MonitorPanel *>()->chart();
    }

    /// The n-th of the 180 samples of the last hour.
    [[nodiscard]] base::InstantMs at(int n) const
    {
        return m_now - (180 - n) * std::chrono::seconds(20);
    }
    [[nodiscard]] base::Instant second(int n) const
    {
        return std::chrono::floor<std::chrono::seconds>(at(n));
    }
    [[nodiscard]] QPoint placeOf(base::InstantMs moment) const
    {
        return {qRound(chart()->xOf(moment)), int(chart()->plotArea().center().y())};
    }

    /// `history` ends now.
    void set(const QString &id, ui::State state, const QByteArray &history,
             const QList<ui::ChartBand> &bands = {}, const QList<ui::ChartMark> &marks = {},
             const std::optional<ui::ChartThreshold> &threshold = {})
    {
        constexpr std::chrono::seconds step(20);
        FakeHealthModel::Entry entry;
        entry.info.id = entry.info.name = id;
        entry.info.state = state;
        entry.info.threshold = threshold;
        entry.bands = bands;
        entry.marks = marks;
        entry.series = seriesOf(samples(history, m_now - (history.size() - 1) * step, step), step);
        m_model.set(entry);
        if (m_pane)
            m_pane->refresh();
    }

    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(chart(), Qt::Key(key), modifiers);
    }

    void turnWheel(QPoint place, QPoint angle, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(place, chart()->mapToGlobal(place), {}, angle, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(chart(), &event);
    }

    void drag(QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton,
              Qt::KeyboardModifiers modifiers = {})
    {
        const auto send = [&](QEvent::Type type, QPoint place, Qt::MouseButtons held) {
            QMouseEvent event(type, place, chart()->mapToGlobal(place),
                              type == QEvent::MouseMove ? Qt::NoButton : button, held, modifiers);
            QApplication::sendEvent(chart(), &event);
        };
        send(QEvent::MouseButtonPress, from, button);
        send(QEvent::MouseMove, (from + to) / 2, button);
        send(QEvent::MouseMove, to, button);
        send(QEvent::MouseButtonRelease, to, Qt::NoButton);
    }

private:
    const base::InstantMs m_now = utc("2026-11-22T16:00:00Z");
    ui::Appearance m_appearance;
    FakeHealthModel m_model;
    std::unique_ptr<ui::HealthPane> m_pane;
};

} // namespace support
