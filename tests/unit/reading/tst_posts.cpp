// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading/json.h"
#include "reading/read.h"

#include "postfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Times and lengths, as against what kind of window it is and the words around it.
bool isTiming(const QString &path)
{
    return path.endsWith("start"_L1) || path.endsWith("end"_L1) || path.endsWith("dur"_L1) ||
           path.endsWith("total"_L1) || path.endsWith("count"_L1) || path.endsWith("minutes"_L1) ||
           path.endsWith("at"_L1) || path.endsWith("until"_L1) || path.startsWith("verdict"_L1) ||
           (path.startsWith("milestones."_L1) && path.count(u'.') == 1);
}

QString field(const QString &path)
{
    QString plain = path;
    while (plain.contains(u'['))
        plain.remove(plain.indexOf(u'['), plain.indexOf(u']') - plain.indexOf(u'[') + 1);
    return plain;
}

struct Score
{
    int found = 0;
    int missed = 0;
    int invented = 0;

    void operator+=(const Score &other)
    {
        found += other.found;
        missed += other.missed;
        invented += other.invented;
    }
};

} // namespace

/// Every fixture must be read as it says. The table at the end adds up what was found, missed and
/// invented, by field; run with READING_POSTS=DIR it scores other posts and reports only.
class TestPosts : public QObject
{
    Q_OBJECT

private slots:
    void readsAsWritten_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : posts::names(folder()))
            QTest::newRow(qUtf8Printable(name)) << name;
    }

    void readsAsWritten()
    {
        QFETCH(QString, name);
        const posts::Fixture fixture = posts::load(folder(), name);
        QVERIFY2(!fixture.expect.isEmpty(), "the expectation is no JSON");
        const auto facts =
            reading::readPost(fixture.text, fixture.posted, fixture.updates, fixture.zone);
        QVERIFY2(facts.has_value(), facts ? "" : qUtf8Printable(facts.error().text));
        const QJsonObject answer = reading::toJson(*facts);
        posts::Facts want = posts::expected(fixture);
        posts::Facts have = posts::answered(answer);
        posts::compareWords(fixture, answer, want, have);
        posts::dropUnasked(want, have);
        const QStringList deviations = compare(want, have);
        if (qEnvironmentVariableIsSet("READING_POSTS")) {
            for (const QString &deviation : deviations)
                qInfo("%s", qUtf8Printable(deviation));
            return;
        }
        QVERIFY2(deviations.isEmpty(), qUtf8Printable(deviations.join(u'\n')));
    }

    void cleanupTestCase()
    {
        Score timing;
        Score rest;
        for (auto row = m_scores.cbegin(); row != m_scores.cend(); ++row) {
            qInfo("%-28s found %4d  missed %3d  invented %3d", qUtf8Printable(row.key()),
                  row->found, row->missed, row->invented);
            (isTiming(row.key()) ? timing : rest) += *row;
        }
        print("timing facts", timing);
        print("all others", rest);
    }

private:
    static QString folder()
    {
        return qEnvironmentVariable("READING_POSTS", QStringLiteral(TEST_SOURCE_DIR "/posts"));
    }

    static void print(const char *what, const Score &score)
    {
        const int stated = std::max(1, score.found + score.missed);
        qInfo("%-28s %d of %d found (%.1f %%), %d invented (%.1f %%)", what, score.found, stated,
              100.0 * score.found / stated, score.invented,
              100.0 * score.invented / std::max(1, score.found + score.invented));
    }

    QStringList compare(const posts::Facts &want, const posts::Facts &have)
    {
        QStringList deviations;
        for (auto fact = want.cbegin(); fact != want.cend(); ++fact) {
            Score &score = m_scores[field(fact.key())];
            const QString answer = have.value(fact.key());
            if (answer == *fact) {
                ++score.found;
                continue;
            }
            ++score.missed;
            if (!answer.isEmpty())
                ++score.invented;
            deviations += u"%1: want %2, have %3"_s.arg(fact.key(), *fact,
                                                        answer.isEmpty() ? u"nothing"_s : answer);
        }
        for (auto fact = have.cbegin(); fact != have.cend(); ++fact) {
            if (want.contains(fact.key()))
                continue;
            ++m_scores[field(fact.key())].invented;
            deviations += u"%1: invented %2"_s.arg(fact.key(), *fact);
        }
        return deviations;
    }

    QMap<QString, Score> m_scores;
};

QTEST_GUILESS_MAIN(TestPosts)
#include "tst_posts.moc"
