// SPDX-License-Identifier: MIT
#include "core/plan/instant_steps.h"

#include "core/base/json_text.h"
#include "core/plan/future_steps.h"
#include "core/plan/interpreter.h"
#include "core/plan/items.h"
#include "core/plan/plan_error.h"
#include "core/plan/scoped_steps.h"
#include "core/plan/sync_steps.h"

namespace loopscope {

namespace {

void print(Frame &frame, const Step &step)
{
    const QString text = frame.text(step.subject);
    Loop &loop = frame.loop();
    loop.emitEvent(EventKind::Print, loop.currentTaskId(), 0, JsonObjectText().add("text", text).text());
}

void add(Frame &frame, const Step &step)
{
    const Value sum = frame.read(step.path);
    if (!sum.isNumber())
        throwNoNumber();
    const Value addend = frame.number(step.value);
    const qint64 *const a = sum.as<qint64>();
    const qint64 *const b = addend.as<qint64>();
    qint64 whole = 0;
    if (a && b && !qAddOverflow(*a, *b, &whole))
        frame.assign(step.path.variable, whole);
    else
        frame.assign(step.path.variable, sum.number() + addend.number());
}

[[noreturn]] void raise(Frame &frame, const Step &step)
{
    if (!step.subject)
        std::rethrow_exception(makePlanError(step.error, frame.text(step.text)));
    const Value value = frame.evaluate(step.subject);
    const ErrorRef *const error = value.as<ErrorRef>();
    if (!error)
        throw TypeError(QStringLiteral("exceptions must derive from BaseException"));
    std::rethrow_exception((*error)->source);
}

/// What a callback of the loop does with a step's body: it keeps the frame, whose variables it uses.
std::function<void()> callback(Frame &frame, const Step &step)
{
    return [frame = Ref<Frame>(&frame), steps = &step.body] { runStepsNow(*frame, *steps); };
}

} // namespace

bool runInstantly(Frame &frame, const Step &step)
{
    Loop &loop = frame.loop();
    // clang-format off
    switch (step.verb) {
    case Verb::Print: print(frame, step); return true;
    case Verb::Set: frame.assign(step.path.variable, frame.evaluate(step.value)); return true;
    case Verb::Add: add(frame, step); return true;
    case Verb::Block: loop.block(frame.seconds(step.subject)); return true;
    case Verb::DoneCallback: futureAt(frame, step.path).addDoneCallback(callback(frame, step)); return true;
    case Verb::CallSoon: loop.callSoon(callback(frame, step)); return true;
    case Verb::CallLater: loop.callLater(frame.seconds(step.subject), callback(frame, step)); return true;
    case Verb::Raise: raise(frame, step);
    default: return runFutureStep(frame, step) || runSyncStep(frame, step) || runScopeStep(frame, step);
    }
    // clang-format on
}

} // namespace loopscope
