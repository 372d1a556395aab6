// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"
#include "app/option_parser.h"

namespace loopscope {

/// What the options of a command mean, or a Problem that says what they should have been.

[[nodiscard]] inline QString words(const char *text)
{
    return QString::fromUtf8(text);
}

template<class T>
[[nodiscard]] Result<T> refuse(const char *what, const QStringList &arguments)
{
    return failure(Problem{.what = what, .arguments = arguments});
}

/// The problem of the first result that has one, null when all went well.
template<class... Results>
[[nodiscard]] const Problem *firstProblem(const Results &...results)
{
    const Problem *found = nullptr;
    ((found = found || results ? found : &results.error()), ...);
    return found;
}

/// Empty where the option was not given.
[[nodiscard]] Result<std::optional<Nanos>> secondsOf(const ParsedOptions &options, const QString &name);
/// A fraction, from `5%` or `0.05`, but not from a bare `5`, which may be meant as either; empty where the
/// option was not given.
[[nodiscard]] Result<std::optional<double>> fractionOf(const ParsedOptions &options, const QString &name);
/// A whole number from `least` to a million; `otherwise` where the option was not given.
[[nodiscard]] Result<int> countOf(const ParsedOptions &options, const QString &name, int least,
                                  int otherwise);
[[nodiscard]] Result<QString> oneOf(const ParsedOptions &options, const QString &name,
                                    const QStringList &allowed);
/// Of a picture, from `--size`.
[[nodiscard]] Result<QSize> sizeOf(const ParsedOptions &options);
[[nodiscard]] OutputStyle outputOf(const ParsedOptions &options);
[[nodiscard]] Overwrite overwriteOf(const ParsedOptions &options);

} // namespace loopscope
