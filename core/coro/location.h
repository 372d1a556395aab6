// SPDX-License-Identifier: MIT
#pragma once

#include <version>
#ifdef __cpp_lib_source_location
#include <source_location>
#endif

namespace loopscope {

#ifdef __cpp_lib_source_location
using Location = std::source_location;
#else
/// What std::source_location is, for compilers that have only the builtins (clang 14): there the function's
/// name comes without its signature.
class Location
{
public:
    static constexpr Location current(const char *file = __builtin_FILE(),
                                      const char *function = __builtin_FUNCTION(),
                                      unsigned line = __builtin_LINE()) noexcept
    {
        Location here;
        here.m_file = file;
        here.m_function = function;
        here.m_line = line;
        return here;
    }
    [[nodiscard]] constexpr const char *file_name() const noexcept { return m_file; }
    [[nodiscard]] constexpr const char *function_name() const noexcept { return m_function; }
    [[nodiscard]] constexpr unsigned line() const noexcept { return m_line; }

private:
    const char *m_file = "";
    const char *m_function = "";
    unsigned m_line = 0;
};
#endif

} // namespace loopscope
