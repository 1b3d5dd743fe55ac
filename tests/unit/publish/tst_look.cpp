// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publish/look.h"

#include <QTest>

using namespace Qt::StringLiterals;
using publish::Ground;

/// What users may choose of the looks of their page.
class TestLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coloursAreRead_data();
    void coloursAreRead();
    void contrastIsThatOfWcag();
    void paleAndDarkOnesAreRefused();
    void textOnABandCanAlwaysBeRead();
    void logosAreImages();
    void drawingsOnlyDraw_data();
    void drawingsOnlyDraw();
};

void TestLook::coloursAreRead_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept");
    QTest::newRow("long") << u"#2F5fd0"_s << u"#2f5fd0"_s;
    QTest::newRow("short") << u" #26d "_s << u"#2266dd"_s;
    QTest::newRow("bare") << u"000000"_s << u"#000000"_s;
    QTest::newRow("name") << u"red"_s << QString();
    QTest::newRow("too long") << u"#2f5fd0ff"_s << QString();
    QTest::newRow("more") << u"#2f5fd0; }"_s << QString();
    QTest::newRow("line") << u"#2f5fd0\n"_s << u"#2f5fd0"_s;
}

void TestLook::coloursAreRead()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, kept);
    const auto colour = publish::colourFromText(typed);
    QCOMPARE(colour ? publish::toText(*colour) : QString(), kept);
}

void TestLook::contrastIsThatOfWcag()
{
    QCOMPARE(publish::contrast({0, 0, 0}, {255, 255, 255}), 21.0);
    // The grey that is just readable on white.
    const double grey = publish::contrast({0x76, 0x76, 0x76}, {255, 255, 255});
    QVERIFY(grey > 4.5 && grey < 4.6);
}

void TestLook::paleAndDarkOnesAreRefused()
{
    QCOMPARE(publish::checkedAccent(u"#2f5fd0"_s, Ground::Light).value(), u"#2f5fd0"_s);
    QCOMPARE(publish::checkedAccent({}, Ground::Light).value(), QString());
    const auto pale = publish::checkedAccent(u"#f0c000"_s, Ground::Light);
    QVERIFY(!pale);
    QVERIFY2(pale.error().text.contains(u"its contrast is 1.5 to 1, and it takes 4.5 to 1"_s),
             qPrintable(pale.error().text));
    QVERIFY(publish::checkedAccent(u"#f0c000"_s, Ground::Dark));
    QVERIFY(!publish::checkedAccent(u"#2f5fd0"_s, Ground::Dark));
}

void TestLook::textOnABandCanAlwaysBeRead()
{
    for (int red = 0; red < 256; red += 15) {
        for (int green = 0; green < 256; green += 15) {
            const publish::Colour band{red, green, 120};
            const auto text = publish::colourFromText(publish::textOn(publish::toText(band)));
            QVERIFY(publish::contrast(*text, band) >= 4.5);
        }
    }
}

void TestLook::logosAreImages()
{
    QCOMPARE(publish::logoFileFor("\x89PNG\r\n\x1a\n....").value(), u"logo.png"_s);
    QCOMPARE(publish::logoFileFor("\xff\xd8\xff\xe0....").value(), u"logo.jpg"_s);
    QCOMPARE(publish::logoFileFor("RIFF....WEBPVP8 ").value(), u"logo.webp"_s);
    for (const QByteArray &other :
         {QByteArray(), QByteArray("RIFF"), QByteArray("GIF89a"), QByteArray("<html></html>"),
          QByteArray("<svg></svg>"), "\x89PNG\r\n\x1a\n" + QByteArray(publish::logoLimit, 'x')})
        QVERIFY(!publish::logoFileFor(other));
}

void TestLook::drawingsOnlyDraw_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<bool>("taken");
    QTest::newRow("shapes") << QByteArray("<g fill='red'><path d='M0 0h9'/><use href='#a'/></g>")
                            << true;
    QTest::newRow("paint") << QByteArray("<rect id='r' fill='url(#p)' style='stroke:#fff'/>")
                           << true;
    for (const char *bad :
         {"<script>alert(1)</script>", "<rect onclick='alert(1)'/>", "<a href='https://x'/>",
          "<image href='data:,x'/>", "<use href='other.svg#a'/>",
          "<rect style='fill:url(//evil.example/x)'/>", "<style>*{}</style>", "<foreignObject/>",
          "<rect fill='javascript:x'/>", "<rect style='fill:u\\72l(x)'/>",
          "<h:script xmlns:h='http://www.w3.org/1999/xhtml'/>", "<animate onbegin='x'/>",
          "<?xml-stylesheet href='x'?>", "<path>"})
        QTest::newRow(bad) << QByteArray(bad) << false;
}

void TestLook::drawingsOnlyDraw()
{
    QFETCH(const QByteArray, inside);
    QFETCH(const bool, taken);
    const auto file =
        publish::logoFileFor("<svg xmlns='http://www.w3.org/2000/svg'>" + inside + "</svg>");
    QCOMPARE(file.has_value(), taken);
    if (!file)
        QVERIFY(!file.error().text.isEmpty());
}

QTEST_GUILESS_MAIN(TestLook)
#include "tst_look.moc"
