// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outcome.h"
#include "verbplayer.h"
#include "windowplayer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenstories;

/// The ten kinds of post that people write, each lived through from its first fact to closed: once
/// by the verbs of the program, once in its window.
class TestTenStories : public QObject
{
    Q_OBJECT

private:
    /// What went wrong on the way, or is not as it should be in the end.
    static QStringList troubles(const Story &story, Player &player)
    {
        for (const Step &step : story.steps) {
            if (const QString failed = player.play(step); !failed.isEmpty())
                return {u"at %1: %2"_s.arg(QString::fromLatin1(step.at), failed)};
        }
        return differences(story.outcome, player.incident(), player.page());
    }

private slots:
    void isLivedThrough_data()
    {
        QTest::addColumn<int>("number");
        int number = 0;
        for (const Story &story : tenStories())
            QTest::newRow(story.name) << number++;
    }

    void isLivedThrough()
    {
        QFETCH(int, number);
        const Story story = tenStories()[std::size_t(number)];
        VerbPlayer verbs;
        const QString byVerbs = troubles(story, verbs).join(u'\n');
        QVERIFY2(byVerbs.isEmpty(), qPrintable(byVerbs));
        WindowPlayer window;
        const QString byWindow = troubles(story, window).join(u'\n');
        QVERIFY2(byWindow.isEmpty(), qPrintable(byWindow));
        QCOMPARE(factsOf(window.incident()), factsOf(verbs.incident()));
    }
};

QTEST_MAIN(TestTenStories)
#include "tst_tenstories.moc"
