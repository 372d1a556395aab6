// SPDX-License-Identifier: MIT
#include "core/plan/sync_steps.h"

#include "core/plan/discard.h"
#include "core/plan/step_label.h"
#include "core/plan/sync_things.h"

namespace loopscope {

namespace {

template<class T, class... Arguments>
void make(Frame &frame, const Step &step, Arguments... arguments)
{
    ThingRegistry &things = frame.execution().things();
    frame.assign(step.path.variable, ThingRef(makeDiscarded<T>(things, step.path.name, arguments...)));
}

/// A count that the step may leave out.
qint64 count(const Frame &frame, const Step &step, qint64 otherwise)
{
    return step.value ? frame.count(step.value) : otherwise;
}

void notify(const Frame &frame, const Step &step)
{
    const auto condition = conditionAt(frame, step.path);
    condition->primitive().notify(count(frame, step, 1));
}

void putNow(const Frame &frame, const Step &step)
{
    const auto queue = queueAt(frame, step.path);
    queue->queue().putNow(frame.evaluate(step.value));
}

/// The wait itself. The thing stays alive while its coroutine does.
template<class T, class Wait>
QCoro::Task<Value> waitAt([[maybe_unused]] std::shared_ptr<T> thing, Wait wait)
{
    co_await wait;
    co_return Value();
}

QCoro::Task<Value> put(std::shared_ptr<QueueThing> queue, Value value)
{
    co_await queue->queue().put(std::move(value));
    co_return Value();
}

QCoro::Task<Value> get(std::shared_ptr<QueueThing> queue)
{
    co_return co_await queue->queue().get();
}

QCoro::Task<Value> beginWait(const Frame &frame, const Step &step)
{
    switch (step.verb) {
    case Verb::EventWait: {
        const auto event = eventAt(frame, step.path);
        return waitAt(event, event->event().wait());
    }
    case Verb::ConditionWait: {
        const auto condition = conditionAt(frame, step.path);
        return waitAt(condition, condition->primitive().wait());
    }
    case Verb::Put: {
        const auto queue = queueAt(frame, step.path);
        return put(queue, frame.evaluate(step.value));
    }
    case Verb::Get:
        return get(queueAt(frame, step.path));
    case Verb::QueueJoin: {
        const auto queue = queueAt(frame, step.path);
        return waitAt(queue, queue->queue().join());
    }
    default: {
        const auto lock = lockAt(frame, step.path);
        return waitAt(lock, lock->acquire());
    }
    }
}

} // namespace

bool runSyncStep(Frame &frame, const Step &step)
{
    // clang-format off
    switch (step.verb) {
    case Verb::Lock: make<LockThingOf<sync::Lock>>(frame, step); return true;
    case Verb::Semaphore: make<LockThingOf<sync::Semaphore>>(frame, step, count(frame, step, 1)); return true;
    case Verb::Condition: make<ConditionThing>(frame, step); return true;
    case Verb::Event: make<EventThing>(frame, step); return true;
    case Verb::Queue: make<QueueThing>(frame, step, count(frame, step, 0)); return true;
    case Verb::Release: lockAt(frame, step.path)->release(); return true;
    case Verb::Locked: frame.assign(step.as, lockAt(frame, step.path)->locked()); return true;
    case Verb::EventSet: eventAt(frame, step.path)->event().set(); return true;
    case Verb::EventClear: eventAt(frame, step.path)->event().clear(); return true;
    case Verb::Notify: notify(frame, step); return true;
    case Verb::NotifyAll: conditionAt(frame, step.path)->primitive().notifyAll(); return true;
    case Verb::PutNowait: putNow(frame, step); return true;
    case Verb::GetNowait: frame.assign(step.as, queueAt(frame, step.path)->queue().getNow()); return true;
    case Verb::TaskDone: queueAt(frame, step.path)->queue().taskDone(); return true;
    case Verb::Qsize: frame.assign(step.as, queueAt(frame, step.path)->queue().size()); return true;
    default: return false;
    }
    // clang-format on
}

QCoro::Task<Flow> runSyncWait(Frame *frame, const Step *step)
{
    StepLabel(*step).target(step->path.text).announce(*frame);
    Value value = co_await beginWait(*frame, *step);
    frame->assign(step->as, std::move(value));
    co_return std::nullopt;
}

QCoro::Task<Flow> runWith(Frame *frame, const Step *step)
{
    const std::shared_ptr<LockThing> lock = lockAt(*frame, step->path);
    StepLabel(*step).target(step->path.text).announce(*frame);
    co_await lock->acquire();
    std::exception_ptr error;
    Flow returned;
    try {
        returned = co_await runSteps(frame, &step->body);
    } catch (...) {
        error = std::current_exception();
    }
    lock->release(); // its error replaces the body's, as in Python
    if (error)
        std::rethrow_exception(error);
    co_return returned;
}

} // namespace loopscope
