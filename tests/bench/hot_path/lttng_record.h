// SPDX-License-Identifier: MIT
// The tracepoint of lttng.cpp, in the form that LTTng reads more than once.
#undef LTTNG_UST_TRACEPOINT_PROVIDER
#define LTTNG_UST_TRACEPOINT_PROVIDER loopscope_bench

#undef LTTNG_UST_TRACEPOINT_INCLUDE
#define LTTNG_UST_TRACEPOINT_INCLUDE "tests/bench/hot_path/lttng_record.h"

#if !defined(LOOPSCOPE_BENCH_LTTNG_RECORD_H) || defined(LTTNG_UST_TRACEPOINT_HEADER_MULTI_READ)
#define LOOPSCOPE_BENCH_LTTNG_RECORD_H

#include <lttng/tracepoint.h>

LTTNG_UST_TRACEPOINT_EVENT(loopscope_bench, record,
                           LTTNG_UST_TP_ARGS(unsigned, what, unsigned long long, value),
                           LTTNG_UST_TP_FIELDS(lttng_ust_field_integer(unsigned, what, what)
                                                   lttng_ust_field_integer(unsigned long long, value, value)))

#endif

#include <lttng/tracepoint-event.h>
