// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakehttp.h"
#include "support/office.h"
#include "ui/settings/markspage.h"
#include "ui/settings/upstreamspage.h"
#include "view/formhands.h"

#include <QDir>
#include <QTableWidget>

using namespace Qt::StringLiterals;
using namespace formhands;

namespace {

/// Both pages, before servers that answer as the test says.
struct Stage
{
    support::Office office;
    http::Response answer = support::json("[]");
    support::FakeHttp http{[this](const http::Request &) {
        return answer;
    }};
    workflow::Upstreams upstreams{http, *office.desk};
    workflow::Marks marks{*office.desk, http};
    ui::UpstreamsPage page{upstreams};
    ui::MarksPage marksPage{marks};

    Stage()
    {
        page.show();
        marksPage.show();
    }
};

} // namespace

class TestUpstreamsPage : public QObject
{
    Q_OBJECT

private slots:
    void aServerIsTriedAndAsked()
    {
        Stage stage;
        type(stage.page, u"Address"_s, u"http://alerts.example.org:9093"_s);
        press(stage.page, u"Test it"_s);
        const auto *row = rowOf(stage.page, u"Address"_s);
        QTRY_VERIFY(row->note().contains(u"It answers."_s));
        QVERIFY(stage.upstreams.servers().empty());
        press(stage.page, u"Ask it from now on"_s);
        QCOMPARE(stage.upstreams.servers().size(), size_t(1));
        const auto *table = stage.page.findChild<QTableWidget *>();
        QCOMPARE(table->rowCount(), 1);
        press(stage.page, u"Ask it no longer"_s);
        QVERIFY(stage.upstreams.servers().empty());
    }

    void whatIsWrongIsSaidAndNothingLost()
    {
        Stage stage;
        stage.answer = support::response(200, "text/html", "<p>Log in");
        choose(stage.page, u"It is"_s, u"a Prometheus"_s);
        type(stage.page, u"Address"_s, u"http://prometheus.example.org:9090"_s);
        press(stage.page, u"Test it"_s);
        const auto *row = rowOf(stage.page, u"Address"_s);
        QTRY_VERIFY(!row->error().isEmpty());
        type(stage.page, u"Address"_s, u"ftp://prometheus.example.org"_s);
        press(stage.page, u"Ask it from now on"_s);
        QVERIFY(!row->error().isEmpty());
        QCOMPARE(qobject_cast<QLineEdit *>(row->field())->text(),
                 u"ftp://prometheus.example.org"_s);
        QVERIFY(stage.upstreams.servers().empty());
    }

    void aSourceOfMarksIsTriedAndKept()
    {
        Stage stage;
        const auto *row = rowOf(stage.marksPage, u"Place"_s);
        type(stage.marksPage, u"Name"_s, u"shop"_s);
        type(stage.marksPage, u"Place"_s, stage.office.folder.filePath(u"nowhere"_s));
        press(stage.marksPage, u"Test it"_s);
        QTRY_VERIFY(!row->error().isEmpty());
        stage.answer = support::json(
            "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":"
            "{\"version\":\"4f2a\"},\"value\":[1763827200,\"1\"]}]}}");
        type(stage.marksPage, u"Place"_s, u"http://prometheus.example.org:9090"_s);
        type(stage.marksPage, u"Series"_s, u"app_build_info"_s);
        press(stage.marksPage, u"Test it"_s);
        QTRY_VERIFY(row->error().isEmpty());
        press(stage.marksPage, u"Look at it from now on"_s);
        QCOMPARE(stage.marks.sources().size(), size_t(1));
        press(stage.marksPage, u"Look at it no longer"_s);
        QVERIFY(stage.marks.sources().empty());
    }
};

QTEST_MAIN(TestUpstreamsPage)
#include "tst_upstreamspage.moc"
