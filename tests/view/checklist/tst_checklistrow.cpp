// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/manualclock.h"
#include "ui/checklist/checklistrow.h"

#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Takes what would go to the browser of the desktop.
class Browser final : public QObject
{
    Q_OBJECT

public:
    Browser()
    {
        for (const QString &scheme : {u"http"_s, u"https"_s, u"file"_s, u"ssh"_s})
            QDesktopServices::setUrlHandler(scheme, this, "open");
    }

    ~Browser() override
    {
        for (const QString &scheme : {u"http"_s, u"https"_s, u"file"_s, u"ssh"_s})
            QDesktopServices::unsetUrlHandler(scheme);
    }

    QList<QUrl> opened;

public slots:
    void open(const QUrl &page) { opened << page; }
};

QPushButton *runbookOf(const ui::ChecklistRow &row)
{
    for (auto *button : row.findChildren<QPushButton *>()) {
        if (button->text() == u"Open the runbook"_s)
            return button;
    }
    qFatal("there is no button");
}

void show(ui::ChecklistRow &row, const QString &runbook, const QString &text, bool active)
{
    incident::StepStatus status;
    status.step.id = u"X1"_s;
    status.step.title = u"Restart the search"_s;
    status.step.runbook = runbook;
    status.step.text = text;
    status.active = active;
    row.setStatus(status, true, QTimeZone::utc(), support::utc("2026-11-22T16:08:00Z"));
}

} // namespace

class TestChecklistRow : public QObject
{
    Q_OBJECT

private slots:
    void aRunbookOpensAndItsTextIsRead()
    {
        Browser browser;
        ui::ChecklistRow row;
        show(row, u"https://wiki.example.org/search?a=1"_s, u"First <b>drain</b> the queue."_s,
             true);
        row.show();
        QVERIFY(runbookOf(row)->isVisible());
        QVERIFY(runbookOf(row)->focusPolicy() != Qt::NoFocus);
        QTest::keyClick(runbookOf(row), Qt::Key_Space);
        QCOMPARE(browser.opened, QList<QUrl>{QUrl(u"https://wiki.example.org/search?a=1"_s)});
        const auto labels = row.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->textFormat() == Qt::PlainText &&
                   label->text() == u"First <b>drain</b> the queue."_s;
        }));
        // Done, it leaves the room to the others.
        show(row, u"https://wiki.example.org/search?a=1"_s, u"Text"_s, false);
        QVERIFY(!runbookOf(row)->isVisible());
    }

    void nothingButAWebPageIsOffered()
    {
        Browser browser;
        ui::ChecklistRow row;
        row.show();
        for (const QString &address : {u"file:///etc/passwd"_s, u"ssh://host/"_s, u"wiki/search"_s,
                                       u"https://"_s, u"javascript:alert(1)"_s, QString()}) {
            show(row, address, {}, true);
            QVERIFY2(!runbookOf(row)->isVisible(), qPrintable(address));
        }
        QVERIFY(browser.opened.isEmpty());
    }
};

QTEST_MAIN(TestChecklistRow)
#include "tst_checklistrow.moc"
