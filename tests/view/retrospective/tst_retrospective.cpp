// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "timing/zone.h"
#include "ui/retrospective/retrospectivedialog.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using incident::Milestone;
using support::Office;

namespace {

struct Stage
{
    Office office;
    ui::RetrospectiveDialog dialog{*office.desk};

    Stage()
    {
        dialog.show();
        dialog.activateWindow();
        // Shortcuts are for the window that is worked in.
        if (!QTest::qWaitForWindowActive(&dialog))
            qFatal("the dialog does not become active");
    }

    [[nodiscard]] QLineEdit &field(const QString &name)
    {
        for (QLineEdit *edit : dialog.findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == name)
                return *edit;
        }
        qFatal("no field %s", qPrintable(name));
    }

    /// The time of an office clock that is so many minutes back, as it is typed.
    [[nodiscard]] QString back(base::Span ago) const
    {
        return timing::toLocal(office.clock.now() - ago, office.desk->zone())
            .toString(u"dd MMM HH:mm"_s);
    }

    [[nodiscard]] bool shows(const QString &text) const
    {
        const auto labels = dialog.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisibleTo(&dialog) && label->text().contains(text);
        });
    }

    [[nodiscard]] std::size_t stored() const { return office.desk->openIncidents().size(); }
};

} // namespace

class TestRetrospective : public QObject
{
    Q_OBJECT

private slots:
    void theLineFillsTheFieldsWhileItIsTyped()
    {
        Stage stage;
        QTest::keyClicks(&stage.field(u"In one line"_s),
                         u"15m just now, fixed after 10, normal +5"_s);
        QCOMPARE(stage.field(u"Length of the whole"_s).text(), u"stated 15 min"_s);
        QCOMPARE(stage.field(u"Fixed after the start"_s).text(), u"stated 10 min"_s);
        QVERIFY(!stage.field(u"Start"_s).text().isEmpty());
        QVERIFY(stage.shows(u"10 minutes + 5 minutes = 15 minutes"_s));
    }

    void aQuestionIsAnsweredByAKey()
    {
        Stage stage;
        stage.field(u"In one line"_s).setText(u"15m"_s);
        QVERIFY(stage.shows(u"When was that?"_s));
        QTest::keyClick(&stage.field(u"In one line"_s), Qt::Key_1, Qt::AltModifier);
        QCOMPARE(stage.field(u"In one line"_s).text(), u"15m just now"_s);
        QVERIFY(!stage.shows(u"When was that?"_s));
    }

    void pointsAtWhatItDoesNotUnderstand()
    {
        Stage stage;
        stage.field(u"In one line"_s).setText(u"15m just now wibble"_s);
        QVERIFY(stage.shows(u"“wibble” is not understood"_s));
        stage.field(u"What was wrong"_s).setText(u"Images"_s);
        stage.dialog.accept();
        QCOMPARE(stage.stored(), 0u);
    }

    void editsRecomputeTheOthers()
    {
        Stage stage;
        stage.field(u"In one line"_s).setText(stage.back(60min) + u" for 10m, fixed after 5"_s);
        QLineEdit &length = stage.field(u"Length of the whole"_s);
        const QString before = stage.field(u"End"_s).text();
        length.setFocus();
        length.setText(u"20 min"_s);
        emit length.editingFinished();
        QVERIFY(stage.field(u"End"_s).text() != before);
        length.setText(u"so long"_s);
        emit length.editingFinished();
        QVERIFY(stage.shows(u"no length of time"_s));
    }

    void storesOnlyWhatWasLookedAt()
    {
        Stage stage;
        stage.field(u"In one line"_s).setText(u"15m just now, noticed via customer"_s);
        QTest::keyClick(&stage.field(u"In one line"_s), Qt::Key_Return);
        QVERIFY(stage.shows(u"Say in a few words what was wrong"_s));
        QTest::keyClicks(&stage.field(u"What was wrong"_s), u"Images were not loading"_s);
        QTest::keyClick(&stage.field(u"What was wrong"_s), Qt::Key_Return);
        QVERIFY(stage.shows(u"Noticed via: customer"_s));
        QCOMPARE(stage.stored(), 0u);
        QTest::keyClick(stage.dialog.focusWidget(), Qt::Key_Return);
        QCOMPARE(stage.stored(), 1u);
        const auto incident = stage.office.desk->load(stage.dialog.storedId()).value();
        QCOMPARE(incident.entry, incident::EntryMode::Retrospective);
        QCOMPARE(incident.state, incident::State::Restored);
        QCOMPARE(incident.title, u"Images were not loading"_s);
        QCOMPARE(incident.windows.front().duration,
                 timing::RoughDuration::between(15min, 15min, timing::Precision::About));
    }

    void aChangeAsksToLookAgain()
    {
        Stage stage;
        stage.field(u"What was wrong"_s).setText(u"Images"_s);
        stage.field(u"In one line"_s).setText(u"15m just now"_s);
        stage.dialog.accept();
        stage.field(u"In one line"_s).setText(u"20m just now"_s);
        stage.dialog.accept();
        QCOMPARE(stage.stored(), 0u);
        stage.dialog.accept();
        QCOMPARE(stage.stored(), 1u);
    }

    void everyControlHasAName()
    {
        Stage stage;
        for (const QWidget *widget : stage.dialog.findChildren<QWidget *>()) {
            const bool edits =
                qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget);
            if (edits)
                QVERIFY(!widget->accessibleName().isEmpty());
            if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                QVERIFY(!button->text().isEmpty() || !button->accessibleName().isEmpty());
        }
    }

    void fitsTheSmallestScreen()
    {
        Stage stage;
        stage.field(u"What was wrong"_s).setText(u"Images"_s);
        stage.field(u"In one line"_s)
            .setText(u"15m just now, fixed after 10, normal +5, noticed at once"_s);
        stage.dialog.accept();
        stage.dialog.adjustSize();
        QVERIFY2(stage.dialog.height() <= 700, qPrintable(QString::number(stage.dialog.height())));
    }
};

QTEST_MAIN(TestRetrospective)
#include "tst_retrospective.moc"
