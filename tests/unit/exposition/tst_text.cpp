// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "documents.h"

using namespace expositiontest;
using exposition::Format;

namespace {

constexpr const char *accepted[] = {
    "",
    "\n\n \t\n",
    "a 1\n \t",
    "# anything at all \\t \xE2\x82\xAC\n#\n#x\n  # y\n",
    "# EOF\n",
    "# HELP a\n# TYPE b gauge\n",
    "#HELP a x\n#TYPE a gauge\na 1\n",
    " \t#\tTYPE \t a  gauge\t \na 1\n",
    "# TYPE a gauge\n# HELP a x\na 1\n# HELP b x\n",
    "a 1\n# HELP a x\n",
    "# HELP a x\\\\y\\nz \"quoted\"\n",
    "# HELP a x\ry\r\n",
    "# a comment\r\n",
    "# TYPE a counter\na 1\na -1\na NaN\n",
    "a 1\nb 1\na 2\n",
    "a 1\na 1\n",
    "# TYPE a gauge\n# TYPE a_total counter\na 1\na_total 1\n",
    "# TYPE a untyped\na 1\n",
    "a{} 1\na{ } 1\n",
    "a{b=\"c\",} 1\n",
    "a+Inf\nb-1\nc{d=\"e\"}.5\n",
    "a 1 +5\nb 1 -5\nc 1 007\n",
    "a infinity\nb INF\nc nan\nd -inf\ne .5\nf 5.\ng 08\nh 1e-400\n",
    "a{b=\"\",c=\"\"} 1\n",
    "a{b=\"x\ry\tz\"} 1\n",
    "{\"a.b\"} 1\n",
    "{ \"a.b\" , c = \"d\" , \"e.f\" = \"g\" , } 1\n",
    "{c=\"d\",\"a.b\"} 1\n",
    "a{\"e.f\"=\"g\"} 1\n",
    "# TYPE \"a.b\" counter\n# HELP \"a.b\" x\n{\"a.b\"} 1\n",
    "# TYPE a histogram\na_bucket{le=\"+Inf\"} 1.5\na_count 1.5\na_sum -1\n",
    "# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\n",
    "# TYPE a histogram\na_bucket{le=\"1\"} 2\nb 1\na_bucket{le=\"Inf\"} 1\n",
    "# TYPE a histogram\na_bucket{le=\"+Inf\"} 1 1\na_bucket{le=\"1\"} 1 2\na_bucket{le=\"+Inf\"} "
    "1 "
    "2\n",
    "# TYPE a summary\na_sum 1\na{quantile=\"0.5\"} -1\na{quantile=\"0.9\"} NaN\n",
    "# TYPE a summary\na 1\na_bucket{le=\"1\"} 1\n",
    "# TYPE a histogram\n",
    "a_count 1\n# TYPE a summary\na_sum 1\n",
};

} // namespace

/// What the text format 0.0.4 allows, and what is read from it.
class TestText : public QObject
{
    Q_OBJECT

private slots:
    void accepts_data() { addAccepted(accepted); }
    void accepts()
    {
        QFETCH(QByteArray, document);
        QCOMPARE(verdict(document, Format::Text), "OK");
    }

    void readsSamples()
    {
        const QByteArray document = "# HELP farm_milk Litres\\nof milk\n"
                                    "# TYPE farm_milk counter\n"
                                    "farm_milk{ cow = \"Bella\\n\\\\\\\"\" , pail=\"\", } 3.5 -7\n"
                                    "\tfarm_hens\t12 \n"
                                    "{\"farm.eggs\",\"laid.by\"=\"Hen \\\"3\\\"\"} -Inf\n";
        const QByteArrayList expected{"farm_milk{cow=Bella\n\\\"} 3.5 @-7", "farm_hens 12",
                                      "farm.eggs{laid.by=Hen \"3\"} -inf"};
        QCOMPARE(samples(document, Format::Text), expected);
    }

    void partsBelongToTheirDistribution()
    {
        const auto document = exposition::parse("# TYPE a histogram\n"
                                                "a_bucket{le=\"+Inf\"} 1\n"
                                                "a_count 1\n"
                                                "a_sum 1\n"
                                                "a_max 1\n",
                                                Format::Text);
        QVERIFY(document.has_value());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(document->familyOf(document->samples[i]).name, QByteArrayView("a"));
        QCOMPARE(document->familyOf(document->samples[3]).name, QByteArrayView("a_max"));
    }

    void writesALineOfJson()
    {
        const auto document = exposition::parse("a{b=\"c\"} 1e3 1395066363000\n", Format::Text);
        QVERIFY(document.has_value());
        QCOMPARE(
            exposition::jsonLine(*document, document->samples[0]),
            "{\"name\":\"a\",\"labels\":{\"b\":\"c\"},\"value\":1000,\"timestamp\":1395066363000,"
            "\"timestamp_ms\":1395066363000,\"family\":\"a\",\"type\":\"untyped\"}");
    }

    void isAnotherGrammarThanOpenMetrics()
    {
        const QByteArray lax = "a 1\n\n# a comment\n";
        QCOMPARE(verdict(lax, Format::Text), "OK");
        QVERIFY(verdict(lax, Format::OpenMetrics) != "OK");
        const QByteArray strict = "# TYPE a unknown\na 1 1.5\n# EOF\n";
        QCOMPARE(verdict(strict, Format::OpenMetrics), "OK");
        QVERIFY(verdict(strict, Format::Text) != "OK");
    }

    void choosesTheGrammar_data()
    {
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<QByteArray>("format");
        const auto row = [](const char *type, const char *format) {
            QTest::newRow(type) << QByteArray(type) << QByteArray(format);
        };
        row("", "text");
        row("text/plain", "text");
        row("text/plain; version=0.0.4; charset=utf-8", "text");
        row("Text/Plain;version=0.0.4", "text");
        row("application/openmetrics-text; version=1.0.0; charset=utf-8", "openmetrics");
        row(" application/OpenMetrics-Text ", "openmetrics");
        row("text/html; charset=utf-8", "");
        row("application/json", "");
    }
    void choosesTheGrammar()
    {
        QFETCH(QByteArray, contentType);
        QFETCH(QByteArray, format);
        const auto found = exposition::formatOf(contentType);
        QCOMPARE(found ? base::toName(*found).toLatin1() : QByteArray(), format);
    }

    void guessesTheGrammar()
    {
        QCOMPARE(exposition::guessFormat("a 1\n# EOF\n"), Format::OpenMetrics);
        QCOMPARE(exposition::guessFormat("# EOF"), Format::OpenMetrics);
        QCOMPARE(exposition::guessFormat("a 1\n"), Format::Text);
        QCOMPARE(exposition::guessFormat("a # EOF\n"), Format::Text);
        QCOMPARE(exposition::guessFormat(""), Format::Text);
    }
};

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
