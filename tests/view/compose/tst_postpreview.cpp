// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/promised.h"
#include "support/office.h"
#include "ui/compose/postpreview.h"
#include "ui/widget/segmentedbar.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using publish::Preview;
using support::Office;

namespace {

Preview previewOf(Preview::Form form, const QString &text)
{
    return {form, u"Shop <i>down</i>"_s, text, u"POST "_s + text, {{u"Components"_s, u"shop"_s}}};
}

/// The preview of an outage of the shop at three kinds of places.
struct Stage
{
    Office office;
    incident::Incident incident = office.shopIsDown();
    workflow::Compose compose{*office.desk, {u"site"_s, u"page"_s}};
    ui::PostPreview preview{compose};
    QString wroteTo;

    Stage()
    {
        compose.setIncident(incident.id);
        ui::TargetLabel site{u"site"_s, u"Status site"_s, u"Nobody is told."_s};
        site.preview = [] {
            return base::Result<Preview>(previewOf(Preview::Form::Html,
                                                   u"<h1>Shop</h1><p>It is <b>down</b>.</p>"_s
                                                   "<img src=\"file:///etc/hostname\">"_s));
        };
        site.writePreview = [this](const QString &folder) {
            wroteTo = folder;
            return base::ready(base::Result<QString>(folder + u"/page.html"_s));
        };
        ui::TargetLabel page{u"page"_s, u"Page"_s, u"Subscribers are told."_s, true};
        page.preview = [] {
            return base::Result<Preview>(
                previewOf(Preview::Form::PlainText, u"It is <b>down</b>."_s));
        };
        page.unsaid = [] {
            return QStringList{u"Page cuts the title."_s};
        };
        ui::TargetLabel other{u"other"_s, u"Other"_s, {}};
        other.preview = [] {
            return base::Result<Preview>(previewOf(Preview::Form::Markdown, u"It is **down**."_s));
        };
        preview.resize(456, 640);
        preview.show();
        preview.setTargets({site, page, other});
        preview.refresh();
    }

    [[nodiscard]] QString text() const
    {
        return preview.findChild<QTextBrowser *>()->toPlainText();
    }

    void choose(const QString &bar, int segment)
    {
        for (ui::SegmentedBar *one : preview.findChildren<ui::SegmentedBar *>()) {
            if (one->accessibleName().startsWith(bar))
                one->setCurrent(segment);
        }
    }

    [[nodiscard]] bool shows(const QString &text) const
    {
        const auto labels = preview.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisibleTo(&preview) && label->text().contains(text);
        });
    }

    [[nodiscard]] QPushButton *browserButton() const
    {
        for (QPushButton *button : preview.findChildren<QPushButton *>()) {
            if (button->accessibleName() == u"Open in the browser"_s)
                return button;
        }
        return nullptr;
    }
};

} // namespace

class TestPostPreview : public QObject
{
    Q_OBJECT

private slots:
    void eachPlaceShowsItsOwn()
    {
        Stage stage;
        QVERIFY(stage.text().startsWith(u"Shop\nIt is down."_s));
        stage.choose(u"The place"_s, 1);
        QCOMPARE(stage.text(), u"It is <b>down</b>."_s);
        QVERIFY(stage.shows(u"Page cuts the title."_s));
        QVERIFY(stage.shows(u"Subscribers are told."_s));
        stage.choose(u"The place"_s, 2);
        QCOMPARE(stage.text(), u"It is down."_s);
        QVERIFY(stage.shows(u"This post does not go there."_s));
        QVERIFY(!stage.shows(u"Page cuts the title."_s));
    }

    void whatIsSentIsShownAsItIs()
    {
        Stage stage;
        stage.choose(u"What is shown"_s, 1);
        QVERIFY(stage.text().startsWith(u"POST <h1>Shop</h1>"_s));
        QVERIFY(!stage.shows(u"Shop <i>down</i>"_s));
        stage.choose(u"What is shown"_s, 0);
        QVERIFY(stage.shows(u"Shop <i>down</i>"_s));
    }

    void nothingIsFetchedForIt()
    {
        Stage stage;
        auto *browser = stage.preview.findChild<QTextBrowser *>();
        QVERIFY(!browser->openLinks());
        QVERIFY(browser->loadResource(QTextDocument::ImageResource, QUrl(u"file:///etc/hostname"_s))
                    .isNull());
    }

    void whoIsNotToldIsSaid()
    {
        Stage stage;
        stage.choose(u"The place"_s, 1);
        stage.compose.setNotify(false);
        stage.preview.refresh();
        QVERIFY(stage.shows(u"Subscribers of Page are not told."_s));
    }

    void onlyTheSiteOpensInABrowser()
    {
        Stage stage;
        QSignalSpy written(&stage.preview, &ui::PostPreview::pageWritten);
        QVERIFY(stage.browserButton()->isVisible());
        stage.browserButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, 30000);
        QCOMPARE(written.first().first().toUrl(),
                 QUrl::fromLocalFile(stage.wroteTo + u"/page.html"_s));
        stage.choose(u"The place"_s, 1);
        QVERIFY(!stage.browserButton()->isVisible());
    }

    void whatCannotBeMadeIsSaid()
    {
        Stage stage;
        ui::TargetLabel broken{u"site"_s, u"Status site"_s, {}};
        broken.preview = [] {
            return base::Result<Preview>(
                base::fail(base::ErrorKind::Input, u"The estimate cannot be read."_s));
        };
        stage.preview.setTargets({broken});
        stage.preview.refresh();
        QVERIFY(stage.shows(u"The estimate cannot be read."_s));
        QVERIFY(stage.text().isEmpty());
    }
};

QTEST_MAIN(TestPostPreview)
#include "tst_postpreview.moc"
