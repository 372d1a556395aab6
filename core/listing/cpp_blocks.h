// SPDX-License-Identifier: MIT
#pragma once

#include "core/listing/cpp_expressions.h"
#include "core/listing/listing_writer.h"

namespace loopscope {

/// Writes the body of one coroutine, or of "shared", as the lines of a C++ function.
///
/// C++ has neither `async with` nor `finally`, and cannot await in a catch block. Such a block becomes a try
/// that keeps what leaves it, and what follows stands behind it: an error waits in a variable, and so does
/// what the block returns.
class CppBlocks
{
public:
    /// `coroutine` is -1 for "shared".
    CppBlocks(CppScript &script, int coroutine, ListingWriter &writer);

    [[nodiscard]] QStringList parameters() const { return m_expressions.variables().parameters(); }
    void write(const Steps &body);

private:
    /// A try whose error, and whose result, wait until what must follow is done.
    struct Guard
    {
        QString failure;
        QString returned; ///< empty if nothing in it returns
        QString label;
    };
    void steps(const Steps &steps);
    void block(const Steps &steps); ///< in braces
    void step(const Step &step);
    void task(const Step &step);
    void returns(const Step &step);
    void attempt(const Step &step);
    void attemptAndCatch(const Step &step);
    void catchHere(const TryParts &parts);
    void catchBehind(const TryParts &parts, const QString &caught);
    void repeat(const Step &step);
    void asCompleted(const Step &step, ListingWriter::StepLines &lines);
    void with(const Step &step, ListingWriter::StepLines &lines);
    void withTimeout(const Step &step);
    void group(const Step &step, ListingWriter::StepLines &lines);
    void callback(const Step &step);

    enum class Returns { No, Yes };
    [[nodiscard]] Guard open(Returns returns);
    [[nodiscard]] Guard open(const Steps &body);
    void close(const Guard &guard); ///< the end of its try
    void leave(const Guard &guard); ///< behind what had to follow
    void rethrow(const Guard &guard);
    [[nodiscard]] QString fresh(const char *base) { return m_script.names.fresh(QString::fromLatin1(base)); }
    [[nodiscard]] QString name(Variable variable) const { return m_expressions.variables().name(variable); }

    CppScript &m_script;
    const int m_coroutine;
    CppExpressions m_expressions;
    ListingWriter &m_writer;
    std::vector<Guard> m_guards;
    QStringList m_groups; ///< the names of the blocks around, the innermost last
    QStringList m_timeouts;
    QStringList m_caught; ///< what the catch blocks around caught, if a variable of theirs
};

} // namespace loopscope
