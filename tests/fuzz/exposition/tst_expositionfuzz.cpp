// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exposition/jsonline.h"
#include "exposition/parse.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using exposition::Document;
using exposition::Format;

namespace {

// WATCHKEEPER_FUZZ_ROUNDS asks for more.
constexpr int usualRounds = 4000;

const QByteArrayList seeds{
    "# TYPE a counter\n# HELP a some \\\\ help\na_total{b=\"c\\n\"} 1 5 # {id=\"x\"} 2 3\n"
    "a_created 5 5\n# EOF\n",
    "# TYPE a_s gauge\n# UNIT a_s s\na_s{b=\"1\"} 1 5\na_s{b=\"1\"} NaN 6\na_s 1\n# EOF",
    "# TYPE a histogram\na_bucket{le=\"1.0\"} 0 # {} 0.5\na_bucket{le=\"+Inf\"} 3\na_count 3\n"
    "a_sum 2\n# TYPE b gaugehistogram\nb_bucket{le=\"+Inf\"} 1\n# EOF\n",
    "# TYPE a summary\na{quantile=\"0.5\"} 1\na_count 3\na_sum 2\n# TYPE b stateset\nb{b=\"x\"} 1\n"
    "# TYPE c info\nc_info{v=\"1\"} 1\n# EOF\n",
    " # HELP a x\n\n#TYPE a histogram\na_bucket { le = \"1\" , } 1\na_bucket{le=\"+Inf\"} 1 -7\n",
    "{\"a.b\",\"c.d\"=\"\\\"e\\\"\"} +Inf 1\n# TYPE \"f g\" untyped\n{\"f g\"} .5\n",
};

const QByteArrayList pieces{" ",
                            "\n",
                            "#",
                            "{",
                            "}",
                            "\"",
                            ",",
                            "=",
                            "\\",
                            "\t",
                            "\r",
                            "_",
                            "a",
                            "1",
                            "-",
                            "+",
                            ".",
                            "e",
                            "NaN",
                            "Inf",
                            "le=\"1\"",
                            "# EOF\n",
                            "\xFF",
                            "\xE2\x82\xAC",
                            "# TYPE a gauge\n",
                            "a 1\n",
                            " 5",
                            "999999999999999999999"};

/// A document with a few faults in it, the same for the same generator.
QByteArray mutated(QRandomGenerator &random)
{
    QByteArray document = seeds[random.bounded(seeds.size())];
    if (random.bounded(4) == 0)
        document += seeds[random.bounded(seeds.size())];
    for (int fault = random.bounded(4); fault > 0; --fault) {
        const auto at = random.bounded(document.size() + 1);
        const auto length = random.bounded(qMin<qsizetype>(8, document.size() - at) + 1);
        switch (random.bounded(4)) {
        case 0:
            document.insert(at, pieces[random.bounded(pieces.size())]);
            break;
        case 1:
            document.remove(at, length);
            break;
        case 2:
            document.insert(random.bounded(document.size() + 1), document.mid(at, length));
            break;
        default:
            document.insert(at, char(random.bounded(256)));
        }
    }
    return document;
}

bool isInside(QByteArrayView piece, const Document &document)
{
    const auto inside = [&](const QByteArray &whole) {
        return piece.begin() >= whole.begin() && piece.end() <= whole.end();
    };
    return piece.isEmpty() || inside(document.source) ||
           std::any_of(document.unescaped.begin(), document.unescaped.end(), inside);
}

/// What holds for every document that was accepted. Empty if it does.
QByteArray whatIsWrong(const Document &document)
{
    const auto lines = document.source.count('\n') + 1;
    for (const exposition::Sample &sample : document.samples) {
        if (sample.name.isEmpty() || sample.line < 1 || sample.line > lines)
            return "a sample has no name or no line";
        if (!isInside(sample.name, document) || !isInside(document.familyOf(sample).name, document))
            return "a name points outside of its document";
        for (const exposition::Label &label : document.labelsOf(sample.labels)) {
            if (label.value.isEmpty() || !isInside(label.value, document))
                return "a label is empty or points outside of its document";
        }
        QJsonParseError error;
        const QByteArray line = exposition::jsonLine(document, sample);
        const QJsonObject json = QJsonDocument::fromJson(line, &error).object();
        if (error.error != QJsonParseError::NoError || line.contains('\n'))
            return "a line of JSON cannot be read: " + line;
        const QString name = json.value(QLatin1StringView("name")).toString();
        if (name != QString::fromUtf8(sample.name))
            return "a line of JSON names another sample: " + line;
    }
    return {};
}

} // namespace

class TestExpositionFuzz : public QObject
{
    Q_OBJECT

private slots:
    void holds_data()
    {
        QTest::addColumn<Format>("format");
        QTest::newRow("text") << Format::Text;
        QTest::newRow("openmetrics") << Format::OpenMetrics;
    }

    void holds()
    {
        QFETCH(Format, format);
        const int asked = qEnvironmentVariableIntValue("WATCHKEEPER_FUZZ_ROUNDS");
        QRandomGenerator random(20261123);
        int accepted = 0;
        int refused = 0;
        for (int round = 0; round < std::max(asked, usualRounds); ++round) {
            const QByteArray bytes = mutated(random);
            const auto document = exposition::parse(bytes, format);
            ++(document ? accepted : refused);
            if (document) {
                const QByteArray wrong = whatIsWrong(*document);
                QVERIFY2(wrong.isEmpty(), wrong + " in\n" + bytes);
                continue;
            }
            const exposition::Fault &fault = document.error();
            QVERIFY2(fault.line >= 1 && fault.line <= bytes.count('\n') + 1, bytes);
            QVERIFY2(!fault.reason.isEmpty() && !fault.reason.contains(QLatin1Char('\n')), bytes);
        }
        // A generator that makes only one of the two would test nothing.
        QVERIFY(accepted > usualRounds / 50);
        QVERIFY(refused > usualRounds / 10);
    }
};

QTEST_APPLESS_MAIN(TestExpositionFuzz)
#include "tst_expositionfuzz.moc"
