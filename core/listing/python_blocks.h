// SPDX-License-Identifier: MIT
#pragma once

#include "core/listing/listing_writer.h"
#include "core/listing/python_expressions.h"

namespace loopscope {

/// Writes the body of one coroutine, or of "shared", as the lines of a Python function.
class PythonBlocks
{
public:
    /// `coroutine` is -1 for "shared".
    PythonBlocks(PythonScript &script, int coroutine, ListingWriter &writer);

    void write(const Steps &body);

private:
    void declare(const Steps &body);
    void declareShared(const Steps &body);
    void steps(const Steps &steps);
    void block(const Steps &steps); ///< one level further in; "pass" if there are none
    void step(const Step &step);
    void task(const Step &step, const QString &creator);
    void attempt(const Step &step);
    void clause(const ExceptClause &clause);
    void repeat(const Step &step);
    void asCompleted(const Step &step);
    void withTimeout(const Step &step);
    void reschedule(const Step &step);
    void group(const Step &step);
    void callback(const Step &step, ListingWriter::StepLines &lines);
    [[nodiscard]] QString simpleCallback(const Step &step);
    void declareIn(const Steps &body);
    [[nodiscard]] QString fresh(const QString &base) { return m_script.names.fresh(base); }

    PythonScript &m_script;
    PythonExpressions m_expressions;
    ListingWriter &m_writer;
    QStringList m_groups; ///< the names of the blocks around, the innermost last
    QStringList m_timeouts;
    QStringList m_caught; ///< the variables of the except clauses around
};

} // namespace loopscope
