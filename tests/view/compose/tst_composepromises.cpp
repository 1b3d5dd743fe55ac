// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "ui/compose/composepane.h"
#include "ui/compose/posteditor.h"
#include "ui/compose/promiselist.h"
#include "ui/compose/promiserow.h"
#include "ui/widget/lineedit.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace incident;
using support::Office;

namespace {

/// The pane on an outage of the shop.
struct Stage
{
    Office office;
    workflow::Compose compose{*office.desk, {u"site"_s}};
    ui::ComposePane pane{*office.desk, compose, {{u"site"_s, u"Status site"_s, {}}}};
    Incident incident = office.shopIsDown();

    Stage()
    {
        pane.resize(456, 700);
        pane.show();
        compose.setIncident(incident.id);
    }

    void write(const QString &text) { pane.findChild<ui::PostEditor *>()->setPlainText(text); }

    [[nodiscard]] ui::PromiseList &list() { return *pane.findChild<ui::PromiseList *>(); }
    [[nodiscard]] ui::PromiseRow &row(qsizetype index)
    {
        return *list().findChildren<ui::PromiseRow *>()[index];
    }
    [[nodiscard]] ui::LineEdit &due(qsizetype index)
    {
        return *row(index).findChild<ui::LineEdit *>();
    }

    void press(qsizetype index)
    {
        QTest::mouseClick(row(index).findChild<QPushButton *>(), Qt::LeftButton);
    }

    /// Published and read back.
    std::vector<Promise> promisesOnceSeen()
    {
        QSignalSpy published(&pane, &ui::ComposePane::published);
        pane.publish();
        const QString post = published.value(0).value(0).toString();
        const auto seen = office.desk->run(
            incident.id, RecordSeen{post, u"site"_s, {}, {}, office.desk->newId()});
        std::vector<Promise> promises;
        for (const Promise &promise : seen ? seen->promises : std::vector<Promise>()) {
            if (promise.kind != PromiseKind::NextUpdate)
                promises.push_back(promise);
        }
        return promises;
    }
};

const QString twoPromises = u"The shop is closed. We will add a check. On Monday "
                            "we will replace the disk."_s;

} // namespace

class TestComposePromises : public QObject
{
    Q_OBJECT

private slots:
    void whatTheProgramSaysIsNoPromiseOfTheAuthor()
    {
        Stage stage;
        QVERIFY(stage.list().isHidden());
    }

    void promisesAreShownWithTheirDues()
    {
        Stage stage;
        stage.write(twoPromises);
        QVERIFY(stage.list().isVisible());
        QVERIFY(stage.row(1).isVisible());
        QVERIFY(stage.due(0).placeholderText().startsWith(u"no date"_s));
        QVERIFY2(stage.due(1).placeholderText().startsWith(u"by "_s),
                 qPrintable(stage.due(1).placeholderText()));
        stage.write(u"The shop is closed."_s);
        QVERIFY(stage.list().isHidden());
    }

    void eachIsKeptDatedOrDropped()
    {
        Stage stage;
        stage.write(twoPromises);
        QTest::keyClicks(&stage.due(0), u"tomorrow 10:00"_s);
        stage.press(1);
        QVERIFY(!stage.due(1).isEnabled());
        const auto promises = stage.promisesOnceSeen();
        QCOMPARE(promises.size(), std::size_t(1));
        QVERIFY(promises[0].quote.startsWith(u"We will add a check"_s));
        QCOMPARE(promises[0].due,
                 timing::RoughInstant::exact(support::utc("2026-11-23T10:00:00Z")));
        QVERIFY(stage.list().isHidden());
    }

    void whatWasDroppedCanBeKeptAfterAll()
    {
        Stage stage;
        stage.write(twoPromises);
        stage.press(0);
        stage.press(0);
        QVERIFY(stage.due(0).isEnabled());
        QCOMPARE(stage.promisesOnceSeen().size(), std::size_t(2));
    }

    void aDueThatIsPastIsSaidBeforePublishing()
    {
        Stage stage;
        stage.write(twoPromises);
        QTest::keyClicks(&stage.due(0), u"next never"_s);
        QVERIFY(!stage.due(0).accessibleDescription().isEmpty());
        QSignalSpy failed(&stage.pane, &ui::ComposePane::failed);
        stage.pane.publish();
        QCOMPARE(failed.size(), 1);
        // The draft is as it was, and the field is to be mended.
        QCOMPARE(stage.due(0).text(), u"next never"_s);
        stage.due(0).clear();
        emit stage.due(0).textEdited({});
        QCOMPARE(stage.promisesOnceSeen().size(), std::size_t(2));
    }

    void aChoiceSurvivesTheWindow()
    {
        Stage stage;
        stage.write(twoPromises);
        stage.press(1);
        QVERIFY(stage.compose.save());
        workflow::Compose again(*stage.office.desk, {u"site"_s});
        again.setIncident(stage.incident.id);
        QVERIFY(again.undertakings().at(1).isDropped);
        QVERIFY(!again.undertakings().at(0).isDropped);
    }
};

QTEST_MAIN(TestComposePromises)
#include "tst_composepromises.moc"
