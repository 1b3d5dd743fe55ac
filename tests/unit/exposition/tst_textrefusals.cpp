// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "documents.h"

using namespace expositiontest;
using exposition::Format;

namespace {

constexpr Refusal ofLines[] = {
    {"a 1", 1, "line feed"},
    {"a 1\nb 2", 2, "line feed"},
    {"# a comment", 1, "line feed"},
    {"# TYPE a gauge", 1, "line feed"},
    {"a 1\n\r\n", 2, "does not begin"},
    {"a 1\r\n", 1, "not a number"},
    {"\xEF\xBB\xBF"
     "a 1\n",
     1, "does not begin"},
    {"a 1\nb{c=\"\xBD\"} 1\n", 2, "UTF-8"},
    {"# HELP a \xFE\n", 1, "UTF-8"},
    {"a\f1\n", 1, "not a number"},
};

constexpr Refusal ofMetadata[] = {
    {"# HELP\n", 1, "Behind HELP"},
    {"# TYPE\n", 1, "Behind TYPE"},
    {"# TYPE a\n", 1, "not a type"},
    {"# TYPE a bla\n", 1, "not a type"},
    {"# TYPE a Counter\n", 1, "not a type"},
    {"# TYPE a info\n", 1, "not a type"},
    {"# TYPE a unknown\n", 1, "not a type"},
    {"# TYPE a gauge b\n", 1, "not a type"},
    {"# TYPE a gauge\r\n", 1, "not a type"},
    {"# TYPE a-b gauge\n", 1, "Behind TYPE"},
    {"# TYPE 9 gauge\n", 1, "Behind TYPE"},
    {"# HELP a.b text\n", 1, "Behind HELP"},
    {"# HELP \"a text\n", 1, "no quote"},
    {"# TYPE \"a\\t\" gauge\n", 1, "escape"},
    {"# TYPE a gauge\n# TYPE a gauge\n", 2, "second TYPE"},
    {"# TYPE a gauge\n# TYPE \"a\" counter\n", 2, "second TYPE"},
    {"#TYPE a gauge\n#TYPE a gauge\n", 2, "second TYPE"},
    {"# HELP a x\n# HELP a x\n", 2, "second HELP"},
    {"a 1\n# TYPE a gauge\n", 2, "before its samples"},
    {"# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\n# TYPE a histogram\n", 3, "second TYPE"},
    {"# HELP a \\t\n", 1, "escape"},
    {"# HELP a \\\"x\\\"\n", 1, "escape"},
    {"# HELP a back\\\n", 1, "escape"},
};

constexpr Refusal ofSamples[] = {
    {"a\n", 1, "value is missing"},
    {"a{}\n", 1, "value is missing"},
    {"9a 1\n", 1, "does not begin"},
    {"@a 1\n", 1, "does not begin"},
    {"\"a\" 1\n", 1, "does not begin"},
    {"a-b 1\n", 1, "not a number"},
    {"a{b=\"c\"\n", 1, "comma or a closing brace"},
    {"a{b=\"c\"+} 1\n", 1, "comma or a closing brace"},
    {"a{b=\"c\" d=\"e\"} 1\n", 1, "comma or a closing brace"},
    {"a{b=\"c} 1\n", 1, "no quote at its end"},
    {"a{b=\"c\nd\"} 1\n", 1, "no quote at its end"},
    {"a{b=c} 1\n", 1, "double quotes"},
    {"a{b='c'} 1\n", 1, "double quotes"},
    {"a{b} 1\n", 1, "equals sign"},
    {"a{b+=\"c\"} 1\n", 1, "equals sign"},
    {"a{@=\"c\"} 1\n", 1, "no label name"},
    {"a{1=\"c\"} 1\n", 1, "no label name"},
    {"a{,} 1\n", 1, "no label name"},
    {"a{b=\"c\",,} 1\n", 1, "no label name"},
    {"a{\"\"=\"c\"} 1\n", 1, "no label name"},
    {"a{b=\"1\",b=\"2\"} 1\n", 1, "twice"},
    {"a{b=\"1\",\"b\"=\"2\"} 1\n", 1, "twice"},
    {"a{__name__=\"b\"} 1\n", 1, "reserved"},
    {"a{b=\"\\t\"} 1\n", 1, "escape"},
    {"a{b=\"\\x41\"} 1\n", 1, "escape"},
    {"{} 1\n", 1, "no name of a metric"},
    {"{b=\"c\"} 1\n", 1, "no name of a metric"},
    {"{\"a\",\"b\"} 1\n", 1, "second name"},
    {"a{\"b\"} 1\n", 1, "second name"},
    {"{a} 1\n", 1, "equals sign"},
    {"{\"a\".b=\"c\"} 1\n", 1, "comma or a closing brace"},
    {"a one\n", 1, "not a number"},
    {"a 1_2\n", 1, "not a number"},
    {"a 0x1p-3\n", 1, "not a number"},
    {"a 0x1\n", 1, "not a number"},
    {"a 0o7\n", 1, "not a number"},
    {"a 1e999\n", 1, "not a number"},
    {"a +nan\n", 1, "not a number"},
    {"a 1,5\n", 1, "not a number"},
    {"a 1 2.5\n", 1, "timestamp"},
    {"a 1 1e3\n", 1, "timestamp"},
    {"a 1 now\n", 1, "timestamp"},
    {"a 1 9223372036854775808\n", 1, "timestamp"},
    {"a 1 +-5\n", 1, "timestamp"},
    {"a 1 2 3\n", 1, "does not belong"},
    {"a 1 # {b=\"c\"} 1\n", 1, "timestamp"},
    {"a 1 2 # later\n", 1, "does not belong"},
};

constexpr Refusal ofDistributions[] = {
    {"# TYPE a histogram\na_bucket{le=\"1\"} 1\n", 2, "no bucket for +Inf"},
    {"# TYPE a histogram\na_sum 1\na_count 1\n", 3, "no bucket for +Inf"},
    {"# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_count 2\n", 3, "not what"},
    {"# TYPE a histogram\na_count 2\na_bucket{le=\"+Inf\"} 1\n", 3, "not what"},
    {"# TYPE a histogram\na_bucket{b=\"1\",le=\"+Inf\"} 1\na_bucket{b=\"2\",le=\"1\"} 1\n", 3,
     "no bucket for +Inf"},
    {"# TYPE a histogram\na_bucket 1\n", 2, "no label le"},
    {"# TYPE a histogram\na_bucket{le=\"x\"} 1\n", 2, "not a number"},
    {"# TYPE a histogram\na_bucket{le=\"0x1p-3\"} 1\n", 2, "not a number"},
    {"# TYPE a histogram\na_bucket{le=\"2\"} 1\na_bucket{le=\"1\"} 1\n", 3, "do not rise"},
    {"# TYPE a histogram\na_bucket{le=\"1\"} -1\na_bucket{le=\"+Inf\"} 1\n", 2, "negative"},
    {"# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_count -1\n", 3, "negative"},
    {"# TYPE a summary\na{quantile=\"x\"} 1\n", 2, "not a number"},
    {"# TYPE a summary\na{quantile=\"0.9\"} 1\na{quantile=\"0.5\"} 1\n", 3, "do not rise"},
};

} // namespace

/// What the text format 0.0.4 refuses.
class TestTextRefusals : public QObject
{
    Q_OBJECT

private slots:
    void lines_data() { addRefusals(ofLines); }
    void lines() { checkRefusal(Format::Text); }
    void metadata_data() { addRefusals(ofMetadata); }
    void metadata() { checkRefusal(Format::Text); }
    void samples_data() { addRefusals(ofSamples); }
    void samples() { checkRefusal(Format::Text); }
    void distributions_data() { addRefusals(ofDistributions); }
    void distributions() { checkRefusal(Format::Text); }
};

QTEST_APPLESS_MAIN(TestTextRefusals)
#include "tst_textrefusals.moc"
