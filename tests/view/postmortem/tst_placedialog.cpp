// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/promised.h"
#include "support/office.h"
#include "support/takenformarkup.h"
#include "ui/postmortem/placedialog.h"
#include "unit/outbox/fakes.h"

#include <algorithm>
#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Office;

namespace {

/// A place that keeps postmortems.
class Keeper final : public fakes::FakePage
{
public:
    using FakePage::FakePage;

    publish::Capabilities capabilities() const override { return {.keepsPostmortems = true}; }
    QFuture<base::Done> putPostmortem(const publish::Thread &,
                                      const publish::PostmortemText &text) override
    {
        put.push_back(text);
        return base::ready(answer);
    }

    std::vector<publish::PostmortemText> put;
    base::Done answer;
};

struct Stage
{
    Office office;
    fakes::Server server;
    fakes::Life life;
    std::shared_ptr<Keeper> keeper = std::make_shared<Keeper>(
        u"hosted"_s, server, life, [](const char *) { return fakes::Mood::Well; });
    std::shared_ptr<fakes::FakePage> blog = std::make_shared<fakes::FakePage>(
        u"blog"_s, server, life, [](const char *) { return fakes::Mood::Well; });
    workflow::Publishing publishing{*office.desk, office.ids, [] {
                                        return 0.;
                                    }};
    QString id = office.shopIsDown().id;

    Stage()
    {
        publishing.setPage(keeper);
        publishing.setPage(blog);
    }

    [[nodiscard]] incident::Incident incident() const { return office.desk->load(id).value(); }

    [[nodiscard]] auto notes() const
    {
        const auto events = office.ledger->events(id).value();
        return std::ranges::count_if(events, [](const incident::Event &event) {
            return std::holds_alternative<incident::Noted>(event.payload);
        });
    }

    void post(const QStringList &targets)
    {
        incident::PostRevision post;
        post.id = office.desk->newId();
        post.title = post.body = u"The shop is down"_s;
        post.targets = targets;
        QVERIFY(office.desk->run(id, incident::RevisePost{post}));
        for (const QString &target : targets)
            QVERIFY(office.desk->run(id, incident::RecordSeen{post.id, target, {}, {}, {}}));
    }
};

void press(QWidget &root, const QString &text)
{
    for (auto *button : root.findChildren<QPushButton *>()) {
        if (button->text() == text)
            return button->click();
    }
    QFAIL(qPrintable(text));
}

QString outcome(const QWidget &root)
{
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (label->accessibleName() == u"How it went"_s)
            return label->text();
    }
    return {};
}

} // namespace

class TestPlaceDialog : public QObject
{
    Q_OBJECT

private slots:
    void onlyPlacesThatKeepThemAreOffered()
    {
        Stage stage;
        QVERIFY(workflow::postmortemPlaces(stage.publishing, stage.incident()).empty());
        stage.post({u"hosted"_s, u"blog"_s});
        const auto places = workflow::postmortemPlaces(stage.publishing, stage.incident());
        QCOMPARE(places.size(), size_t(1));
        QCOMPARE(places.front().name, u"hosted"_s);
    }

    void itIsPutThereAndTakenAway()
    {
        Stage stage;
        stage.post({u"hosted"_s});
        ui::PlaceDialog dialog(*stage.office.desk, stage.publishing, stage.incident(),
                               support::hostileMarkup,
                               workflow::postmortemPlaces(stage.publishing, stage.incident()));
        dialog.show();
        QCOMPARE(support::takenForMarkup(dialog), QStringList());
        press(dialog, u"Put it there"_s);
        QTRY_COMPARE(outcome(dialog), u"It stands on Page hosted now."_s);
        QCOMPARE(stage.keeper->put.back(),
                 (publish::PostmortemText{support::hostileMarkup, false}));
        dialog.findChild<QCheckBox *>()->setChecked(true);
        press(dialog, u"Put it there"_s);
        QTRY_COMPARE(stage.keeper->put.size(), size_t(2));
        QVERIFY(stage.keeper->put.back().notify);
        QTRY_VERIFY(dialog.findChild<QCheckBox *>()->isEnabled());
        press(dialog, u"Take it away there"_s);
        QTRY_COMPARE(outcome(dialog), u"Readers of Page hosted find it no longer."_s);
        QCOMPARE(stage.keeper->put.back(), publish::PostmortemText());
        QCOMPARE(stage.notes(), 3);
    }

    void whatFailsIsSaid()
    {
        Stage stage;
        stage.post({u"hosted"_s});
        stage.keeper->answer = base::fail(base::ErrorKind::Auth, u"The key is refused."_s);
        ui::PlaceDialog dialog(*stage.office.desk, stage.publishing, stage.incident(),
                               u"It was us."_s,
                               workflow::postmortemPlaces(stage.publishing, stage.incident()));
        const QSignalSpy post(&dialog, &ui::PlaceDialog::postWanted);
        press(dialog, u"Put it there"_s);
        QTRY_COMPARE(outcome(dialog), u"The key is refused."_s);
        QCOMPARE(stage.notes(), 0);
        press(dialog, u"As a post instead"_s);
        QCOMPARE(post.size(), 1);
    }
};

QTEST_MAIN(TestPlaceDialog)
#include "tst_placedialog.moc"
