// SPDX-License-Identifier: MIT
// bench_open FILE: opens a trace of another program as the window does, and prints `seconds slices peakKiB
// storeBytes`.
#include "core/foreign/open_trace.h"

#include <QString>

#include <chrono>
#include <cstdio>

#include <sys/resource.h>

using namespace loopscope;

int main(int argc, char *argv[])
{
    if (argc != 2)
        return 2;
    const auto begin = std::chrono::steady_clock::now();
    const auto opened = openTrace(QString::fromLocal8Bit(argv[1]));
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(line(opened.error())));
        return 1;
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%.3f %llu %ld %zu\n", time.count(),
                static_cast<unsigned long long>(opened->tracks.counts().slices), usage.ru_maxrss,
                opened->tracks.bytes());
    for (const Problem &warning : opened->warnings)
        std::fprintf(stderr, "%s\n", qPrintable(message(warning)));
}
