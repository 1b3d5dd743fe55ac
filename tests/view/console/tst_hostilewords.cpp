// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/office.h"
#include "support/takenformarkup.h"
#include "ui/console/consoleview.h"
#include "ui/history/historyview.h"
#include "ui/maintenance/maintenanceview.h"

#include <QMessageBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace incident;
using namespace std::chrono_literals;
using support::hostileMarkup;
using support::Office;
using support::takenForMarkup;

namespace {

/// Whatever people, alerts and places can say of an incident says the same.
QString hostileIncident(Office &office)
{
    workflow::NewIncident request;
    request.title = request.felt = request.evidence = hostileMarkup;
    request.components = {hostileMarkup};
    request.severity = 2;
    request.started = timing::RoughInstant::exact(office.clock.now() - 2min);
    const QString id = office.desk->open(request).value().id;
    const auto must = [&](const Command &command) {
        const auto done = office.desk->run(id, command);
        if (!done)
            qFatal("%s", qPrintable(done.error().text));
    };
    must(LinkAlert{{hostileMarkup,
                    hostileMarkup,
                    hostileMarkup,
                    timing::RoughInstant::exact(office.clock.now() - 1min),
                    office.clock.now(),
                    {},
                    3,
                    1}});
    must(AddNote{hostileMarkup, {}});
    PostRevision post;
    post.id = office.desk->newId();
    post.title = post.body = hostileMarkup;
    post.targets = {u"site"_s};
    must(RevisePost{post});
    must(RecordSeen{post.id, u"site"_s, {}, {}, {}});
    Cause cause;
    cause.status = CauseStatus::Suspected;
    cause.text = hostileMarkup;
    must(StateCause{cause, {}});
    return id;
}

bool mentions(const QWidget &root)
{
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (label->text().contains(hostileMarkup))
            return true;
    }
    return false;
}

} // namespace

/// What comes from outside is shown letter by letter: no label, tip or box takes it for markup.
class TestHostileWords : public QObject
{
    Q_OBJECT

private slots:
    void theConsoleShowsWords()
    {
        Office office;
        source::SourceSet sources{office.clock};
        workflow::Watch watch{sources, *office.desk};
        workflow::Compose compose{*office.desk, {u"site"_s}};
        ui::ConsoleView console{{*office.desk, watch, compose, {{u"site"_s, hostileMarkup, {}}}}};
        console.resize(1300, 700);
        console.show();
        console.showIncident(hostileIncident(office));
        QVERIFY(mentions(console));
        QCOMPARE(takenForMarkup(console), QStringList());
    }

    void theHistoryShowsWords()
    {
        Office office;
        const QString id = hostileIncident(office);
        ui::HistoryView history(*office.desk);
        history.resize(1300, 700);
        history.show();
        history.select(id);
        QVERIFY(mentions(history));
        QCOMPARE(takenForMarkup(history), QStringList());
    }

    void theCheckCanFail()
    {
        QWidget root;
        auto *label = new QLabel(hostileMarkup, &root);
        QCOMPARE(takenForMarkup(root).size(), 1);
        label->setTextFormat(Qt::PlainText);
        QCOMPARE(takenForMarkup(root), QStringList());
        label->setToolTip(hostileMarkup);
        QCOMPARE(takenForMarkup(root).size(), 1);
        QVERIFY(!takenForMarkup(QMessageBox(QMessageBox::Warning, {}, hostileMarkup)).isEmpty());
    }
};

QTEST_MAIN(TestHostileWords)
#include "tst_hostilewords.moc"
