// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samplefacts.h"
#include "wording/postfields.h"
#include "wording/say.h"

#include <QRandomGenerator>
#include <QTest>

using namespace sample;
using namespace wording;

namespace {

// WATCHKEEPER_FUZZ_ROUNDS asks for more, WATCHKEEPER_FUZZ_SEED for others.
constexpr int usualRounds = 3000;

const QStringList pieces{u"["_s,
                         u"]"_s,
                         u"{"_s,
                         u"}"_s,
                         u"|"_s,
                         u"\\"_s,
                         u"?"_s,
                         u"!"_s,
                         u","_s,
                         u" "_s,
                         u"\n"_s,
                         u"\n\n"_s,
                         u"#"_s,
                         u"title:"_s,
                         u"{felt}"_s,
                         u"{title}"_s,
                         u"ours? "_s,
                         u"!first? "_s,
                         u"| "_s,
                         u"[a|"_s,
                         u"{started.since}"_s,
                         u"{We}"_s,
                         u"a"_s,
                         u"."_s,
                         u"\t"_s,
                         u"\r\n"_s,
                         u"\u200f"_s,
                         u"é"_s,
                         QString(QChar(0xd800)),
                         QString(QChar(u'\0')),
                         u"{planned.when}"_s,
                         u"[[[[[[[[[["_s};

/// A template of the program with a few faults in it, the same for the same generator.
QString mutated(QRandomGenerator &random)
{
    const QStringList names = templateNames();
    QString text = builtInText(names[random.bounded(names.size())]);
    for (int fault = random.bounded(12); fault > 0; --fault) {
        const auto at = random.bounded(text.size() + 1);
        const auto length = random.bounded(qMin<qsizetype>(30, text.size() - at) + 1);
        switch (random.bounded(5)) {
        case 0:
            text.remove(at, length);
            break;
        case 1:
            text.insert(random.bounded(text.size() + 1), text.mid(at, length));
            break;
        case 2:
            text = text.left(at) + builtInText(names[random.bounded(names.size())]).mid(at);
            break;
        default:
            text.insert(at, pieces[random.bounded(pieces.size())]);
        }
    }
    return text;
}

} // namespace

class TestTemplateFuzz : public QObject
{
    Q_OBJECT

private slots:
    void whatIsParsedIsFilledAndSaysWhereItIsWrong()
    {
        bool isNumber = false;
        const int asked = qEnvironmentVariableIntValue("WATCHKEEPER_FUZZ_ROUNDS", &isNumber);
        QRandomGenerator random(quint32(qEnvironmentVariableIntValue("WATCHKEEPER_FUZZ_SEED")));
        const std::vector<TemplateFields> fields{
            {},
            postFields(running(), now()),
            postFields(over(), now(), Prediction{RoughDuration::atMost(30min), at("16:22")}),
            postFields(maintenance(), now())};
        int used = 0;
        const int rounds = isNumber ? asked : usualRounds;
        for (int round = 0; round < rounds; ++round) {
            const QString text = mutated(random);
            const auto parsed = Template::parse(text);
            const auto problems = Template::problems(text);
            const auto lines = text.count(u'\n') + 1;
            bool isFatal = false;
            for (const TemplateProblem &problem : problems) {
                QVERIFY2(problem.line >= 1 && problem.line <= lines, qPrintable(text));
                QVERIFY2(problem.column >= 1 &&
                             problem.column <=
                                 text.section(u'\n', problem.line - 1, problem.line - 1).size() + 1,
                         qPrintable(problem.located() + u'\n' + text));
                QVERIFY(problem.sentence.endsWith(u'.') || problem.sentence.endsWith(u'?'));
                isFatal = isFatal || problem.isFatal;
            }
            QCOMPARE(parsed.has_value(), !isFatal);
            if (!parsed)
                continue;
            ++used;
            for (const TemplateFields &each : fields) {
                const QString said = parsed->title(each) + parsed->body(each);
                QVERIFY2(said.size() < 8 * PhraseFiller::longest, qPrintable(text));
                // The same text says the same.
                QCOMPARE(said, parsed->title(each) + parsed->body(each));
            }
        }
        QVERIFY2(used > rounds / 20, "hardly anything could be parsed: the faults are too many");
    }
};

QTEST_GUILESS_MAIN(TestTemplateFuzz)
#include "tst_templatefuzz.moc"
