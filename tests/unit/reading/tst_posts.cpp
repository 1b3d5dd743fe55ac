// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/json.h"
#include "reading/read.h"

#include "postfixture.h"
#include "postscore.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Every post must be read as its answer says, and the figures over all of them must be good
/// enough. The table at the end adds up what was found, missed and invented, by field. With
/// READING_POSTS=DIR it scores other posts and reports only; with READING_TOTALS=1, too, it keeps
/// to the table, for posts that nobody has looked at yet.
class TestPosts : public QObject
{
    Q_OBJECT

private slots:
    void readsAsWritten_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : posts::names(folder()))
            QTest::newRow(isQuiet() ? "post" : qUtf8Printable(name)) << name;
    }

    void readsAsWritten()
    {
        QFETCH(QString, name);
        const posts::Fixture fixture = posts::load(folder(), name);
        QVERIFY2(!fixture.answer.isEmpty(), "the answer is no JSON");
        const auto facts =
            reading::readPost(fixture.text, fixture.posted, fixture.updates, fixture.zone);
        QVERIFY2(facts.has_value(), facts ? "" : qUtf8Printable(facts.error().text));
        const QJsonObject answer = reading::toJson(*facts);
        const QStringList deviations = posts::compare(fixture.answer, answer, m_scores);
        QStringList words;
        for (const QString &key : {u"promises"_s, u"components"_s, u"cause"_s})
            words += posts::compareWords(fixture.answer, answer, key, m_words[key]);
        if (isForeign()) {
            for (const QString &deviation : deviations + words) {
                if (!isQuiet())
                    qInfo("%s", qUtf8Printable(deviation));
            }
            return;
        }
        if (!fixture.isPartly)
            QVERIFY2(deviations.isEmpty(), qUtf8Printable(deviations.join(u'\n')));
    }

    void readsEnoughOfAll()
    {
        posts::Score timing;
        posts::Score rest;
        for (auto row = m_scores.cbegin(); row != m_scores.cend(); ++row) {
            print(row.key(), *row);
            (posts::isTiming(row.key()) ? timing : rest) += *row;
        }
        for (auto row = m_words.cbegin(); row != m_words.cend(); ++row)
            print(row.key(), *row);
        print(u"all others"_s, rest);
        print(u"timing facts"_s, timing);
        if (isForeign())
            return;
        QVERIFY(timing.found * 100 >= (timing.found + timing.missed) * 95);
        QVERIFY(timing.invented * 100 <= timing.found + timing.missed);
    }

private:
    static QString folder()
    {
        return qEnvironmentVariable("READING_POSTS", QStringLiteral(TEST_SOURCE_DIR "/posts"));
    }

    static bool isForeign() { return qEnvironmentVariableIsSet("READING_POSTS"); }

    static bool isQuiet() { return qEnvironmentVariableIsSet("READING_TOTALS"); }

    static void print(const QString &what, const posts::Score &score)
    {
        const int stated = std::max(1, score.found + score.missed);
        qInfo("%-36s %4d of %4d found (%5.1f %%), %3d invented (%.1f %%)", qUtf8Printable(what),
              score.found, score.found + score.missed, 100.0 * score.found / stated, score.invented,
              100.0 * score.invented / stated);
    }

    QMap<QString, posts::Score> m_scores;
    QMap<QString, posts::Score> m_words;
};

QTEST_GUILESS_MAIN(TestPosts)
#include "tst_posts.moc"
