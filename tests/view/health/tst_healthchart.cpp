// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/charthand.h"
#include "ui/health/linepainter.h"
#include "view/drawnchart.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::countOf;
using ui::ColorRole;
using ui::HealthChart;
using ui::Scheme;

/// How samples become a line, and what is drawn where there is none.
class TestHealthChart final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_drawn = std::make_unique<support::DrawnChart>(); }
    void cleanup() { m_drawn.reset(); }
    void aGapIsNotBridged_data();
    void aGapIsNotBridged();
    void aSpikeSurvives();
    void aLoneSampleIsADot();
    void badStatesLookDifferent_data();
    void badStatesLookDifferent();
    void slowIsDrawnInItsColour();
    void schemesSwitchLive();
    void nothingOfTheLastPictureStays();
    void binsAreAlignedWithPixels();
    void onlyTheLargeOneTakesKeys();

private:
    std::unique_ptr<support::DrawnChart> m_drawn;
};

void TestHealthChart::aGapIsNotBridged_data()
{
    QTest::addColumn<QByteArray>("history");
    QTest::addRow("silence") << QByteArray("55555555555555555555..........55555555555555555555");
    QTest::addRow("not measured") << QByteArray(
        "55555555555555555555NNNNNNNNNN55555555555555555555");
    QTest::addRow("failed") << QByteArray("55555555555555555555FFFFFFFFFF55555555555555555555");
    QTest::addRow("paused") << QByteArray("55555555555555555555PPPPPPPPPP55555555555555555555");
}

void TestHealthChart::aGapIsNotBridged()
{
    QFETCH(QByteArray, history);
    m_drawn->draw(history);
    const QImage image = m_drawn->grab();
    const int y = int(m_drawn->chart->yOf(50));
    const auto lineBetween = [&](double from, double to) {
        const int left = int(m_drawn->chart->xOf(m_drawn->at(from))) + 4;
        const int right = int(m_drawn->chart->xOf(m_drawn->at(to))) - 4;
        return countOf(image, QRect(left, y - 4, right - left, 8),
                       m_drawn->color(ColorRole::Accent), 60);
    };
    QVERIFY(lineBetween(0, 19) > 100);
    QCOMPARE(lineBetween(19, 30), 0);
    QVERIFY(lineBetween(30, 49) > 100);
}

void TestHealthChart::aSpikeSurvives()
{
    QByteArray history(4000, '1');
    history[2345] = '9';
    m_drawn->draw(history);
    const QImage image = m_drawn->grab();
    const QPoint top(int(m_drawn->chart->xOf(m_drawn->at(2345))), int(m_drawn->chart->yOf(90)));
    QVERIFY(countOf(image, QRect(top - QPoint(2, 2), QSize(5, 5)),
                    m_drawn->color(ColorRole::Accent), 90) > 0);
    // And nothing as high beside it.
    QCOMPARE(countOf(image, QRect(top + QPoint(8, -2), QSize(40, 20)),
                     m_drawn->color(ColorRole::Accent), 90),
             0);
}

void TestHealthChart::aLoneSampleIsADot()
{
    m_drawn->draw("5555555555NNNNN5NNNNN5555555555");
    const QImage image = m_drawn->grab();
    const QPoint middle(int(m_drawn->chart->xOf(m_drawn->at(15))), int(m_drawn->chart->yOf(50)));
    const int inked = countOf(image, QRect(middle - QPoint(3, 3), QSize(7, 7)),
                              m_drawn->color(ColorRole::Accent), 60);
    QVERIFY2(inked >= 6, qPrintable(QString::number(inked)));
}

void TestHealthChart::badStatesLookDifferent_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<int>("form");
    QTest::addRow("light") << int(ui::SchemeChoice::Light) << int(HealthChart::Form::Large);
    QTest::addRow("dark") << int(ui::SchemeChoice::Dark) << int(HealthChart::Form::Large);
    QTest::addRow("small, light") << int(ui::SchemeChoice::Light) << int(HealthChart::Form::Small);
    QTest::addRow("small, dark") << int(ui::SchemeChoice::Dark) << int(HealthChart::Form::Small);
}

/// How many pixels differ visibly when all colour is taken away.
static int differentGreys(const QImage &a, const QImage &b)
{
    int different = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            different += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 12 ? 1 : 0;
    }
    return different;
}

void TestHealthChart::badStatesLookDifferent()
{
    QFETCH(int, choice);
    QFETCH(int, form);
    m_drawn->appearance.setChoice(ui::SchemeChoice(choice));
    QList<QImage> looks;
    QList<int> redness;
    for (const char kind : {'F', 'N', 'P'}) {
        m_drawn->draw(QByteArray(20, '5') + QByteArray(20, kind) + QByteArray(20, '5'),
                      HealthChart::Form(form));
        const int left = int(m_drawn->chart->xOf(m_drawn->at(22)));
        const int right = int(m_drawn->chart->xOf(m_drawn->at(38)));
        const QRect plot = m_drawn->chart->plotArea().toAlignedRect();
        const QRect area(left, plot.top() + 20, right - left, plot.height() - 20);
        looks.append(m_drawn->grab().copy(area));
        redness.append(countOf(looks.last(), looks.last().rect(), m_drawn->color(ColorRole::Down)));
    }
    QVERIFY(differentGreys(looks[0], looks[1]) > 150);
    QVERIFY(differentGreys(looks[1], looks[2]) > 150);
    QVERIFY(differentGreys(looks[0], looks[2]) > 150);
    QVERIFY(redness[0] > 100);
    QCOMPARE(redness[1], 0);
    QCOMPARE(redness[2], 0);
}

void TestHealthChart::slowIsDrawnInItsColour()
{
    m_drawn->content.state = ui::State::Degraded;
    m_drawn->draw("3333333333333333333333333333333333333333");
    const QImage image = m_drawn->grab();
    QVERIFY(countOf(image, image.rect(), m_drawn->color(ColorRole::Degraded), 60) > 200);
    QCOMPARE(countOf(image, image.rect(), m_drawn->color(ColorRole::Accent), 20), 0);
}

void TestHealthChart::schemesSwitchLive()
{
    m_drawn->draw("3333333333333333333333333333333333333333");
    m_drawn->appearance.setChoice(ui::SchemeChoice::Dark);
    const QImage dark = m_drawn->grab();
    QVERIFY(countOf(dark, dark.rect(), ui::tokenColor(ColorRole::Accent, Scheme::Dark), 60) > 200);
    QCOMPARE(dark.pixelColor(m_drawn->chart->plotArea().center().toPoint() + QPoint(0, 40)),
             ui::tokenColor(ColorRole::Window, Scheme::Dark));
    QCOMPARE(countOf(dark, dark.rect(), Qt::white, 20), 0);
}

void TestHealthChart::nothingOfTheLastPictureStays()
{
    const auto flat = [](const health::View &view) {
        health::Picture picture;
        picture.lines = {{{view.from, 50}, {view.to, 50}}};
        picture.lowest = picture.highest = 50;
        return picture;
    };
    m_drawn->draw("555555555555555555555555555555");
    m_drawn->chart->present(m_drawn->content, flat);
    const QImage fresh = m_drawn->grab();
    m_drawn->draw("55555NN5NN55555NNNN55555NNNN55");
    QVERIFY(m_drawn->grab() != fresh);
    m_drawn->chart->present(m_drawn->content, flat);
    QCOMPARE(m_drawn->grab(), fresh);
}

void TestHealthChart::binsAreAlignedWithPixels()
{
    QList<health::View> views;
    m_drawn->draw("5555555555");
    m_drawn->chart->present(m_drawn->content, [&](const health::View &view) {
        views.append(view);
        return health::decimate(*m_drawn->series, view);
    });
    QCOMPARE(views.size(), 1);
    const QRectF plot = m_drawn->chart->plotArea();
    QCOMPARE(views[0].left, plot.left() * ui::columnsPerPixel);
    QCOMPARE(views[0].width, plot.width() * ui::columnsPerPixel);
    QVERIFY(views[0].to >= double(m_drawn->content.to.time_since_epoch().count()));
    m_drawn->chart->resize(300, 200);
    QCOMPARE(views.size(), 2);
    QCOMPARE(views[1].width, m_drawn->chart->plotArea().width() * ui::columnsPerPixel);
}

void TestHealthChart::onlyTheLargeOneTakesKeys()
{
    m_drawn->draw("5555555555");
    const auto *hand = new ui::ChartHand(*m_drawn->chart);
    QList<ui::ChartAction> acted;
    connect(hand, &ui::ChartHand::acted, this,
            [&](ui::ChartAction action) { acted.append(action); });
    QCOMPARE(m_drawn->chart->focusPolicy(), Qt::StrongFocus);
    const QImage without = m_drawn->grab();
    m_drawn->chart->activateWindow();
    m_drawn->chart->setFocus();
    QTRY_VERIFY(m_drawn->chart->hasFocus());
    QVERIFY(m_drawn->grab() != without);
    QTest::keyClick(m_drawn->chart.get(), Qt::Key_T);
    QTest::keyClick(m_drawn->chart.get(), Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(acted, QList<ui::ChartAction>{ui::ChartAction::Table});
    m_drawn->draw("5555555555", HealthChart::Form::Small);
    QCOMPARE(m_drawn->chart->focusPolicy(), Qt::NoFocus);
}

QTEST_MAIN(TestHealthChart)
#include "tst_healthchart.moc"
