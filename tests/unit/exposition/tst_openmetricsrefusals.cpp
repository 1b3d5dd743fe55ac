// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "documents.h"

using namespace expositiontest;
using exposition::Format;

namespace {

constexpr Refusal ofDocuments[] = {
    {"", 1, "# EOF"},
    {"a 1\n", 2, "# EOF"},
    {"a 1", 1, "# EOF"},
    {"# EOF\n\n", 2, "Nothing may follow"},
    {"# EOF\n# EOF\n", 2, "Nothing may follow"},
    {"# EOF\na 1\n", 2, "Nothing may follow"},
    {"a 1\n# EOF x\n", 2, "begin with a hash"},
    {"a 1\n # EOF\n", 2, "does not begin"},
    {"a 1\n#EOF\n", 2, "begin with a hash"},
    {"a 1\n# eof\n", 2, "begin with a hash"},
    {"\n# EOF\n", 1, "empty lines"},
    {"a 1\n\nb 1\n# EOF\n", 2, "empty lines"},
    {"a 1\n \n# EOF\n", 2, "does not begin"},
    {"# a comment\n# EOF\n", 1, "no comments"},
    {"#\n# EOF\n", 1, "no comments"},
    {"# \n# EOF\n", 1, "no comments"},
    {"a 1\r\n# EOF\n", 1, "carriage return"},
    {"# HELP a text\r\n# EOF\n", 1, "carriage return"},
    {"a 1\n# EOF\r\n", 2, "carriage return"},
    {"\xEF\xBB\xBF# EOF\n", 1, "does not begin"},
    {"a 1\nb{c=\"\xFF\"} 1\n# EOF\n", 2, "UTF-8"},
    {"# HELP a \xC0\x80\n# EOF\n", 1, "UTF-8"},
    {"a{b=\"\xED\xA0\x80\"} 1\n# EOF\n", 1, "UTF-8"},
};

constexpr Refusal ofMetadata[] = {
    {"# TYPE\n# EOF\n", 1, "name of a metric"},
    {"# TYPE \n# EOF\n", 1, "name of a metric"},
    {"# TYPE a\n# EOF\n", 1, "one space and a text"},
    {"# TYPE a \n# EOF\n", 1, "not a type"},
    {"# TYPE a Gauge\n# EOF\n", 1, "not a type"},
    {"# TYPE a gauge \n# EOF\n", 1, "not a type"},
    {"# TYPE a untyped\n# EOF\n", 1, "not a type"},
    {"# TYPE  a gauge\n# EOF\n", 1, "name of a metric"},
    {"# TYPE a  gauge\n# EOF\n", 1, "not a type"},
    {"#  TYPE a gauge\n# EOF\n", 1, "begin with a hash"},
    {"#TYPE a gauge\n# EOF\n", 1, "begin with a hash"},
    {" # TYPE a gauge\n# EOF\n", 1, "does not begin"},
    {"# type a gauge\n# EOF\n", 1, "begin with a hash"},
    {"# TYPE 9a gauge\n# EOF\n", 1, "name of a metric"},
    {"# TYPE a-b gauge\n# EOF\n", 1, "one space and a text"},
    {"# TYPE \"a\" gauge\n# EOF\n", 1, "name of a metric"},
    {"# TYPE a\tgauge\n# EOF\n", 1, "one space and a text"},
    {"# HELP\n# EOF\n", 1, "name of a metric"},
    {"# HELP a\n# EOF\n", 1, "one space and a text"},
    {"# UNIT a\n# EOF\n", 1, "one space and a text"},
    {"# UNIT a seconds\n# EOF\n", 1, "does not end"},
    {"# UNIT seconds seconds\n# EOF\n", 1, "does not end"},
    {"# UNIT a_seconds second\n# EOF\n", 1, "does not end"},
    {"# UNIT a_seconds seconds \n# EOF\n", 1, "does not end"},
    {"# TYPE a_u info\n# UNIT a_u u\n# EOF\n", 2, "has no unit"},
    {"# UNIT a_u u\n# TYPE a_u stateset\n# EOF\n", 1, "has no unit"},
    {"# TYPE a gauge\n# TYPE a gauge\n# EOF\n", 2, "second TYPE"},
    {"# HELP a x\n# HELP a y\n# EOF\n", 2, "second HELP"},
    {"# HELP a \n# HELP a y\n# EOF\n", 2, "second HELP"},
    {"# UNIT a_s s\n# UNIT a_s s\n# EOF\n", 2, "second UNIT"},
    {"a 1\n# TYPE a gauge\n# EOF\n", 2, "before its samples"},
    {"# TYPE a gauge\na 1\n# HELP a x\n# EOF\n", 3, "before its samples"},
    {"# TYPE a counter\na_total 1\n# UNIT a \n# EOF\n", 3, "before its samples"},
    {"# NOTE a x\n# EOF\n", 1, "begin with a hash"},
};

constexpr Refusal ofSamples[] = {
    {"a\n# EOF\n", 1, "space before the value"},
    {"a \n# EOF\n", 1, "value"},
    {"a  1\n# EOF\n", 1, "single space"},
    {"a\t1\n# EOF\n", 1, "one space"},
    {"a 1 \n# EOF\n", 1, "too many"},
    {"a 1\t\n# EOF\n", 1, "does not belong"},
    {" a 1\n# EOF\n", 1, "does not begin"},
    {"9a 1\n# EOF\n", 1, "does not begin"},
    {"a.b 1\n# EOF\n", 1, "one space"},
    {"{\"a.b\"} 1\n# EOF\n", 1, "does not begin"},
    {"a {b=\"c\"} 1\n# EOF\n", 1, "not a number"},
    {"a{b=\"c\"}1\n# EOF\n", 1, "one space"},
    {"a{b=\"c\"}  1\n# EOF\n", 1, "single space"},
    {"a{ b=\"c\"} 1\n# EOF\n", 1, "no label name"},
    {"a{b =\"c\"} 1\n# EOF\n", 1, "equals sign"},
    {"a{b= \"c\"} 1\n# EOF\n", 1, "double quotes"},
    {"a{b=\"c\" } 1\n# EOF\n", 1, "comma or a closing brace"},
    {"a{b=\"c\", d=\"e\"} 1\n# EOF\n", 1, "no label name"},
    {"a{b=\"c\",} 1\n# EOF\n", 1, "no label name"},
    {"a{,} 1\n# EOF\n", 1, "no label name"},
    {"a{b=\"c\",,d=\"e\"} 1\n# EOF\n", 1, "no label name"},
    {"a{b=\"c\"d=\"e\"} 1\n# EOF\n", 1, "comma or a closing brace"},
    {"a{b=\"c\" 1\n# EOF\n", 1, "comma or a closing brace"},
    {"a{b=\"c} 1\n# EOF\n", 1, "no quote at its end"},
    {"a{b=\"c\\\"} 1\n# EOF\n", 1, "no quote at its end"},
    {"a{b=\"c\nd\"} 1\n# EOF\n", 1, "no quote at its end"},
    {"a{b='c'} 1\n# EOF\n", 1, "double quotes"},
    {"a{b=c} 1\n# EOF\n", 1, "double quotes"},
    {"a{b} 1\n# EOF\n", 1, "equals sign"},
    {"a{9=\"c\"} 1\n# EOF\n", 1, "no label name"},
    {"a{b:c=\"d\"} 1\n# EOF\n", 1, "equals sign"},
    {"a{\"b\"=\"c\"} 1\n# EOF\n", 1, "no label name"},
    {"a{b=\"1\",b=\"2\"} 1\n# EOF\n", 1, "stands there twice"},
    {"a{b=\"1\",c=\"2\",b=\"\"} 1\n# EOF\n", 1, "stands there twice"},
    {"a{__name__=\"b\"} 1\n# EOF\n", 1, "reserved"},
    {"a one\n# EOF\n", 1, "not a number"},
    {"a 1_000\n# EOF\n", 1, "not a number"},
    {"a 0x10\n# EOF\n", 1, "not a number"},
    {"a 0b1\n# EOF\n", 1, "not a number"},
    {"a 1e\n# EOF\n", 1, "not a number"},
    {"a .\n# EOF\n", 1, "not a number"},
    {"a +NaN\n# EOF\n", 1, "not a number"},
    {"a 1e999\n# EOF\n", 1, "not a number"},
    {"a 1 NaN\n# EOF\n", 1, "timestamp"},
    {"a 1 +Inf\n# EOF\n", 1, "timestamp"},
    {"a 1 5s\n# EOF\n", 1, "timestamp"},
    {"a 1 1.2.3\n# EOF\n", 1, "timestamp"},
    {"a 1  5\n# EOF\n", 1, "too many"},
    {"a 1 5 \n# EOF\n", 1, "does not belong"},
    {"a 1 5 6\n# EOF\n", 1, "does not belong"},
};

constexpr Refusal ofExemplars[] = {
    {"# TYPE a counter\na_total 1 #\n# EOF\n", 2, "exemplar begins"},
    {"# TYPE a counter\na_total 1 #{} 1\n# EOF\n", 2, "exemplar begins"},
    {"# TYPE a counter\na_total 1# {} 1\n# EOF\n", 2, "not a number"},
    {"# TYPE a counter\na_total 1 # 1\n# EOF\n", 2, "exemplar begins"},
    {"# TYPE a counter\na_total 1 # {}\n# EOF\n", 2, "space before the value"},
    {"# TYPE a counter\na_total 1 # {}1\n# EOF\n", 2, "space before the value"},
    {"# TYPE a counter\na_total 1 # {} 1 \n# EOF\n", 2, "too many"},
    {"# TYPE a counter\na_total 1 # {} 1 2 \n# EOF\n", 2, "does not belong"},
    {"# TYPE a counter\na_total 1 # {} 1 NaN\n# EOF\n", 2, "timestamp"},
    {"# TYPE a counter\na_total 1 # {b=\"c\",b=\"d\"} 1\n# EOF\n", 2, "twice"},
    {"# TYPE a counter\na_total 1 # {} 1 # {} 1\n# EOF\n", 2, "timestamp"},
    {"# TYPE a counter\na_total 1\na_created 1 # {} 1\n# EOF\n", 3, "exemplar"},
    {"# TYPE a gauge\na 1 # {} 1\n# EOF\n", 2, "exemplar"},
    {"a 1 # {} 1\n# EOF\n", 1, "exemplar"},
    {"# TYPE a summary\na_count 1 # {} 1\n# EOF\n", 2, "exemplar"},
    {"# TYPE a info\na_info 1 # {} 1\n# EOF\n", 2, "exemplar"},
    {"# TYPE a histogram\na_bucket{le=\"1\"} 1 # {} 1.5\n# EOF\n", 2, "above the bucket"},
    {"# TYPE a histogram\na_bucket{le=\"+Inf\"} 1 # {} NaN\n# EOF\n", 2, "above the bucket"},
};

} // namespace

/// What OpenMetrics 1.0 refuses line by line.
class TestOpenMetricsRefusals : public QObject
{
    Q_OBJECT

private slots:
    void documents_data() { addRefusals(ofDocuments); }
    void documents() { checkRefusal(Format::OpenMetrics); }
    void metadata_data() { addRefusals(ofMetadata); }
    void metadata() { checkRefusal(Format::OpenMetrics); }
    void samples_data() { addRefusals(ofSamples); }
    void samples() { checkRefusal(Format::OpenMetrics); }
    void exemplars_data() { addRefusals(ofExemplars); }
    void exemplars() { checkRefusal(Format::OpenMetrics); }

    void exemplarsHaveAtMost128CodePoints()
    {
        const auto document = [](const QByteArray &value) {
            return "# TYPE a counter\na_total 1 # {id=\"" + value + "\"} 1\n# EOF\n";
        };
        const QByteArray umlaut("\xC3\xBC");
        QCOMPARE(verdict(document(QByteArray(126, 'x')), Format::OpenMetrics), "OK");
        QCOMPARE(verdict(document(umlaut.repeated(126)), Format::OpenMetrics), "OK");
        QVERIFY(verdict(document(umlaut.repeated(127)), Format::OpenMetrics).contains("129"));
    }
};

QTEST_APPLESS_MAIN(TestOpenMetricsRefusals)
#include "tst_openmetricsrefusals.moc"
