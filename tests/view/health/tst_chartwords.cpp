// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manualclock.h"
#include "support/samples.h"
#include "ui/health/healthchart.h"
#include "ui/theme/appearance.h"
#include "view/pixels.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ui::ColorRole;

/// Words on a large chart, and how fine its picture is.
class TestChartWords final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_appearance = std::make_unique<ui::Appearance>(*qApp);
        m_appearance->setChoice(ui::SchemeChoice::Light);
    }

    void aLimitAndAMarkDoNotCoverEachOther()
    {
        ui::ChartContent content = hour();
        content.floor = ui::ChartThreshold{2, u"fails under 2 of these"_s};
        QVERIFY(limitWordsInMarkRow(content) > 10);
        content.marks = {{std::chrono::floor<base::Span>(content.from + 5min),
                          u"deployed 4f2a"_s,
                          ui::MarkKind::Deploy,
                          {}}};
        QCOMPARE(limitWordsInMarkRow(content), 0);
    }

    void aFinerPictureIsDrawnFiner()
    {
        show(hour());
        QImage image(m_chart->size() * 2, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(2);
        image.fill(Qt::white);
        m_chart->render(&image);
        // Nothing but pixels made larger would have all squares of one colour.
        int mixed = 0;
        for (int y = 0; y + 1 < image.height(); y += 2) {
            for (int x = 0; x + 1 < image.width(); x += 2)
                mixed += image.pixel(x, y) != image.pixel(x + 1, y + 1) ? 1 : 0;
        }
        QVERIFY2(mixed > 200, qPrintable(QString::number(mixed)));
    }

private:
    [[nodiscard]] static ui::ChartContent hour()
    {
        ui::ChartContent content;
        content.from = support::utc("2026-11-22T15:00:00Z");
        content.to = content.now = content.from + 1h;
        return content;
    }

    void show(const ui::ChartContent &content)
    {
        m_series = std::make_unique<health::Series>(
            support::seriesOf(support::samples(QByteArray("3453").repeated(45),
                                               std::chrono::floor<base::Span>(content.from), 20s),
                              20s));
        m_chart.reset(ui::makeHealthChart(ui::HealthChart::Form::Large));
        m_chart->resize(460, 230);
        m_chart->show();
        m_chart->present(content, [this](const health::View &view) {
            return health::decimate(*m_series, view);
        });
    }

    /// Pixels of the limit's words where those of marks stand.
    [[nodiscard]] int limitWordsInMarkRow(const ui::ChartContent &content)
    {
        show(content);
        const ui::Theme theme = ui::Theme::current();
        const double height = QFontMetricsF(theme.font(ui::TextSize::Faint)).height();
        const QRectF plot = m_chart->plotArea();
        const QRectF row(plot.left(), plot.bottom() - height - 12, plot.width(), height - 2);
        return support::countOf(m_chart->grab().toImage(), row.toAlignedRect(),
                                theme.color(ColorRole::Secondary), 24);
    }

    std::unique_ptr<ui::Appearance> m_appearance;
    std::unique_ptr<health::Series> m_series;
    std::unique_ptr<ui::HealthChart> m_chart;
};

QTEST_MAIN(TestChartWords)
#include "tst_chartwords.moc"
