// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "documents.h"

using namespace expositiontest;
using exposition::Format;

namespace {

constexpr Refusal ofFamilies[] = {
    {"a 1\nb 1\na 2\n# EOF\n", 3, "stand together"},
    {"# TYPE a gauge\n# TYPE b gauge\n# HELP a x\n# EOF\n", 3, "stand together"},
    {"# TYPE a counter\n# TYPE b gauge\nb 1\na_total 1\n# EOF\n", 4, "a_total is used by two"},
    {"# TYPE a counter\na 1\n# EOF\n", 2, "a_total, a_created"},
    {"# TYPE a_total counter\na_total 1\n# EOF\n", 2, "a_total_total"},
    {"# TYPE a info\na 1\n# EOF\n", 2, "a_info"},
    {"# TYPE a histogram\na 1\n# EOF\n", 2, "a_bucket"},
    {"# TYPE a_created gauge\na_created 1\n# TYPE a counter\na_total 1\n# EOF\n", 3, "a_created"},
    {"# TYPE a counter\na_total 1\n# TYPE a_created gauge\na_created 1\n# EOF\n", 3, "a_created"},
    {"# TYPE a histogram\n# TYPE a_count gauge\n# EOF\n", 2, "used by two"},
    {"a_sum 1\n# TYPE a summary\n# EOF\n", 2, "used by two"},
};

constexpr Refusal ofGrouping[] = {
    {"# TYPE a gauge\na{b=\"1\"} 1\na{b=\"2\"} 1\na{b=\"1\"} 1\n# EOF\n", 4, "further up"},
    {"# TYPE a gauge\na 1\na 2\n# EOF\n", 3, "twice"},
    {"# TYPE a gauge\na 1\na{b=\"\"} 2\n# EOF\n", 3, "twice"},
    {"# TYPE a gauge\na{b=\"1\",c=\"2\"} 1\na{c=\"2\",b=\"1\"} 2\n# EOF\n", 3, "twice"},
    {"# TYPE a gauge\na 1 5\na 2 5\n# EOF\n", 3, "twice"},
    {"# TYPE a gauge\na 1 5\na 2 5.0\n# EOF\n", 3, "twice"},
    {"# TYPE a gauge\na 1 5\na 2 4.9\n# EOF\n", 3, "go back"},
    {"# TYPE a gauge\na 1 -1\na 2 -2\n# EOF\n", 3, "go back"},
    {"# TYPE a gauge\na 1 1604676851.123456790\na 2 1604676851.123456789\n# EOF\n", 3, "go back"},
    {"# TYPE a gauge\na 1 5\na 2\n# EOF\n", 3, "some have none"},
    {"# TYPE a gauge\na 1\na 2 5\n# EOF\n", 3, "some have none"},
    {"# TYPE a counter\na_total 1 5\na_created 1\n# EOF\n", 3, "some have none"},
    {"# TYPE a summary\na_count 1 1\na_count 1 2\na_sum 1 1\na_sum 1 2\n# EOF\n", 4, "go back"},
    {"# TYPE a summary\na_count{b=\"1\"} 1\na_count{b=\"2\"} 1\na_sum{b=\"1\"} 1\n# EOF\n", 4,
     "further up"},
    {"# TYPE a info\na_info{b=\"1\"} 1\na_info{b=\"1\"} 1\n# EOF\n", 3, "twice"},
};

constexpr Refusal ofValues[] = {
    {"# TYPE a counter\na_total -1\n# EOF\n", 2, "negative"},
    {"# TYPE a counter\na_total NaN\n# EOF\n", 2, "not a number"},
    {"# TYPE a counter\na_created 1\n# EOF\n", 2, "no sample a_total"},
    {"# TYPE a counter\na_total{b=\"1\"} 1\na_created{b=\"2\"} 1\n# EOF\n", 3, "no sample a_total"},
    {"# TYPE a counter\na_total 1\na_created NaN\n# EOF\n", 3, "not a time"},
    {"# TYPE a counter\na_total 1\na_created 1\na_created 1\n# EOF\n", 4, "twice"},
    {"# TYPE a info\na_info 2\n# EOF\n", 2, "than 1"},
    {"# TYPE a info\na_info 0\n# EOF\n", 2, "than 1"},
    {"# TYPE a stateset\na{a=\"x\"} 2\n# EOF\n", 2, "than 0 and 1"},
    {"# TYPE a stateset\na{a=\"x\"} 0.5\n# EOF\n", 2, "than 0 and 1"},
    {"# TYPE a stateset\na{a=\"x\"} NaN\n# EOF\n", 2, "than 0 and 1"},
    {"# TYPE a stateset\na 1\n# EOF\n", 2, "no label of that name"},
    {"# TYPE a stateset\na{b=\"x\"} 1\n# EOF\n", 2, "no label of that name"},
    {"# TYPE a stateset\na{a=\"x\"} 1\na{a=\"x\"} 0\n# EOF\n", 3, "twice"},
    {"# TYPE a summary\na 1\n# EOF\n", 2, "no label quantile"},
    {"# TYPE a summary\na{quantile=\"x\"} 1\n# EOF\n", 2, "between 0 and 1"},
    {"# TYPE a summary\na{quantile=\"1.1\"} 1\n# EOF\n", 2, "between 0 and 1"},
    {"# TYPE a summary\na{quantile=\"-0.1\"} 1\n# EOF\n", 2, "between 0 and 1"},
    {"# TYPE a summary\na{quantile=\"NaN\"} 1\n# EOF\n", 2, "between 0 and 1"},
    {"# TYPE a summary\na{quantile=\"0.5\"} -1\n# EOF\n", 2, "negative"},
    {"# TYPE a summary\na{quantile=\"0.5\"} 1\na{quantile=\"0.50\"} 1\n# EOF\n", 3, "twice"},
    {"# TYPE a summary\na_count 0.5\n# EOF\n", 2, "whole number"},
    {"# TYPE a summary\na_count -1\n# EOF\n", 2, "whole number"},
    {"# TYPE a summary\na_count NaN\n# EOF\n", 2, "whole number"},
    {"# TYPE a summary\na_sum -1\n# EOF\n", 2, "negative"},
    {"# TYPE a summary\na_sum NaN\n# EOF\n", 2, "not a number"},
    {"# TYPE a summary\na_count{quantile=\"0.5\"} 1\n# EOF\n", 2, "may not have the label"},
};

constexpr Refusal ofHistograms[] = {
    {"# TYPE a histogram\na_bucket 1\n# EOF\n", 2, "no label le"},
    {"# TYPE a histogram\na_bucket{le=\"\"} 1\n# EOF\n", 2, "no label le"},
    {"# TYPE a histogram\na_bucket{le=\"x\"} 1\n# EOF\n", 2, "not a number"},
    {"# TYPE a histogram\na_bucket{le=\"NaN\"} 1\n# EOF\n", 2, "not a number"},
    {"# TYPE a histogram\na_bucket{le=\"Inf\"} 1\n# EOF\n", 2, "written +Inf"},
    {"# TYPE a histogram\na_bucket{le=\"+inf\"} 1\n# EOF\n", 2, "written +Inf"},
    {"# TYPE a histogram\na_bucket{le=\"1\"} 1\n# EOF\n", 2, "no bucket for +Inf"},
    {"# TYPE a histogram\na_bucket{b=\"1\",le=\"1\"} 1\na_bucket{b=\"2\",le=\"+Inf\"} 1\n# EOF\n",
     2, "no bucket for +Inf"},
    {"# TYPE a histogram\na_count 1\na_sum 1\n# EOF\n", 3, "no bucket for +Inf"},
    {"# TYPE a histogram\na_created 1\n# EOF\n", 2, "no bucket for +Inf"},
    {"# TYPE a histogram\na_bucket{le=\"2\"} 1\na_bucket{le=\"1\"} 1\n# EOF\n", 3, "rising order"},
    {"# TYPE a histogram\na_bucket{le=\"1\"} 1\na_bucket{le=\"1.0\"} 1\n# EOF\n", 3,
     "rising order"},
    {"# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_bucket{le=\"5\"} 1\n# EOF\n", 3,
     "rising order"},
    {"# TYPE a histogram\na_bucket{le=\"1\"} 2\na_bucket{le=\"+Inf\"} 1\n# EOF\n", 3, "holds less"},
    {"# TYPE a histogram\na_bucket{le=\"+Inf\"} 0.5\n# EOF\n", 2, "number of events"},
    {"# TYPE a histogram\na_bucket{le=\"+Inf\"} -1\n# EOF\n", 2, "number of events"},
    {"# TYPE a histogram\na_bucket{le=\"+Inf\"} NaN\n# EOF\n", 2, "number of events"},
    {"# TYPE a histogram\na_bucket{le=\"+Inf\"} +Inf\n# EOF\n", 2, "number of events"},
    {"# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_count 2\na_sum 1\n# EOF\n", 4, "not what"},
    {"# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_count 1\n# EOF\n", 3, "both, or neither"},
    {"# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_sum 1\n# EOF\n", 3, "both, or neither"},
    {"# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_count 1\na_sum -1\n# EOF\n", 4, "negative"},
    {"# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_count 1\na_count 1\n# EOF\n", 4, "twice"},
    {"# TYPE a histogram\na_bucket{le=\"-1\"} 1\na_bucket{le=\"+Inf\"} 1\na_count 1\na_sum 1\n"
     "# EOF\n",
     5, "no sum"},
    {"# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_count{le=\"1\"} 1\n# EOF\n", 3,
     "may not have the label"},
    {"# TYPE a gaugehistogram\na_bucket{le=\"1\"} 1\n# EOF\n", 2, "no bucket for +Inf"},
    {"# TYPE a gaugehistogram\na_bucket{le=\"+Inf\"} 1\na_gcount 1\n# EOF\n", 3, "neither"},
    {"# TYPE a gaugehistogram\na_bucket{le=\"+Inf\"} 1\na_gcount 1\na_gsum -1\n# EOF\n", 4,
     "no bucket is below 0"},
    {"# TYPE a gaugehistogram\na_bucket{le=\"+Inf\"} 1\na_gcount 1\na_gsum NaN\n# EOF\n", 4,
     "not a number"},
    {"# TYPE a gaugehistogram\na_bucket{le=\"+Inf\"} -1\n# EOF\n", 2, "number of events"},
};

} // namespace

/// What OpenMetrics 1.0 refuses because samples do not fit together.
class TestOpenMetricsFamilies : public QObject
{
    Q_OBJECT

private slots:
    void families_data() { addRefusals(ofFamilies); }
    void families() { checkRefusal(Format::OpenMetrics); }
    void grouping_data() { addRefusals(ofGrouping); }
    void grouping() { checkRefusal(Format::OpenMetrics); }
    void values_data() { addRefusals(ofValues); }
    void values() { checkRefusal(Format::OpenMetrics); }
    void histograms_data() { addRefusals(ofHistograms); }
    void histograms() { checkRefusal(Format::OpenMetrics); }
};

QTEST_APPLESS_MAIN(TestOpenMetricsFamilies)
#include "tst_openmetricsfamilies.moc"
