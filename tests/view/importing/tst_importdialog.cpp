// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/importing/importdialog.h"

#include "http/networkclient.h"
#include "support/office.h"
#include "ui/importing/importmodel.h"
#include "ui/theme/appearance.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/segmentedbar.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace ui;
using namespace Qt::StringLiterals;
using support::Office;
using workflow::ArchiveImport;
using workflow::ArchiveSource;

class TestImportDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void showsThenImports();
    void leavesOutWhatIsNotTicked();
    void saysWhatIsMissing();

private:
    Appearance m_appearance{*qApp};
};

namespace {

/// The dialog on a desk of its own, with a file of two good posts and one without a time.
struct Scene
{
    Office office;
    http::NetworkClient client;
    ArchiveImport archive{*office.desk, client};
    ImportDialog dialog{*office.desk, archive, u"site"_s};
    QSignalSpy read{&archive, &ArchiveImport::rowsRead};
    QSignalSpy stored{&archive, &ArchiveImport::rowsStored};

    Scene()
    {
        const QString path = office.folder.filePath(u"old.txt"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("the file cannot be written");
        file.write(
            "Posted: 2025-03-04 10:05\nLift stuck\n\nIt was down for 20 minutes from 09:15.\n"
            "---\nPosted: 2025-03-05 10:05\nLamp out\n\nIt was down for 5 minutes from "
            "09:15.\n---\nNo time here\n\nIt was down.\n");
        file.close();
        dialog.setSource(ArchiveSource::Kind::Text, path);
        dialog.show();
    }

    void readAll()
    {
        dialog.read();
        QVERIFY(!read.isEmpty() || read.wait());
    }

    QAbstractItemModel *model() { return dialog.findChild<QTableView *>()->model(); }

    ActionButton *button(const QString &text)
    {
        for (ActionButton *button : dialog.findChildren<ActionButton *>()) {
            if (button->text().startsWith(text))
                return button;
        }
        return nullptr;
    }
};

} // namespace

void TestImportDialog::initTestCase()
{
    m_appearance.apply();
}

void TestImportDialog::showsThenImports()
{
    Scene scene;
    QVERIFY(!scene.button(u"Import"_s)->isEnabled());
    scene.readAll();
    QCOMPARE(scene.model()->rowCount(), 3);
    QVERIFY(scene.office.ledger->list().value().empty());
    const QModelIndex remark = scene.model()->index(2, ImportModel::Remarks);
    QVERIFY(remark.data().toString().contains(u"does not say when"_s));
    QVERIFY(!remark.siblingAtColumn(ImportModel::Posted).data(Qt::CheckStateRole).isValid());

    auto *filter = scene.dialog.findChildren<SegmentedBar *>().last();
    filter->setCurrent(int(ImportModel::Filter::NotUnderstood));
    QCOMPARE(scene.model()->rowCount(), 1);

    scene.button(u"Import 2"_s)->click();
    QVERIFY(!scene.stored.isEmpty() || scene.stored.wait());
    QCOMPARE(scene.office.ledger->list().value().size(), 2U);
    QVERIFY(!scene.button(u"Import"_s)->isEnabled());
}

void TestImportDialog::leavesOutWhatIsNotTicked()
{
    Scene scene;
    scene.readAll();
    const QModelIndex tick = scene.model()->index(0, ImportModel::Posted);
    QVERIFY(scene.model()->setData(tick, Qt::Unchecked, Qt::CheckStateRole));
    scene.button(u"Import 1"_s)->click();
    QVERIFY(!scene.stored.isEmpty() || scene.stored.wait());
    const auto stored = scene.office.ledger->list().value();
    QCOMPARE(stored.size(), 1U);
    QCOMPARE(stored.front().title, u"Lamp out"_s);
}

void TestImportDialog::saysWhatIsMissing()
{
    Scene scene;
    scene.dialog.setSource(ArchiveSource::Kind::Text, {});
    scene.dialog.read();
    QVERIFY(!scene.archive.isBusy());
    scene.dialog.setSource(ArchiveSource::Kind::Text, u"/no/such/file"_s);
    QSignalSpy failed(&scene.archive, &ArchiveImport::failed);
    scene.dialog.read();
    QCOMPARE(failed.size(), 1);
    QVERIFY(scene.button(u"Read"_s)->isEnabled());
}

QTEST_MAIN(TestImportDialog)
#include "tst_importdialog.moc"
