// SPDX-License-Identifier: MIT
// query FILE SQL...: loads a trace with Perfetto's own trace processor and prints the rows of each query, cells
// parted by tabs. Exit 1 when the trace or a query is refused.
//
// Debian has the trace processor only inside chromium-shell, as a library of Chromium's own tests with no header.
// The declarations below are what the library exports; sizes are generous, since only their addresses matter.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <unistd.h>
#include <vector>

namespace base::test {

struct Status
{
    ~Status() {} // not trivial: the library returns it through a hidden pointer
    alignas(16) unsigned char storage[256];
};

class QueryResultOrError
{
public:
    ~QueryResultOrError();
    std::vector<std::vector<std::string>> rows;
    std::string error;
};

class TestTraceProcessorImpl
{
public:
    TestTraceProcessorImpl();
    ~TestTraceProcessorImpl();
    Status ParseTrace(const std::vector<char> &trace);
    QueryResultOrError ExecuteQuery(const std::string &sql) const;

private:
    char m_storage[1024];
};

} // namespace base::test

namespace {

bool print(const base::test::QueryResultOrError &result)
{
    if (!result.error.empty())
        std::fprintf(stderr, "query: %s\n", result.error.c_str());
    for (size_t row = 1; row < result.rows.size(); ++row) { // the first row names the columns
        for (size_t cell = 0; cell < result.rows[row].size(); ++cell)
            std::printf("%s%s", cell > 0 ? "\t" : "", result.rows[row][cell].c_str());
        std::printf("\n");
    }
    return result.error.empty();
}

} // namespace

int main(int count, char **arguments)
{
    if (count < 2)
        return 2;
    std::ifstream file(arguments[1], std::ios::binary);
    const std::vector<char> trace{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    base::test::TestTraceProcessorImpl processor;
    bool good = processor.ParseTrace(trace).storage[0] == 1; // absl's status: an inlined "ok" is the number 1
    for (int i = 2; i < count; ++i)
        good = print(processor.ExecuteQuery(arguments[i])) && good;
    std::fflush(stdout);
    _exit(good ? 0 : 1); // the library's own destructors are of no interest, and slow
}
