// SPDX-License-Identifier: MIT
// What a record of LTTng-UST costs, 12 bytes of payload: a peer of bench_hot_path.
//   bench_lttng          nanoseconds for each, the median of many rounds; lttng must have a session under way, else it
//                        measures a tracepoint that is off
#define LTTNG_UST_TRACEPOINT_CREATE_PROBES
#define LTTNG_UST_TRACEPOINT_DEFINE
#include "tests/bench/hot_path/lttng_record.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

int main()
{
    constexpr int rounds = 200;
    constexpr unsigned long long batch = 8192;
    std::vector<double> ns;
    for (int round = 0; round < rounds; ++round) {
        const auto before = std::chrono::steady_clock::now();
        for (unsigned long long i = 0; i < batch; ++i)
            lttng_ust_tracepoint(loopscope_bench, record, 7, i);
        const std::chrono::duration<double, std::nano> spent = std::chrono::steady_clock::now() - before;
        ns.push_back(spent.count() / double(batch));
    }
    std::nth_element(ns.begin(), ns.begin() + rounds / 2, ns.end());
    std::printf("{\"lttng\":%.2f}\n", ns[rounds / 2]);
}
