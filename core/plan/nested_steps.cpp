// SPDX-License-Identifier: MIT
#include "core/plan/nested_steps.h"

#include "core/plan/error_types.h"
#include "core/plan/plan_error.h"

namespace loopscope {

namespace {

const ExceptClause *clauseFor(const TryParts &parts, const std::exception_ptr &error)
{
    const QString type = QString::fromUtf8(describeError(error).type);
    for (const ExceptClause &clause : parts.clauses) {
        if (catches(clause.type, type))
            return &clause;
    }
    return nullptr;
}

/// What runs after the body of a `try`: the clause that takes its error, or `else`, or nothing.
const Steps *stepsAfter(Frame &frame, const TryParts &parts, const std::exception_ptr &error,
                        const Flow &returned)
{
    if (!error)
        return returned ? nullptr : &parts.otherwise;
    const ExceptClause *const clause = clauseFor(parts, error);
    if (!clause)
        return nullptr;
    frame.assign(clause->as, errorValue(error));
    return &clause->body;
}

} // namespace

QCoro::Task<Flow> runTry(Frame *frame, const Step *step)
{
    // C++ has no co_await in a catch block: each error is saved and handled outside.
    static const TryParts none;
    const TryParts &parts = step->tryParts ? *step->tryParts : none;
    std::exception_ptr error;
    Flow returned;
    try {
        returned = co_await runSteps(frame, &step->body);
    } catch (...) {
        error = std::current_exception();
    }
    if (const Steps *const next = stepsAfter(*frame, parts, error, returned)) {
        error = nullptr;
        try {
            returned = co_await runSteps(frame, next);
        } catch (...) {
            error = std::current_exception();
        }
    }
    Flow atLast = co_await runSteps(frame, &parts.finally);
    if (atLast)
        co_return atLast; // as in Python, it replaces what was returned or raised before
    if (error)
        std::rethrow_exception(error);
    co_return returned;
}

QCoro::Task<Flow> runRepeat(Frame *frame, const Step *step)
{
    const qint64 first = step->value ? frame->whole(step->value) : 0;
    const qint64 count = frame->count(step->subject);
    for (qint64 i = 0; i < count; ++i) {
        if (frame->loop().interruption()->interrupted())
            throw CancelledError(); // Stop ends a loop that never waits, too
        frame->assign(step->as, first + i);
        Flow returned = co_await runSteps(frame, &step->body);
        if (returned)
            co_return returned;
    }
    co_return std::nullopt;
}

} // namespace loopscope
