// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/linepainter.h"

#include <cmath>
#include <QPainter>
#include <QRandomGenerator>
#include <QTest>

namespace {

constexpr QRect plot(3, 4, 300, 120);
const QColor ink(0x25, 0x63, 0xeb);

QImage paper()
{
    QImage image(310, 130, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    return image;
}

QImage ours(const QList<QPointF> &points, double width, const QColor &color = ink)
{
    QImage image = paper();
    ui::paintLine(image, points, width, color, plot);
    return image;
}

QImage painters(const QList<QPointF> &points, double width)
{
    QImage image = paper();
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(plot);
    painter.setPen(QPen(ink, width));
    painter.drawPolyline(points);
    return image;
}

/// In the red channel, 0 to 255: how much ink there is.
int inkAt(const QImage &image, int x, int y)
{
    return 255 - qRed(image.pixel(x, y));
}

/// Noise, a slope, and a spike now and then, over the whole plot.
QList<QPointF> noise(int count)
{
    QRandomGenerator random(20261123);
    QList<QPointF> points;
    for (int i = 0; i < count; ++i) {
        const double at = double(i) / count;
        const double spike = random.bounded(count / 5 + 1) == 0 ? 50 : 0;
        points.append({plot.left() + at * plot.width(),
                       60 + 20 * std::sin(at * 30) + 12 * random.generateDouble() + spike});
    }
    return points;
}

} // namespace

class TestLinePainter : public QObject
{
    Q_OBJECT

private slots:
    void leavesTheInkOfQPainter_data();
    void leavesTheInkOfQPainter();
    void inkAddsUpToTheWholePixel();
    void staysInsideOfTheClip();
    void translucentInkIsMixed();
    void nothingForNoLine();
};

void TestLinePainter::leavesTheInkOfQPainter_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("width");
    for (const int count : {7, 60, 300, 1000, 3000, 20'000}) {
        for (const double width : {1.6, 3.2})
            QTest::addRow("%d points, %.1f px", count, width) << count << width;
    }
}

/// At any measure of what counts as inked, at most 1.5 % of the inked pixels are in one picture
/// only; 2 % with a wide pen, whose inner corners QPainter cuts in another way.
void TestLinePainter::leavesTheInkOfQPainter()
{
    QFETCH(int, count);
    QFETCH(double, width);
    const int mostInThousand = width < 2 ? 15 : 20;
    const QImage wanted = painters(noise(count), width);
    const QImage drawn = ours(noise(count), width);
    for (const int least : {25, 64, 128}) {
        int inked = 0;
        int different = 0;
        for (int y = 0; y < wanted.height(); ++y) {
            for (int x = 0; x < wanted.width(); ++x) {
                const bool isWanted = inkAt(wanted, x, y) >= least;
                inked += isWanted ? 1 : 0;
                different += isWanted != (inkAt(drawn, x, y) >= least) ? 1 : 0;
            }
        }
        QVERIFY(inked > 100);
        QVERIFY2(different * 1000 <= inked * mostInThousand,
                 qPrintable(QStringLiteral("%1 of %2").arg(different).arg(inked)));
    }
}

void TestLinePainter::inkAddsUpToTheWholePixel()
{
    // A level line over half a pixel, then a second one over the same half.
    const QList<QPointF> once{{0, 50.25}, {310, 50.25}};
    const int full = 255 - ink.red();
    QVERIFY(std::abs(inkAt(ours(once, 0.5), 100, 50) - full / 2) <= 1);
    QList<QPointF> twice;
    for (int i = 0; i <= 40; ++i)
        twice.append({90 + i * 0.5, i % 2 == 0 ? 20.0 : 80.0}); // up and down over each pixel
    QCOMPARE(inkAt(ours(twice, 1.6), 100, 50), full);
    // Nearly upright strokes and others between them, which are drawn in two ways.
    QList<QPointF> mixed;
    for (int i = 0; i <= 80; ++i)
        mixed.append({90 + (i / 2) * 0.5 + (i % 2) * 0.05, i % 2 == 0 ? 20.0 : 80.0});
    QCOMPARE(inkAt(ours(mixed, 1.6), 100, 50), full);
}

void TestLinePainter::staysInsideOfTheClip()
{
    const QImage image = ours({{-50, -300}, {100, 400}, {150, -80}, {400, 60}}, 3);
    int inside = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (plot.contains(x, y))
                inside += inkAt(image, x, y) > 0 ? 1 : 0;
            else
                QCOMPARE(inkAt(image, x, y), 0);
        }
    }
    QVERIFY(inside > 300);
}

void TestLinePainter::translucentInkIsMixed()
{
    QColor half = ink;
    half.setAlphaF(0.5F);
    const QImage image = ours({{0, 50}, {310, 50}}, 6, half);
    QVERIFY(std::abs(inkAt(image, 100, 50) - (255 - ink.red()) / 2) <= 2);
}

void TestLinePainter::nothingForNoLine()
{
    QCOMPARE(ours({}, 1.6), paper());
    QCOMPARE(ours({{20, 20}}, 1.6), paper());
    QCOMPARE(ours({{20, 20}, {200, 40}}, 0), paper());
    QCOMPARE(ours({{20, 20}, {20, 20}, {20, 20}}, 1.6), paper());
}

QTEST_MAIN(TestLinePainter)
#include "tst_linepainter.moc"
