// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "view/drawnchart.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::countOf;
using ui::ColorRole;

/// What stands on a chart beside its line: bands, marks, limits, the crosshair.
class TestChartThings final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_drawn = std::make_unique<support::DrawnChart>(); }
    void cleanup() { m_drawn.reset(); }
    void aBandIsWhereItShouldBe();
    void aRunningBandEndsNow();
    void aThresholdFarAwayIsLeftOut();
    void theCrosshairIsWhereItShouldBe();
    void marksAreHitAtAnyZoom();
    void aBandOfAnInstantIsThreePixelsWide();
    void edgesOfAWindowCanBeTakenHoldOf();

private:
    std::unique_ptr<support::DrawnChart> m_drawn;
};

void TestChartThings::aBandIsWhereItShouldBe()
{
    m_drawn->content.bands = {
        {m_drawn->second(20), m_drawn->second(30), ui::State::Down, u"outage"_s}};
    m_drawn->draw("11111111111111111111111111111111111111111111111111");
    const QImage image = m_drawn->grab();
    const int y = int(m_drawn->chart->plotArea().center().y()) + 3;
    const int left = qRound(m_drawn->chart->xOf(m_drawn->at(20)));
    const int right = qRound(m_drawn->chart->xOf(m_drawn->at(30)));
    const QColor ground = m_drawn->color(ColorRole::Window);
    const QColor edge = m_drawn->color(ColorRole::Down);
    const QColor inside = image.pixelColor((left + right) / 2, y);
    QCOMPARE(image.pixelColor(left - 1, y), ground);
    QCOMPARE(image.pixelColor(left, y), edge);
    QCOMPARE(image.pixelColor(left + 2, y), inside);
    QCOMPARE(image.pixelColor(right - 3, y), inside);
    QCOMPARE(image.pixelColor(right - 1, y), edge);
    QCOMPARE(image.pixelColor(right, y), ground);
    QVERIFY(inside != ground);
}

void TestChartThings::aRunningBandEndsNow()
{
    m_drawn->content.bands = {
        {m_drawn->second(20), std::nullopt, ui::State::Maintenance, u"planned work"_s}};
    m_drawn->draw("11111111111111111111111111111111111111111111111111");
    m_drawn->content.now = m_drawn->at(40);
    m_drawn->chart->present(m_drawn->content,
                            [](const health::View &) { return health::Picture{}; });
    const QImage image = m_drawn->grab();
    const int y = int(m_drawn->chart->plotArea().center().y()) + 3;
    const int now = qRound(m_drawn->chart->xOf(m_drawn->at(40)));
    QVERIFY(image.pixelColor(now - 1, y) != m_drawn->color(ColorRole::Window));
    QCOMPARE(image.pixelColor(now, y), m_drawn->color(ColorRole::Window));
    QCOMPARE(image.pixelColor(qRound(m_drawn->chart->xOf(m_drawn->at(20))), y),
             m_drawn->color(ColorRole::Maintenance));
}

void TestChartThings::aThresholdFarAwayIsLeftOut()
{
    m_drawn->content.threshold = ui::ChartThreshold{80, u"alert at 80 ms"_s};
    m_drawn->draw("3333333333333333333333333333333333333333");
    const auto dots = [&] {
        const QRect plot = m_drawn->chart->plotArea().toAlignedRect();
        return countOf(m_drawn->grab(), plot, m_drawn->color(ColorRole::Down), 60);
    };
    QVERIFY(dots() > 50);
    const int y = int(m_drawn->chart->yOf(80));
    QVERIFY(y > m_drawn->chart->plotArea().top());
    // The other way round it is a line as well.
    std::swap(m_drawn->content.threshold, m_drawn->content.floor);
    m_drawn->draw("3333333333333333333333333333333333333333");
    QVERIFY(dots() > 50);
    std::swap(m_drawn->content.threshold, m_drawn->content.floor);
    m_drawn->content.threshold->value = 2000;
    m_drawn->draw("3333333333333333333333333333333333333333");
    QCOMPARE(dots(), 0);
    // The line is not pressed flat by it, either.
    QVERIFY(m_drawn->chart->yOf(30) < m_drawn->chart->plotArea().center().y());
}

void TestChartThings::theCrosshairIsWhereItShouldBe()
{
    m_drawn->draw("55555555555555555555");
    const QImage without = m_drawn->grab();
    ui::ChartOverlay overlay;
    overlay.cursor = m_drawn->at(10);
    overlay.value = 50;
    overlay.words = QStringList{u"16:03:20 · 50 ms"_s};
    m_drawn->chart->setOverlay(overlay);
    const QImage with = m_drawn->grab();
    QVERIFY(with != without);
    const int x = qRound(m_drawn->chart->xOf(m_drawn->at(10)));
    const int foot = int(m_drawn->chart->plotArea().bottom()) - 3;
    QCOMPARE(with.pixelColor(x, foot), m_drawn->color(ColorRole::Faint));
    QCOMPARE(without.pixelColor(x, foot), m_drawn->color(ColorRole::Window));
    QCOMPARE(with.pixelColor(x, int(m_drawn->chart->yOf(50))), m_drawn->color(ColorRole::Text));
    QVERIFY(std::abs((m_drawn->chart->timeAt(x) - m_drawn->at(10)).count()) < 2000);
    // Beside the plot lies what is at its edge.
    QCOMPARE(m_drawn->chart->timeAt(-50),
             m_drawn->chart->timeAt(m_drawn->chart->plotArea().left()));
    m_drawn->chart->setOverlay({});
    QCOMPARE(m_drawn->grab(), without);
}

void TestChartThings::marksAreHitAtAnyZoom()
{
    m_drawn->content.marks = {
        {m_drawn->second(1500), u"deploy 4f2a"_s},
        {m_drawn->second(1500), u"post 1"_s, ui::MarkKind::Post, u"post 1: All is <well>"_s}};
    for (const int length : {3000, 1600, 40000}) {
        m_drawn->draw(QByteArray(length, '1'));
        const double x = m_drawn->chart->xOf(m_drawn->at(1500));
        const double y = m_drawn->chart->plotArea().center().y();
        QCOMPARE(m_drawn->chart->thingsAt(QPointF(x + 3, y)),
                 (QStringList{u"deploy 4f2a"_s, u"post 1: All is <well>"_s}));
        QVERIFY(m_drawn->chart->thingsAt(QPointF(x + 20, y)).isEmpty());
        const QImage image = m_drawn->grab();
        const QRect foot(qRound(x) - 5, int(m_drawn->chart->plotArea().bottom()) - 13, 14, 13);
        QVERIFY(countOf(image, foot, m_drawn->color(ColorRole::Accent), 60) >= 20);
    }
}

void TestChartThings::aBandOfAnInstantIsThreePixelsWide()
{
    const base::Instant moment = m_drawn->second(20000);
    m_drawn->content.bands = {
        {moment, moment + std::chrono::seconds(1), ui::State::Down, u"outage"_s}};
    m_drawn->draw(QByteArray(40000, '1'));
    const int x = qRound(m_drawn->chart->xOf(moment));
    const int y = int(m_drawn->chart->plotArea().center().y());
    const QImage image = m_drawn->grab();
    int wide = 0;
    for (int i = x - 8; i < x + 8; ++i)
        wide += image.pixelColor(i, y) != m_drawn->color(ColorRole::Window) ? 1 : 0;
    QVERIFY2(wide >= 3, qPrintable(QString::number(wide)));
    QCOMPARE(m_drawn->chart->thingsAt(QPointF(x + 2, y)), QStringList{u"outage"_s});
}

void TestChartThings::edgesOfAWindowCanBeTakenHoldOf()
{
    ui::ChartBand window{m_drawn->second(20), m_drawn->second(30), ui::State::Down, u"outage"_s};
    window.window = 2;
    ui::ChartBand foreign{m_drawn->second(40), std::nullopt, ui::State::Maintenance,
                          u"planned work"_s};
    m_drawn->content.bands = {window, foreign};
    m_drawn->draw(QByteArray(50, '1'));
    const double y = m_drawn->chart->plotArea().center().y();
    const auto edge = [&](double n, double away) {
        return m_drawn->chart->edgeAt(QPointF(m_drawn->chart->xOf(m_drawn->at(n)) + away, y));
    };
    QCOMPARE(edge(20, 4), (ui::BandEdge{2, false}));
    QCOMPARE(edge(30, -4), (ui::BandEdge{2, true}));
    QVERIFY(!edge(25, 0));
    QVERIFY(!edge(40, 0));
}

QTEST_MAIN(TestChartThings)
#include "tst_chartthings.moc"
