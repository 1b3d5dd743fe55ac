// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widget/wheelguard.h"

#include <QApplication>
#include <QComboBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace {

constexpr int patience = 30'000; // a busy machine

/// A long page with two boxes at its top.
struct Stage
{
    ui::WheelGuard guard;
    QScrollArea page;
    QComboBox *combo = new QComboBox;
    QSpinBox *spin = new QSpinBox;

    Stage()
    {
        qApp->installEventFilter(&guard);
        auto *content = new QWidget;
        auto *layout = new QVBoxLayout(content);
        combo->addItems({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        combo->setCurrentIndex(1);
        spin->setValue(5);
        layout->addWidget(combo);
        layout->addWidget(spin);
        layout->addStretch(1);
        content->setMinimumHeight(2000);
        page.setWidget(content);
        page.setWidgetResizable(true);
        page.resize(300, 300);
        page.show();
        if (!QTest::qWaitForWindowExposed(&page, patience))
            qFatal("the page is not shown");
    }

    static void turn(QWidget *over)
    {
        const QPointF at(4, 4);
        QWheelEvent event(at, over->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(over, &event);
    }

    [[nodiscard]] int scrolled() const { return page.verticalScrollBar()->value(); }
};

} // namespace

class TestWheelGuard : public QObject
{
    Q_OBJECT

private slots:
    void withoutTheFocusThePageScrolls()
    {
        const Stage stage;
        stage.page.verticalScrollBar()->setFocus();
        for (QWidget *box :
             {static_cast<QWidget *>(stage.combo), static_cast<QWidget *>(stage.spin)}) {
            const int before = stage.scrolled();
            Stage::turn(box);
            QVERIFY(stage.scrolled() > before);
            QCOMPARE(box->focusPolicy(), Qt::StrongFocus);
        }
        QCOMPARE(stage.combo->currentIndex(), 1);
        QCOMPARE(stage.spin->value(), 5);
    }

    void withTheFocusTheValueTurns()
    {
        Stage stage;
        stage.page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&stage.page, patience));
        stage.spin->setFocus();
        Stage::turn(stage.spin);
        QCOMPARE(stage.spin->value(), 4);
        QCOMPARE(stage.scrolled(), 0);
    }
};

QTEST_MAIN(TestWheelGuard)
#include "tst_wheelguard.moc"
