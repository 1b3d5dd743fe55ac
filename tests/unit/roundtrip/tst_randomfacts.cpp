// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare.h"
#include "randomfacts.h"
#include "reading/read.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int cases = 10'000;
constexpr int shown = 3000;
constexpr quint32 usualSeed = 20260217;

QString sample(const RandomFacts::Case &one, const wording::PostText &post,
               const Comparison::Difference &difference)
{
    return u"%1\n    posted %2, %3\n    | %4\n    | %5"_s.arg(
        difference.detail,
        timing::toLocal(one.now, QTimeZone(one.facts.zone.toUtf8())).toString(Qt::ISODate),
        one.facts.zone, post.title, QString(post.body).replace(u"\n\n"_s, u" / "_s));
}

} // namespace

/// Random facts, said and read again; others with ROUNDTRIP_SEED=NUMBER.
class TestRandomFacts : public QObject
{
    Q_OBJECT

private slots:
    void comeBackEqualWithinTheirPrecision()
    {
        bool isSet = false;
        const int seed = qEnvironmentVariableIntValue("ROUNDTRIP_SEED", &isSet);
        RandomFacts random(isSet ? quint32(seed) : usualSeed);
        std::map<QString, QStringList> differences;
        int wrong = 0;
        for (int i = 0; i < cases; ++i) {
            const auto one = random.next();
            const auto post = wording::say(one.facts, one.now, one.predicted);
            const auto read = reading::read(
                {post.title, post.body, one.now, {}, QTimeZone(one.facts.zone.toUtf8())});
            const QString text = post.title + u"\n\n"_s + post.body;
            const auto found =
                Comparison(one.facts, one.now, text, read, one.predicted).differences();
            wrong += !found.empty();
            for (const auto &difference : found)
                differences[wording::templateNameFor(one.facts) + u' ' + difference.what] +=
                    sample(one, post, difference);
        }
        for (const auto &[what, samples] : differences) {
            qWarning("%s: %d times", qUtf8Printable(what), int(samples.size()));
            for (const QString &one : samples.first(std::min<qsizetype>(shown, samples.size())))
                qWarning("  %s", qUtf8Printable(one));
        }
        qInfo("%d of %d come back otherwise", wrong, cases);
        QCOMPARE(wrong, 0);
    }
};

QTEST_APPLESS_MAIN(TestRandomFacts)
#include "tst_randomfacts.moc"
