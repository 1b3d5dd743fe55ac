// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "documents.h"

using namespace expositiontest;
using exposition::Format;

namespace {

constexpr const char *accepted[] = {
    "# EOF",
    "# EOF\n",
    "a 1\n# EOF",
    "# TYPE a gauge\n# EOF\n",
    "# TYPE a unknown\na 1\n# EOF\n",
    "# HELP a x\n# TYPE a gauge\n# EOF\n",
    "# HELP a \n# UNIT a \n# TYPE a gauge\n# EOF\n",
    "# TYPE a_seconds gauge\n# UNIT a_seconds seconds\n# EOF\n",
    "# TYPE a_bytes_per_second gauge\n# UNIT a_bytes_per_second second\n# EOF\n",
    "# TYPE a_seconds counter\n# UNIT a_seconds seconds\na_seconds_total 1\n# EOF\n",
    "# HELP a a \"quoted\" text, a back\\slash and a single \\\n# EOF\n",
    "# HELP a nul \x01 \t tab\n# EOF\n",
    "a:b:c 1\n_a 1\n# EOF\n",
    "a{_b=\"c\",D9=\"e\"} 1\n# EOF\n",
    "a{} 1\n# EOF\n",
    "a{b=\"\xE2\x82\xAC \xF0\x9F\x98\x80 \xEF\xBB\xBF\"} 1\n# EOF\n",
    "a{b=\"} # , = \\\\\"} 1\n# EOF\n",
    "a{b=\"x\ry\"} 1\n# EOF\n",
    "a 0042\nb .5\nc 5.\nd +1E+5\ne 1e-400\nf -0\n# EOF\n",
    "a inf\nb -INF\nc +Infinity\nd nan\ne NaN\n# EOF\n",
    "a 1 -5\nb 1 1.5e3\nc 1 .5\nd 1 12345678901234567890.123456789\n# EOF\n",
    "# TYPE a gauge\na 1 0.0000000000\na 1 0.0000000001\n# EOF\n",
    "# TYPE a gauge\na 1 1604676851.123456789\na 2 1604676851.123456790\n# EOF\n",
    "# TYPE a gauge\na{b=\"1\"} 1 9\na{b=\"2\"} 1 8\n# EOF\n",
    "# TYPE a gauge\na{b=\"1\"} 1 9\na{b=\"2\"} 1\n# EOF\n",
    "# TYPE a gauge\na -1\n# EOF\n",
    "# TYPE a counter\na_created 1\na_total 1\n# EOF\n",
    "# TYPE a counter\na_total +Inf\n# EOF\n",
    "# TYPE a counter\na_total 1 10 # {} 1 9\na_created 1 10\n# EOF\n",
    "# TYPE a counter\na_total 5 1\na_total 3 2\n# EOF\n",
    "# TYPE a counter\na_total 1 # {b=\"\"} NaN\n# EOF\n",
    "# TYPE a counter\na_total 1\na_count 1\n# EOF\n",
    "# TYPE a gauge\na 1\na_total 1\n# EOF\n",
    "# TYPE a info\na_info{b=\"1\"} 1\na_info{b=\"2\"} 1.0\n# EOF\n",
    "# TYPE a info\na_info 1\n# EOF\n",
    "# TYPE a info\na_info{b=\"1\"} 1 2\na_info{b=\"2\"} 1 1\n# EOF\n",
    "# TYPE a stateset\na{a=\"x\"} 1\na{a=\"y\"} 1.0\na{a=\"z\"} 0\n# EOF\n",
    "# TYPE a stateset\na{b=\"1\",a=\"x\"} 1\na{a=\"y\",b=\"1\"} 0\na{b=\"2\",a=\"x\"} 1\n# EOF\n",
    "# TYPE a summary\na{quantile=\"0.9\"} 1\na{quantile=\"0.5\"} NaN\na_count 0\n# EOF\n",
    "# TYPE a summary\na_created 1\n# EOF\n",
    "# TYPE a summary\na_count 1 1\na_sum 1 1\na_count 2 2\na_sum 2 2\n# EOF\n",
    "# TYPE a summary\na{quantile=\"0\"} 0\na{quantile=\"1.0\"} +Inf\n# EOF\n",
    "# TYPE a histogram\na_bucket{le=\"+Inf\"} 0\n# EOF\n",
    "# TYPE a histogram\na_bucket{le=\"0\"} 0\na_bucket{le=\"1.1e-4\"} 0\na_bucket{le=\"+Inf\"} 0\n"
    "# EOF\n",
    "# TYPE a histogram\na_count 2\na_sum 1\na_bucket{le=\"1\"} 1.0\na_bucket{le=\"+Inf\"} 2\n"
    "a_created 5\n# EOF\n",
    "# TYPE a histogram\na_bucket{le=\"-1\"} 1\na_bucket{le=\"+Inf\"} 1\n# EOF\n",
    "# TYPE a histogram\na_bucket{le=\"1\"} 1 # {} 1\na_bucket{le=\"+Inf\"} 1 # {b=\"c\"} -3 5\n"
    "# EOF\n",
    "# TYPE a histogram\na_bucket{le=\"1\",b=\"1\"} 1\na_bucket{b=\"1\",le=\"+Inf\"} 1\n"
    "a_bucket{b=\"2\",le=\"+Inf\"} 0\n# EOF\n",
    "# TYPE a histogram\na_bucket{le=\"+Inf\"} 1 1\na_bucket{le=\"+Inf\"} 1 2\n# EOF\n",
    "# TYPE a gaugehistogram\na_bucket{le=\"-1\"} 1\na_bucket{le=\"+Inf\"} 2\na_gcount 2\n"
    "a_gsum -5\n# EOF\n",
    "# TYPE a gaugehistogram\na_bucket{le=\"+Inf\"} 1\na_count 5\n# EOF\n",
};

constexpr char farm[] = "# TYPE farm_hay_grams counter\n"
                        "# UNIT farm_hay_grams grams\n"
                        "# HELP farm_hay_grams Hay\\nfed, in \\\"grams\\\".\n"
                        "farm_hay_grams_total{barn=\"C:\\\\\\\"n\\\"\\n\\x\",none=\"\"} 12.5 -1.5 "
                        "# {cow=\"Moo\"} 3 2.25\n"
                        "farm_cows NaN\n"
                        "# EOF\n";

} // namespace

/// What OpenMetrics 1.0 allows, and what is read from it.
class TestOpenMetrics : public QObject
{
    Q_OBJECT

private slots:
    void accepts_data() { addAccepted(accepted); }
    void accepts()
    {
        QFETCH(QByteArray, document);
        QCOMPARE(verdict(document, Format::OpenMetrics), "OK");
    }

    void readsSamples()
    {
        const QByteArrayList expected{"farm_hay_grams_total{barn=C:\\\"n\"\n\\x} 12.5 @-1500",
                                      "farm_cows nan"};
        QCOMPARE(samples(farm, Format::OpenMetrics), expected);
    }

    void readsMetadata()
    {
        const auto document = exposition::parse(farm, Format::OpenMetrics);
        QVERIFY(document.has_value());
        QCOMPARE(document->families.size(), size_t(2));
        const exposition::Family &hay = document->families[0];
        QCOMPARE(hay.name, QByteArrayView("farm_hay_grams"));
        QCOMPARE(hay.type, exposition::Type::Counter);
        QCOMPARE(hay.help, QByteArrayView("Hay\nfed, in \"grams\"."));
        QCOMPARE(hay.unit, QByteArrayView("grams"));
        QCOMPARE(document->families[1].type, exposition::Type::Unknown);
    }

    void aCopyOutlivesTheOriginal()
    {
        exposition::Document copy;
        {
            const auto document = exposition::parse(QByteArray(farm), Format::OpenMetrics);
            copy = *document;
        }
        QCOMPARE(copy.labelsOf(copy.samples[0].labels)[0].value, QByteArrayView("C:\\\"n\"\n\\x"));
        QCOMPARE(copy.familyOf(copy.samples[1]).name, QByteArrayView("farm_cows"));
    }

    void writesALineOfJson()
    {
        const auto document = exposition::parse(farm, Format::OpenMetrics);
        QVERIFY(document.has_value());
        QCOMPARE(
            exposition::jsonLine(*document, document->samples[0]),
            "{\"name\":\"farm_hay_grams_total\",\"labels\":{\"barn\":\"C:\\\\\\\"n\\\"\\n\\\\x\"},"
            "\"value\":12.5,"
            "\"timestamp\":-1.5,\"timestamp_ms\":-1500,\"family\":\"farm_hay_grams\","
            "\"type\":\"counter\",\"help\":\"Hay\\nfed, in \\\"grams\\\".\",\"unit\":\"grams\","
            "\"exemplar\":{\"labels\":{\"cow\":\"Moo\"},\"value\":3,\"timestamp\":2.25,"
            "\"timestamp_ms\":2250}}");
        QCOMPARE(exposition::jsonLine(*document, document->samples[1]),
                 "{\"name\":\"farm_cows\",\"labels\":{},\"value\":\"NaN\",\"family\":\"farm_cows\","
                 "\"type\":\"unknown\"}");
    }

    void writesSpecialValuesAndCharacters()
    {
        const QByteArray bytes = "a{b=\"" + QByteArray(1, '\0') + "\t\x7F\"} +Inf\nb -Inf\n# EOF\n";
        const auto document = exposition::parse(bytes, Format::OpenMetrics);
        QVERIFY(document.has_value());
        const QByteArray first = exposition::jsonLine(*document, document->samples[0]);
        QVERIFY2(first.contains("\"labels\":{\"b\":\"\\u0000\\u0009\\u007f\"},\"value\":\"+Inf\""),
                 first);
        const QByteArray second = exposition::jsonLine(*document, document->samples[1]);
        QVERIFY2(second.contains("\"value\":\"-Inf\""), second);
    }

    void manySeriesTakeLinearTime()
    {
        QByteArray bytes = "# TYPE a gauge\n";
        constexpr int count = 50'000;
        for (int i = 0; i < count; ++i)
            bytes += "a{b=\"" + QByteArray::number(i) + "\"} 1\n";
        const auto document = exposition::parse(bytes + "# EOF\n", Format::OpenMetrics);
        QVERIFY(document.has_value());
        QCOMPARE(document->samples.size(), size_t(count));
    }
};

QTEST_APPLESS_MAIN(TestOpenMetrics)
#include "tst_openmetrics.moc"
