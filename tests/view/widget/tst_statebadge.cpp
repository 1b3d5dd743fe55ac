// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/appearance.h"
#include "ui/widget/statebadge.h"
#include "view/contrast.h"
#include "view/pixels.h"

#include <QAccessible>
#include <QApplication>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::State;
using ui::StateBadge;

Q_DECLARE_METATYPE(ui::State)

static const QList<State> allStates{State::Up,          State::Degraded,    State::Down,
                                    State::Maintenance, State::NotMeasured, State::Paused};

class TestStateBadge final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void saysTheWordOfTheState();
    void saysGivenWords();
    void growsWithItsWords();
    void shapesDifferWithoutColour();
    void followsTheScheme();
    void bareHasNoGround();

private:
    std::unique_ptr<ui::Appearance> m_appearance;
};

void TestStateBadge::initTestCase()
{
    m_appearance = std::make_unique<ui::Appearance>(*qApp);
    m_appearance->setChoice(ui::SchemeChoice::Light);
}

void TestStateBadge::saysTheWordOfTheState()
{
    QStringList words;
    for (const State state : allStates) {
        StateBadge badge;
        badge.setState(state);
        const QAccessibleInterface *read = QAccessible::queryAccessibleInterface(&badge);
        QVERIFY(read);
        words.append(read->text(QAccessible::Name));
    }
    QCOMPARE(words, (QStringList{u"up"_s, u"degraded"_s, u"down"_s, u"maintenance"_s,
                                 u"not measured"_s, u"paused"_s}));
}

void TestStateBadge::saysGivenWords()
{
    StateBadge badge;
    badge.setState(State::Down, u"down 12 min"_s);
    QCOMPARE(badge.text(), u"down 12 min"_s);
    QCOMPARE(badge.state(), State::Down);
    badge.setState(State::Down);
    QCOMPARE(badge.text(), u"down"_s);
}

void TestStateBadge::growsWithItsWords()
{
    StateBadge badge;
    badge.setState(State::Down);
    const int before = badge.sizeHint().width();
    badge.setState(State::Down, u"down for a very long time"_s);
    QVERIFY(badge.sizeHint().width() > before);
    QCOMPARE(badge.minimumSizeHint(), badge.sizeHint());
}

/// The shape of a state as black on white, whatever its colour.
static QImage shapeOf(State state)
{
    QImage image(40, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    ui::paintState(painter, QRectF(4, 4, 32, 32), state, ui::Theme::current());
    painter.end();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qGray(image.pixel(x, y)) < 200 ? 0xff000000 : 0xffffffff);
    }
    return image;
}

void TestStateBadge::shapesDifferWithoutColour()
{
    for (const State one : allStates) {
        for (const State other : allStates) {
            if (one == other)
                continue;
            const QImage a = shapeOf(one);
            const QImage b = shapeOf(other);
            int different = 0;
            for (int y = 0; y < a.height(); ++y) {
                for (int x = 0; x < a.width(); ++x)
                    different += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
            }
            QVERIFY2(different > 100,
                     qPrintable(u"%1 and %2 differ in %3 of 1600"_s.arg(
                         ui::stateWord(one), ui::stateWord(other), QString::number(different))));
        }
    }
}

void TestStateBadge::followsTheScheme()
{
    StateBadge badge;
    badge.setState(State::Up);
    badge.show();
    const auto ground = [&] {
        return badge.grab().toImage().pixelColor(badge.width() / 2, 1);
    };
    QCOMPARE(ground(), ui::tokenColor(ui::ColorRole::UpGround, ui::Scheme::Light));
    m_appearance->setChoice(ui::SchemeChoice::Dark);
    QCOMPARE(ground(), ui::tokenColor(ui::ColorRole::UpGround, ui::Scheme::Dark));
    m_appearance->setChoice(ui::SchemeChoice::Light);
}

void TestStateBadge::bareHasNoGround()
{
    StateBadge badge;
    badge.setState(State::Up);
    badge.setBadgeSize(StateBadge::Size::Bare);
    badge.show();
    const QImage image = badge.grab().toImage();
    const ui::Theme theme = ui::Theme::current();
    QCOMPARE(support::countOf(image, image.rect(), theme.color(ui::ColorRole::UpGround), 0), 0);
    QVERIFY(support::countOf(image, image.rect(), theme.color(ui::ColorRole::Up)) > 20);
}

QTEST_MAIN(TestStateBadge)
#include "tst_statebadge.moc"
