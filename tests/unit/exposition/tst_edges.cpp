// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "documents.h"

using namespace expositiontest;
using exposition::Format;

namespace {

/// Sentences of the OpenMetrics specification, each at its edge.
constexpr Refusal refusedOpenMetrics[] = {
    // Escapes and quotes
    {"lamp{room=\"attic\\\"} 1\n# EOF\n", 1, "no quote at its end"},
    {"lamp{room=\"attic\\\\\\\"} 1\n# EOF\n", 1, "no quote at its end"},
    {"lamp{room=attic} 1\n# EOF\n", 1, "double quotes"},
    {"lamp{room='attic'} 1\n# EOF\n", 1, "double quotes"},
    {"lamp{room=\"attic\"\"\"} 1\n# EOF\n", 1, "comma or a closing brace"},
    // Braces and commas
    {"lamp{room=\"a\",} 1\n# EOF\n", 1, "no label name"},
    {"lamp{,room=\"a\"} 1\n# EOF\n", 1, "no label name"},
    {"lamp{,} 1\n# EOF\n", 1, "no label name"},
    {"lamp{room=\"a\";floor=\"b\"} 1\n# EOF\n", 1, "comma or a closing brace"},
    {"lamp{room=\"a\" 1\n# EOF\n", 1, "comma or a closing brace"},
    {"lamp{room=\"a\"}} 1\n# EOF\n", 1, "one space"},
    {"lamp {} 1\n# EOF\n", 1, "not a number"},
    {"lamp{ } 1\n# EOF\n", 1, "no label name"},
    {"lamp{room=\"a\",room=\"a\"} 1\n# EOF\n", 1, "twice"},
    {"lamp{x=\"1\",room=\"a\",x=\"1\"} 1\n# EOF\n", 1, "twice"},
    {"lamp{room=\"\",room=\"a\"} 1\n# EOF\n", 1, "twice"},
    {"lamp{__name__=\"other\"} 1\n# EOF\n", 1, "reserved"},
    {"lamp{rö=\"a\"} 1\n# EOF\n", 1, "equals sign"},
    {"lamp{a:b=\"c\"} 1\n# EOF\n", 1, "equals sign"},
    // Numbers
    {"lamp 0x1F\n# EOF\n", 1, "not a number"},
    {"lamp 0x1.8p1\n# EOF\n", 1, "not a number"},
    {"lamp 1_000\n# EOF\n", 1, "not a number"},
    {"lamp 1,000\n# EOF\n", 1, "not a number"},
    {"lamp 1e\n# EOF\n", 1, "not a number"},
    {"lamp 1e+\n# EOF\n", 1, "not a number"},
    {"lamp 2e309\n# EOF\n", 1, "not a number"},
    {"lamp .\n# EOF\n", 1, "not a number"},
    {"lamp -.e1\n# EOF\n", 1, "not a number"},
    {"lamp -nan\n# EOF\n", 1, "not a number"},
    {"lamp nan(7)\n# EOF\n", 1, "not a number"},
    {"lamp infi\n# EOF\n", 1, "not a number"},
    {"lamp 5f\n# EOF\n", 1, "not a number"},
    {"lamp \xD9\xA3\n# EOF\n", 1, "not a number"},
    // Timestamps
    {"lamp 1 nan\n# EOF\n", 1, "timestamp"},
    {"lamp 1 infinity\n# EOF\n", 1, "timestamp"},
    {"lamp 1 2e400\n# EOF\n", 1, "timestamp"},
    {"lamp 1  7\n# EOF\n", 1, "too many"},
    {"lamp 1 7 \n# EOF\n", 1, "does not belong"},
    {"lamp 1 7 8\n# EOF\n", 1, "does not belong"},
    {"# TYPE lamp gauge\nlamp 1 7.0\nlamp 2 7.00\n# EOF\n", 3, "twice"},
    {"# TYPE lamp gauge\nlamp 1 -7\nlamp 2 -7.5\n# EOF\n", 3, "go back"},
    // Exemplars
    {"# TYPE steps counter\nsteps_total 3 #{} 1\n# EOF\n", 2, "begins with"},
    {"# TYPE steps counter\nsteps_total 3 # 1\n# EOF\n", 2, "begins with"},
    {"# TYPE steps counter\nsteps_total 3 # {}  1\n# EOF\n", 2, "single space"},
    {"# TYPE steps counter\nsteps_total 3 # {} 1 nan\n# EOF\n", 2, "timestamp"},
    {"# TYPE steps counter\nsteps_total 3 # {} 1 5 # {} 2\n# EOF\n", 2, "does not belong"},
    {"# TYPE walk summary\nwalk_count 3 # {} 1\n# EOF\n", 2, "exemplar"},
    {"# TYPE walk summary\nwalk{quantile=\"0.5\"} 3 # {} 1\n# EOF\n", 2, "exemplar"},
    {"# TYPE run histogram\nrun_bucket{le=\"2\"} 1 # {} 2.5\nrun_bucket{le=\"+Inf\"} 1\n# EOF\n", 2,
     "above the bucket"},
    // Families
    {"# TYPE steps counter\nsteps 3\n# EOF\n", 2, "steps_total"},
    {"# TYPE walk summary\nwalk_bucket{le=\"1\"} 1\nwalk_count 1\n# EOF\n", 3, "The name"},
    {"# TYPE run histogram\nrun_bucket{le=\"one\"} 1\n# EOF\n", 2, "not a number"},
    {"# TYPE run histogram\nrun_bucket{le=\"\"} 1\n# EOF\n", 2, "no label le"},
    {"# TYPE run histogram\nrun_bucket{le=\"inf\"} 1\n# EOF\n", 2, "+Inf"},
    {"# TYPE run histogram\nrun_bucket{le=\"+Inf\"} 1e-1\n# EOF\n", 2, "number of events"},
    {"# TYPE run histogram\nrun_bucket{le=\"+Inf\"} +Inf\n# EOF\n", 2, "number of events"},
    {"# TYPE run histogram\nrun_bucket{le=\"+Inf\"} 1\nrun_count 1\n# EOF\n", 3, "only one of"},
    {"# TYPE run histogram\nrun_sum{le=\"1\"} 1\n# EOF\n", 2, "may not have the label"},
    {"# TYPE pool gaugehistogram\npool_bucket{le=\"+Inf\"} 1\npool_gsum 1\n# EOF\n", 3,
     "only one of"},
    {"# TYPE door stateset\ndoor{door=\"\"} 1\n# EOF\n", 2, "no label of that name"},
    {"# TYPE door stateset\ndoor{door=\"open\"} NaN\n# EOF\n", 2, "another value"},
    {"# TYPE house info\nhouse_info{name=\"x\"} 1.5\n# EOF\n", 2, "another value"},
    {"# TYPE house info\nhouse_info{name=\"x\"} 1\nhouse_info{name=\"x\"} 1\n# EOF\n", 3, "twice"},
    {"# TYPE walk summary\nwalk{quantile=\"+Inf\"} 1\n# EOF\n", 2, "between 0 and 1"},
    {"# TYPE walk summary\nwalk{quantile=\"0.5\"} 1\nwalk{quantile=\"5e-1\"} 1\n# EOF\n", 3,
     "twice"},
    {"lamp 1\nbulb 1\nlamp{room=\"a\"} 1\n# EOF\n", 3, "further up"},
    {"# TYPE lamp gauge\n# TYPE bulb gauge\nlamp 1\n# EOF\n", 3, "further up"},
};

constexpr const char *acceptedOpenMetrics[] = {
    "lamp{room=\"\\a\\\\b\\\"c\\nd\"} 1\n# EOF\n",
    "# HELP lamp \\n\\\"\\\\\n# EOF\n",
    "lamp{room=\"a\",floor=\"\"} 1\n# EOF\n",
    "lamp 1.e3\nbulb +.5E-2\nwick 00.50\n# EOF\n",
    "lamp 9007199254740993\nbulb 1e308\nwick 4.9e-324\n# EOF\n",
    "lamp +inf\nbulb -Infinity\nwick NAN\n# EOF\n",
    "lamp 1 -0\n# EOF\n",
    "# TYPE lamp gauge\nlamp 1 7.0\nlamp 2 7.0000000001\n# EOF\n",
    "# UNIT lamp_watts watts\n# TYPE lamp_watts gauge\n# HELP lamp_watts \nlamp_watts 5\n# EOF\n",
    "# TYPE run histogram\nrun_sum 2\nrun_count 1\nrun_bucket{le=\"1e0\"} 0\n"
    "run_bucket{le=\"+Inf\"} 1\nrun_created 5.5\n# EOF\n",
    "# TYPE pool gaugehistogram\npool_bucket{le=\"0.5\"} 2 # {} 0.5\npool_bucket{le=\"+Inf\"} 2\n"
    "# EOF\n",
    "# TYPE door stateset\ndoor{door=\"open\",wing=\"\"} 0\ndoor{door=\"shut\"} 1\n# EOF\n",
    "# TYPE run histogram\n# TYPE runs counter\nruns_total 1\n# EOF\n",
};

/// The same of the text format, in the words of its documentation.
constexpr Refusal refusedText[] = {
    {"lamp 1", 1, "line feed"},
    {"lamp 1\nbulb", 2, "line feed"},
    {"lamp{room=\"a\\qb\"} 1\n", 1, "not an escape"},
    {"# HELP lamp a \\\" b\n", 1, "not an escape"},
    {"lamp{room=\"a\n", 1, "no quote at its end"},
    {"lamp{room=\"a\",,} 1\n", 1, "no label name"},
    {"lamp{room=\"a\" floor=\"b\"} 1\n", 1, "comma or a closing brace"},
    {"lamp{room=\"a\",room=\"\"} 1\n", 1, "twice"},
    {"{room=\"a\"} 1\n", 1, "no name of a metric"},
    {"{\"lamp\",\"bulb\"} 1\n", 1, "second name"},
    {"lamp{\"bulb\"} 1\n", 1, "second name"},
    {"lamp 0x1p4\n", 1, "not a number"},
    {"lamp 1_0\n", 1, "not a number"},
    {"lamp 1 1.0\n", 1, "timestamp"},
    {"lamp 1 9223372036854775808\n", 1, "timestamp"},
    {"lamp 1 2 # {} 1\n", 1, "does not belong"},
    {"lamp 1\r\n", 1, "not a number"},
    {"# TYPE lamp info\n", 1, "not a type"},
    {"# TYPE lamp gauge counter\n", 1, "not a type"},
    {"lamp 1\n# TYPE lamp gauge\n", 2, "before its samples"},
    {"# TYPE run histogram\nrun_bucket{le=\"1\"} 1\nrun_sum 1\nrun_count 1\n", 4, "+Inf"},
    {"# TYPE run histogram\nrun_bucket{le=\"2\"} 1\nrun_bucket{le=\"1\"} 1\n", 3, "rise"},
    {"\xEF\xBB\xBFlamp 1\n", 1, "does not begin"},
};

constexpr const char *acceptedText[] = {
    "\t lamp\t{ room = \"a\" , }\t1\t-7\t\n",
    "# EOF\n\n#\n# HELPER lamp\n",
    "# HELP lamp\n# TYPE lamp untyped\nlamp -Inf\n",
    "lamp 1\nbulb 1\nlamp 1\n",
    "# TYPE walk summary\nwalk{quantile=\"0\"} NaN\nwalk_sum -3\nwalk_count 1\n",
    "{\"lamp.watts\",\"room.name\"=\"a\"} 1\n",
};

} // namespace

class TestEdges : public QObject
{
    Q_OBJECT

private slots:
    void refusesOpenMetrics_data() { addRefusals(refusedOpenMetrics); }
    void refusesOpenMetrics() { checkRefusal(Format::OpenMetrics); }
    void acceptsOpenMetrics_data() { addAccepted(acceptedOpenMetrics); }
    void acceptsOpenMetrics() { check(Format::OpenMetrics); }
    void refusesText_data() { addRefusals(refusedText); }
    void refusesText() { checkRefusal(Format::Text); }
    void acceptsText_data() { addAccepted(acceptedText); }
    void acceptsText() { check(Format::Text); }

private:
    static void check(Format format)
    {
        QFETCH(QByteArray, document);
        QCOMPARE(verdict(document, format), "OK");
    }
};

QTEST_GUILESS_MAIN(TestEdges)
#include "tst_edges.moc"
