// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manualclock.h"
#include "support/samples.h"
#include "ui/health/charthand.h"
#include "ui/health/healthchart.h"
#include "ui/health/linepainter.h"
#include "ui/theme/appearance.h"
#include "view/pixels.h"

#include <QApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using support::countOf;
using ui::ColorRole;
using ui::HealthChart;
using ui::Scheme;

static constexpr std::chrono::milliseconds step = std::chrono::seconds(20);

class TestHealthChart final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_chart.reset(); }
    void aGapIsNotBridged_data();
    void aGapIsNotBridged();
    void aSpikeSurvives();
    void aLoneSampleIsADot();
    void aBandIsWhereItShouldBe();
    void aRunningBandEndsNow();
    void badStatesLookDifferent_data();
    void badStatesLookDifferent();
    void aThresholdFarAwayIsLeftOut();
    void slowIsDrawnInItsColour();
    void schemesSwitchLive();
    void nothingOfTheLastPictureStays();
    void binsAreAlignedWithPixels();
    void onlyTheLargeOneTakesKeys();
    void theCrosshairIsWhereItShouldBe();
    void marksAreHitAtAnyZoom();
    void aBandOfAnInstantIsThreePixelsWide();
    void edgesOfAWindowCanBeTakenHoldOf();

private:
    void draw(QByteArrayView history, HealthChart::Form form = HealthChart::Form::Large);
    [[nodiscard]] QImage grab() { return m_chart->grab().toImage(); }
    /// When the n-th sample of the history was taken.
    [[nodiscard]] base::InstantMs at(double n) const
    {
        return m_content.from + std::chrono::milliseconds(qint64(double(step.count()) * n));
    }
    [[nodiscard]] static QColor color(ColorRole role) { return ui::Theme::current().color(role); }

    std::unique_ptr<ui::Appearance> m_appearance;
    std::unique_ptr<HealthChart> m_chart;
    std::unique_ptr<health::Series> m_series;
    ui::ChartContent m_content;
};

void TestHealthChart::initTestCase()
{
    m_appearance = std::make_unique<ui::Appearance>(*qApp);
}

void TestHealthChart::init()
{
    m_appearance->setChoice(ui::SchemeChoice::Light);
    m_content = {};
    m_content.from = support::utc("2026-11-22T15:00:00Z");
    m_content.unit = u"ms"_s;
}

void TestHealthChart::draw(QByteArrayView history, HealthChart::Form form)
{
    m_content.to = m_content.now = at(double(history.size()) - 1);
    m_series = std::make_unique<health::Series>(support::seriesOf(
        support::samples(history, std::chrono::floor<std::chrono::seconds>(m_content.from), step),
        step));
    m_chart.reset(ui::makeHealthChart(form));
    m_chart->resize(460, 230);
    m_chart->show();
    m_chart->present(
        m_content, [this](const health::View &view) { return health::decimate(*m_series, view); });
}

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
    draw(history);
    const QImage image = grab();
    const int y = int(m_chart->yOf(50));
    const auto lineBetween = [&](double from, double to) {
        const int left = int(m_chart->xOf(at(from))) + 4;
        const int right = int(m_chart->xOf(at(to))) - 4;
        return countOf(image, QRect(left, y - 4, right - left, 8), color(ColorRole::Accent), 60);
    };
    QVERIFY(lineBetween(0, 19) > 100);
    QCOMPARE(lineBetween(19, 30), 0);
    QVERIFY(lineBetween(30, 49) > 100);
}

void TestHealthChart::aSpikeSurvives()
{
    QByteArray history(4000, '1');
    history[2345] = '9';
    draw(history);
    const QImage image = grab();
    const QPoint top(int(m_chart->xOf(at(2345))), int(m_chart->yOf(90)));
    QVERIFY(countOf(image, QRect(top - QPoint(2, 2), QSize(5, 5)), color(ColorRole::Accent), 90) >
            0);
    // And nothing as high beside it.
    QCOMPARE(
        countOf(image, QRect(top + QPoint(8, -2), QSize(40, 20)), color(ColorRole::Accent), 90), 0);
}

void TestHealthChart::aLoneSampleIsADot()
{
    draw("5555555555NNNNN5NNNNN5555555555");
    const QImage image = grab();
    const QPoint middle(int(m_chart->xOf(at(15))), int(m_chart->yOf(50)));
    const int inked =
        countOf(image, QRect(middle - QPoint(3, 3), QSize(7, 7)), color(ColorRole::Accent), 60);
    QVERIFY2(inked >= 6, qPrintable(QString::number(inked)));
}

void TestHealthChart::aBandIsWhereItShouldBe()
{
    m_content.bands = {{std::chrono::floor<std::chrono::seconds>(at(20)),
                        std::chrono::floor<std::chrono::seconds>(at(30)), ui::State::Down,
                        u"outage"_s}};
    draw("11111111111111111111111111111111111111111111111111");
    const QImage image = grab();
    const int y = int(m_chart->plotArea().center().y()) + 3;
    const int left = qRound(m_chart->xOf(at(20)));
    const int right = qRound(m_chart->xOf(at(30)));
    const QColor ground = color(ColorRole::Window);
    const QColor edge = color(ColorRole::Down);
    const QColor inside = image.pixelColor((left + right) / 2, y);
    QCOMPARE(image.pixelColor(left - 1, y), ground);
    QCOMPARE(image.pixelColor(left, y), edge);
    QCOMPARE(image.pixelColor(left + 2, y), inside);
    QCOMPARE(image.pixelColor(right - 3, y), inside);
    QCOMPARE(image.pixelColor(right - 1, y), edge);
    QCOMPARE(image.pixelColor(right, y), ground);
    QVERIFY(inside != ground);
}

void TestHealthChart::aRunningBandEndsNow()
{
    m_content.bands = {{std::chrono::floor<std::chrono::seconds>(at(20)), std::nullopt,
                        ui::State::Maintenance, u"planned work"_s}};
    draw("11111111111111111111111111111111111111111111111111");
    m_content.now = at(40);
    m_chart->present(m_content, [](const health::View &) { return health::Picture{}; });
    const QImage image = grab();
    const int y = int(m_chart->plotArea().center().y()) + 3;
    const int now = qRound(m_chart->xOf(at(40)));
    QVERIFY(image.pixelColor(now - 1, y) != color(ColorRole::Window));
    QCOMPARE(image.pixelColor(now, y), color(ColorRole::Window));
    QCOMPARE(image.pixelColor(qRound(m_chart->xOf(at(20))), y), color(ColorRole::Maintenance));
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
    m_appearance->setChoice(ui::SchemeChoice(choice));
    QList<QImage> looks;
    QList<int> redness;
    for (const char kind : {'F', 'N', 'P'}) {
        draw(QByteArray(20, '5') + QByteArray(20, kind) + QByteArray(20, '5'),
             HealthChart::Form(form));
        const int left = int(m_chart->xOf(at(22)));
        const int right = int(m_chart->xOf(at(38)));
        const QRect plot = m_chart->plotArea().toAlignedRect();
        const QRect area(left, plot.top() + 20, right - left, plot.height() - 20);
        looks.append(grab().copy(area));
        redness.append(countOf(looks.last(), looks.last().rect(), color(ColorRole::Down)));
    }
    QVERIFY(differentGreys(looks[0], looks[1]) > 150);
    QVERIFY(differentGreys(looks[1], looks[2]) > 150);
    QVERIFY(differentGreys(looks[0], looks[2]) > 150);
    QVERIFY(redness[0] > 100);
    QCOMPARE(redness[1], 0);
    QCOMPARE(redness[2], 0);
}

void TestHealthChart::aThresholdFarAwayIsLeftOut()
{
    m_content.threshold = ui::ChartThreshold{80, u"alert at 80 ms"_s};
    draw("3333333333333333333333333333333333333333");
    const auto dots = [&] {
        const QRect plot = m_chart->plotArea().toAlignedRect();
        return countOf(grab(), plot, color(ColorRole::Down), 60);
    };
    QVERIFY(dots() > 50);
    const int y = int(m_chart->yOf(80));
    QVERIFY(y > m_chart->plotArea().top());
    // The other way round it is a line as well.
    std::swap(m_content.threshold, m_content.floor);
    draw("3333333333333333333333333333333333333333");
    QVERIFY(dots() > 50);
    std::swap(m_content.threshold, m_content.floor);
    m_content.threshold->value = 2000;
    draw("3333333333333333333333333333333333333333");
    QCOMPARE(dots(), 0);
    // The line is not pressed flat by it, either.
    QVERIFY(m_chart->yOf(30) < m_chart->plotArea().center().y());
}

void TestHealthChart::slowIsDrawnInItsColour()
{
    m_content.state = ui::State::Degraded;
    draw("3333333333333333333333333333333333333333");
    const QImage image = grab();
    QVERIFY(countOf(image, image.rect(), color(ColorRole::Degraded), 60) > 200);
    QCOMPARE(countOf(image, image.rect(), color(ColorRole::Accent), 20), 0);
}

void TestHealthChart::schemesSwitchLive()
{
    draw("3333333333333333333333333333333333333333");
    m_appearance->setChoice(ui::SchemeChoice::Dark);
    const QImage dark = grab();
    QVERIFY(countOf(dark, dark.rect(), ui::tokenColor(ColorRole::Accent, Scheme::Dark), 60) > 200);
    QCOMPARE(dark.pixelColor(m_chart->plotArea().center().toPoint() + QPoint(0, 40)),
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
    draw("555555555555555555555555555555");
    m_chart->present(m_content, flat);
    const QImage fresh = grab();
    draw("55555NN5NN55555NNNN55555NNNN55");
    QVERIFY(grab() != fresh);
    m_chart->present(m_content, flat);
    QCOMPARE(grab(), fresh);
}

void TestHealthChart::binsAreAlignedWithPixels()
{
    QList<health::View> views;
    draw("5555555555");
    m_chart->present(m_content, [&](const health::View &view) {
        views.append(view);
        return health::decimate(*m_series, view);
    });
    QCOMPARE(views.size(), 1);
    const QRectF plot = m_chart->plotArea();
    QCOMPARE(views[0].left, plot.left() * ui::columnsPerPixel);
    QCOMPARE(views[0].width, plot.width() * ui::columnsPerPixel);
    QVERIFY(views[0].to >= double(m_content.to.time_since_epoch().count()));
    m_chart->resize(300, 200);
    QCOMPARE(views.size(), 2);
    QCOMPARE(views[1].width, m_chart->plotArea().width() * ui::columnsPerPixel);
}

void TestHealthChart::onlyTheLargeOneTakesKeys()
{
    draw("5555555555");
    const auto *hand = new ui::ChartHand(*m_chart);
    QList<ui::ChartAction> acted;
    connect(hand, &ui::ChartHand::acted, this,
            [&](ui::ChartAction action) { acted.append(action); });
    QCOMPARE(m_chart->focusPolicy(), Qt::StrongFocus);
    const QImage without = grab();
    m_chart->activateWindow();
    m_chart->setFocus();
    QTRY_VERIFY(m_chart->hasFocus());
    QVERIFY(grab() != without);
    QTest::keyClick(m_chart.get(), Qt::Key_T);
    QTest::keyClick(m_chart.get(), Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(acted, QList<ui::ChartAction>{ui::ChartAction::Table});
    draw("5555555555", HealthChart::Form::Small);
    QCOMPARE(m_chart->focusPolicy(), Qt::NoFocus);
}

void TestHealthChart::theCrosshairIsWhereItShouldBe()
{
    draw("55555555555555555555");
    const QImage without = grab();
    ui::ChartOverlay overlay;
    overlay.cursor = at(10);
    overlay.value = 50;
    overlay.words = QStringList{u"16:03:20 · 50 ms"_s};
    m_chart->setOverlay(overlay);
    const QImage with = grab();
    QVERIFY(with != without);
    const int x = qRound(m_chart->xOf(at(10)));
    const int foot = int(m_chart->plotArea().bottom()) - 3;
    QCOMPARE(with.pixelColor(x, foot), color(ColorRole::Faint));
    QCOMPARE(without.pixelColor(x, foot), color(ColorRole::Window));
    QCOMPARE(with.pixelColor(x, int(m_chart->yOf(50))), color(ColorRole::Text));
    QVERIFY(std::abs((m_chart->timeAt(x) - at(10)).count()) < 2000);
    // Beside the plot lies what is at its edge.
    QCOMPARE(m_chart->timeAt(-50), m_chart->timeAt(m_chart->plotArea().left()));
    m_chart->setOverlay({});
    QCOMPARE(grab(), without);
}

void TestHealthChart::marksAreHitAtAnyZoom()
{
    const auto seconds = [&](double n) {
        return std::chrono::floor<std::chrono::seconds>(at(n));
    };
    m_content.marks = {
        {seconds(1500), u"deploy 4f2a"_s},
        {seconds(1500), u"post 1"_s, ui::MarkKind::Post, u"post 1: All is <well>"_s}};
    for (const int length : {3000, 1600, 40000}) {
        draw(QByteArray(length, '1'));
        const double x = m_chart->xOf(at(1500));
        const double y = m_chart->plotArea().center().y();
        QCOMPARE(m_chart->thingsAt(QPointF(x + 3, y)),
                 (QStringList{u"deploy 4f2a"_s, u"post 1: All is <well>"_s}));
        QVERIFY(m_chart->thingsAt(QPointF(x + 20, y)).isEmpty());
        const QImage image = grab();
        const QRect foot(qRound(x) - 5, int(m_chart->plotArea().bottom()) - 13, 14, 13);
        QVERIFY(countOf(image, foot, color(ColorRole::Accent), 60) >= 20);
    }
}

void TestHealthChart::aBandOfAnInstantIsThreePixelsWide()
{
    const base::Instant moment = std::chrono::floor<std::chrono::seconds>(at(20000));
    m_content.bands = {{moment, moment + std::chrono::seconds(1), ui::State::Down, u"outage"_s}};
    draw(QByteArray(40000, '1'));
    const int x = qRound(m_chart->xOf(moment));
    const int y = int(m_chart->plotArea().center().y());
    const QImage image = grab();
    int wide = 0;
    for (int i = x - 8; i < x + 8; ++i)
        wide += image.pixelColor(i, y) != color(ColorRole::Window) ? 1 : 0;
    QVERIFY2(wide >= 3, qPrintable(QString::number(wide)));
    QCOMPARE(m_chart->thingsAt(QPointF(x + 2, y)), QStringList{u"outage"_s});
}

void TestHealthChart::edgesOfAWindowCanBeTakenHoldOf()
{
    const auto seconds = [&](double n) {
        return std::chrono::floor<std::chrono::seconds>(at(n));
    };
    ui::ChartBand window{seconds(20), seconds(30), ui::State::Down, u"outage"_s};
    window.window = 2;
    ui::ChartBand foreign{seconds(40), std::nullopt, ui::State::Maintenance, u"planned work"_s};
    m_content.bands = {window, foreign};
    draw(QByteArray(50, '1'));
    const double y = m_chart->plotArea().center().y();
    const auto edge = [&](double n, double away) {
        return m_chart->edgeAt(QPointF(m_chart->xOf(at(n)) + away, y));
    };
    QCOMPARE(edge(20, 4), (ui::BandEdge{2, false}));
    QCOMPARE(edge(30, -4), (ui::BandEdge{2, true}));
    QVERIFY(!edge(25, 0));
    QVERIFY(!edge(40, 0));
}

QTEST_MAIN(TestHealthChart)
#include "tst_healthchart.moc"
