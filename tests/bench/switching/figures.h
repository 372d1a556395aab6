// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <unistd.h>

/// What the C++ programs of this bench share: the sizes of the works, which are the same in every language, and how
/// figures are printed.
namespace bench {

using Clock = std::chrono::steady_clock;

inline constexpr int yields = 1'000'000;
inline constexpr int yielders = 1'000;
inline constexpr int gathered = 100'000;
inline constexpr int awaited = 1'000'000;
inline constexpr int chained = 100'000;
inline constexpr int naps = 200;

inline void say(const char *work, double value)
{
    std::printf("%s %.1f\n", work, value);
    std::fflush(stdout);
}

/// The works named on the command line; all of them if none is.
class Choice
{
public:
    Choice(int argc, char **argv) : m_names(argv + 1, argv + argc) {}
    [[nodiscard]] bool has(const char *work) const
    {
        return m_names.empty() || std::find(m_names.begin(), m_names.end(), work) != m_names.end();
    }

private:
    std::vector<std::string> m_names;
};

/// Deadlines in seconds, evenly spread over 10 ms.
class Deadlines
{
public:
    double next() { return m_spread(m_random); }

private:
    std::mt19937 m_random{1};
    std::uniform_real_distribution<double> m_spread{0.0001, 0.01};
};

/// What of this process lies in memory.
inline double residentBytes()
{
    std::ifstream file("/proc/self/statm");
    double total = 0, resident = 0;
    file >> total >> resident;
    return resident * double(sysconf(_SC_PAGESIZE));
}

/// How much later than asked sleeps ended, in microseconds.
class Overshoot
{
public:
    void add(Clock::duration late) { m_late.push_back(std::chrono::duration<double, std::micro>(late).count()); }
    void say(const std::string &what)
    {
        std::sort(m_late.begin(), m_late.end());
        bench::say((what + "_min_us").c_str(), m_late.front());
        bench::say((what + "_p50_us").c_str(), m_late[m_late.size() / 2]);
        bench::say((what + "_p99_us").c_str(), m_late[m_late.size() * 99 / 100]);
    }

private:
    std::vector<double> m_late;
};

} // namespace bench
