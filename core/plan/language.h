// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

#include <optional>
#include <span>

namespace loopscope {

/// Every verb of the plan language, in the order of its page (PLAN.md).
enum class Verb : quint8 {
    Print,
    Set,
    Add,
    Sleep,
    Block,
    Await,
    Task,
    Gather,
    Wait,
    WaitFor,
    AsCompleted,
    Shield,
    WithTimeout,
    Reschedule,
    Group,
    Spawn,
    Cancel,
    Uncancel,
    Cancelling,
    Future,
    SetResult,
    SetException,
    DoneCallback,
    CallSoon,
    CallLater,
    Done,
    Cancelled,
    Result,
    Exception,
    Executor,
    Fetch,
    Raise,
    Return,
    Try,
    Repeat,
    Lock,
    Semaphore,
    Event,
    Condition,
    Queue,
    With,
    Acquire,
    Release,
    Locked,
    EventSet,
    EventClear,
    EventWait,
    ConditionWait,
    Notify,
    NotifyAll,
    Put,
    Get,
    PutNowait,
    GetNowait,
    TaskDone,
    QueueJoin,
    Qsize,
};
inline constexpr int verbCount = int(Verb::Qsize) + 1;

/// What may stand as the value of a verb or of an option.
enum class ArgKind : quint8 {
    Text,         ///< a string with {variables}
    Value,        ///< any JSON, with variables in it
    Variable,     ///< the name of a variable to assign
    Name,         ///< a path to a variable to read
    Number,       ///< a number or {"var"}
    Seconds,      ///< a number >= 0 or {"var"}
    MaybeSeconds, ///< the same, or null
    Count,        ///< a number >= 0 or {"var"}; must turn out whole when it runs
    Bool,
    When,          ///< ALL_COMPLETED, FIRST_COMPLETED or FIRST_EXCEPTION
    Error,         ///< the type of an error a plan may raise
    Raised,        ///< such a type, or {"var"}
    Call,          ///< a coroutine, with arguments if it takes any
    Item,          ///< a call, or a path to a task or future
    Items,         ///< a list of items
    Job,           ///< {"sleep": S} or {"spin": S}, and perhaps a value
    Clauses,       ///< the except clauses of a try
    Steps,         ///< a list of steps
    CallbackSteps, ///< a list of steps that run without a task
};

struct OptionSpec
{
    const char *name = nullptr;
    ArgKind kind = ArgKind::Value;
    enum Need : quint8 { Optional, Required } need = Optional;
};

struct VerbSpec
{
    static constexpr int mostOptions = 5;

    Verb verb;
    const char *name;
    ArgKind kind;
    enum Where : quint8 { Anywhere, TaskOnly } where; ///< TaskOnly: not in a callback, which cannot wait
    OptionSpec options[mostOptions] = {};             ///< up to the first without a name
};

/// The language as a table, one row for each verb, in the order of Verb.
[[nodiscard]] std::span<const VerbSpec, verbCount> language();
[[nodiscard]] const VerbSpec &verbSpec(Verb verb);
[[nodiscard]] std::optional<Verb> findVerb(QStringView name);
/// The verb as it is written, which is also the `on` of a task that waits in it.
[[nodiscard]] const char *verbName(Verb verb);
/// The row's option of that name, or null.
[[nodiscard]] const OptionSpec *findOption(const VerbSpec &verb, QStringView name);
/// Whether the verb may stand in a plan's "shared": those that make a variable and need no task.
[[nodiscard]] bool makesSharedVariable(Verb verb);

} // namespace loopscope
