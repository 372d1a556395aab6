// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/sleep.h"
#include "core/loop/task_group.h"
#include "core/loop/timeout.h"
#include "core/script/errors.h"
#include "core/script/items.h"
#include "core/script/program.h"

/// What a C++ listing of a plan is written in: core/loop, and what Python has in the language itself. Names
/// are those of core/loop and asyncio; functions here take Vars where those of core/loop want types.
namespace loopscope::script {

using namespace std::chrono_literals;
using loopscope::createTask;
using loopscope::sleep;
using loopscope::timeout;

inline const Var null;

// Values and texts.

[[nodiscard]] Var makeListOf(ValueList items);
template<class... T>
[[nodiscard]] Var list(const T &...items)
{
    return makeListOf({Var(items).value()...});
}
[[nodiscard]] Var makeObjectOf(const ValueList &keysAndValues);
/// An object: keys and their values in turn.
template<class... T>
[[nodiscard]] Var object(const T &...keysAndValues)
{
    return makeObjectOf({Var(keysAndValues).value()...});
}
/// `format` with each {} replaced by the text of the next value; {{ and }} are braces.
[[nodiscard]] QString textOf(const char *format, const ValueList &values);
template<class... T>
[[nodiscard]] QString text(const char *format, const T &...values)
{
    return textOf(format, {Var(values).value()...});
}
/// Prints a line.
void printLine(const QString &text);
template<class... T>
void print(const char *format, const T &...values)
{
    printLine(text(format, values...));
}

/// A number as a time, or as a count from 0; TypeError if it is none.
[[nodiscard]] Seconds secondsOf(const Var &value);
[[nodiscard]] std::optional<Seconds> maybeSecondsOf(const Var &value); ///< null: nothing
[[nodiscard]] qint64 wholeOf(const Var &value);
[[nodiscard]] qint64 countOf(const Var &value);

// Waiting.

[[nodiscard]] inline Sleep sleep(const Var &delay)
{
    return loopscope::sleep(secondsOf(delay));
}
/// asyncio.sleep with a result.
[[nodiscard]] QCoro::Task<Var> sleep(Seconds delay, Var result);
/// asyncio.to_thread of a function that takes so long; on the virtual clock nothing runs.
[[nodiscard]] QCoro::Task<Var> sleepInThread(Seconds length, Var result = {});
[[nodiscard]] QCoro::Task<Var> spinInThread(Seconds length, Var result = {});
/// The JSON at an address, on the real clock.
[[nodiscard]] QCoro::Task<Var> fetch(QString url);
/// time.sleep: the loop stands still.
void block(Seconds length);
[[nodiscard]] Var currentTask(); ///< null in a callback

// Making things. A text calls each by its name.

[[nodiscard]] Var newFuture(const char *name);
[[nodiscard]] Var newLock(const char *name);
[[nodiscard]] Var newSemaphore(const char *name, const Var &value = 1);
[[nodiscard]] Var newEvent(const char *name);
[[nodiscard]] Var newCondition(const char *name);
[[nodiscard]] Var newQueue(const char *name, const Var &maxSize = 0);

/// A lock that is held: released where the scope is left.
class Held
{
public:
    explicit Held(Var lock) : m_lock(std::move(lock)) {}
    ~Held() { m_lock.release(); }
    Held(const Held &) = delete;
    Held &operator=(const Held &) = delete;

private:
    const Var m_lock;
};

/// A variable that callbacks share with the coroutine.
template<class T>
[[nodiscard]] std::shared_ptr<T> newShared(T value = {})
{
    return std::make_shared<T>(std::move(value));
}

// Errors. C++ cannot await in a catch block: what was caught is kept, and looked at behind it.

[[nodiscard]] Var errorOf(const std::exception_ptr &error);
[[nodiscard]] inline Var currentError() ///< in a catch block
{
    return errorOf(std::current_exception());
}
template<class Error>
[[nodiscard]] bool is(const std::exception_ptr &error)
{
    try {
        if (error)
            std::rethrow_exception(error);
    } catch (const Error &) {
        return true;
    } catch (...) {
        return false;
    }
    return false;
}
[[noreturn]] void raise(const Var &error);
/// Leaves the block that `limit` limits, with the error that left it, or TimeoutError in its place.
void leave(Timeout &limit, const std::exception_ptr &failure);

} // namespace loopscope::script
