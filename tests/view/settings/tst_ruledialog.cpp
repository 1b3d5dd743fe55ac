// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "ui/settings/ruledialog.h"
#include "view/formhands.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace formhands;

namespace {

/// A monitor of the search, which is never asked.
struct Stage
{
    support::Office office;
    source::SourceSet sources{office.clock};
    workflow::Watch watch{sources, *office.desk};

    Stage() { QVERIFY(watch.addAddress(u"http://search.example.org"_s, u"search"_s)); }

    [[nodiscard]] source::MonitorSpec spec() const
    {
        return watch.status(watch.monitors().first())->spec;
    }
};

QPlainTextEdit *argumentsOf(const QWidget &dialog, const QString &label)
{
    return qobject_cast<QPlainTextEdit *>(rowOf(dialog, label)->field());
}

void tick(const ui::RuleDialog &dialog)
{
    dialog.findChild<QCheckBox *>()->click();
}

} // namespace

class TestRuleDialog : public QObject
{
    Q_OBJECT

private slots:
    void aRuleGetsARemedy()
    {
        Stage stage;
        ui::RuleDialog dialog(stage.watch, stage.spec());
        dialog.show();
        QVERIFY(!argumentsOf(dialog, u"Command"_s)->isVisible());
        tick(dialog);
        QVERIFY(argumentsOf(dialog, u"Command"_s)->isVisible());
        type(dialog, u"Its name"_s, u"restart the search"_s);
        argumentsOf(dialog, u"Command"_s)
            ->setPlainText(u"/usr/bin/systemctl\nrestart\nsearch one\n"_s);
        argumentsOf(dialog, u"Without effect"_s)->setPlainText(u"/bin/true"_s);
        choose(dialog, u"It runs"_s, u"by itself"_s);
        qobject_cast<QSpinBox *>(rowOf(dialog, u"At the most for"_s)->field())->setValue(20);
        qobject_cast<QSpinBox *>(rowOf(dialog, u"Runs an hour"_s)->field())->setValue(2);
        press(dialog, u"Keep it"_s);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        const incident::Remedy kept = stage.spec().remedy.value();
        QCOMPARE(kept.name, u"restart the search"_s);
        // A blank is part of an argument: no shell takes it apart.
        QCOMPARE(kept.command,
                 QStringList({u"/usr/bin/systemctl"_s, u"restart"_s, u"search one"_s}));
        QCOMPARE(kept.dryRun, QStringList(u"/bin/true"_s));
        QVERIFY(kept.automatic);
        QCOMPARE(kept.timeLimit, 20s);
        QCOMPARE(kept.atMostPerHour, 2);
        // It is there when the form is opened again, and can be taken away.
        ui::RuleDialog again(stage.watch, stage.spec());
        again.show();
        QCOMPARE(argumentsOf(again, u"Command"_s)->toPlainText(),
                 u"/usr/bin/systemctl\nrestart\nsearch one"_s);
        tick(again);
        press(again, u"Keep it"_s);
        QVERIFY(!stage.spec().remedy);
    }

    void whatCannotRunIsNotKept()
    {
        Stage stage;
        ui::RuleDialog dialog(stage.watch, stage.spec());
        dialog.show();
        tick(dialog);
        press(dialog, u"Keep it"_s);
        QVERIFY(dialog.isVisible());
        QVERIFY(!rowOf(dialog, u"Its name"_s)->error().isEmpty());
        QVERIFY(!rowOf(dialog, u"Command"_s)->error().isEmpty());
        type(dialog, u"Its name"_s, u"restart"_s);
        argumentsOf(dialog, u"Command"_s)->setPlainText(u"\nrestart"_s);
        press(dialog, u"Keep it"_s);
        QVERIFY(dialog.isVisible());
        QVERIFY(rowOf(dialog, u"Its name"_s)->error().isEmpty());
        QVERIFY(!rowOf(dialog, u"Command"_s)->error().isEmpty());
        QVERIFY(!stage.spec().remedy);
    }

    void theRuleAndItsRemedyAreKeptTogether()
    {
        Stage stage;
        ui::RuleDialog dialog(stage.watch, stage.spec());
        dialog.show();
        qobject_cast<QSpinBox *>(rowOf(dialog, u"Alert after failed looks"_s)->field())
            ->setValue(4);
        type(dialog, u"Slow from"_s, u"soon"_s);
        press(dialog, u"Keep it"_s);
        QVERIFY(dialog.isVisible());
        QVERIFY(!rowOf(dialog, u"Slow from"_s)->error().isEmpty());
        QVERIFY(stage.spec().failAfter != 4);
        type(dialog, u"Slow from"_s, u"900"_s);
        press(dialog, u"Keep it"_s);
        QCOMPARE(stage.spec().failAfter, 4);
        QCOMPARE(stage.spec().failOutOf, 4);
        QCOMPARE(stage.spec().slowMs.value(), 900);
        QVERIFY(!stage.spec().remedy);
    }
};

QTEST_MAIN(TestRuleDialog)
#include "tst_ruledialog.moc"
