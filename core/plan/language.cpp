// SPDX-License-Identifier: MIT
#include "core/plan/language.h"

#include <QHash>
#include <QLatin1String>

#include <array>

namespace loopscope {

namespace {

constexpr auto optional = OptionSpec::Optional;
constexpr auto required = OptionSpec::Required;
constexpr auto anywhere = VerbSpec::Anywhere;
constexpr auto taskOnly = VerbSpec::TaskOnly;

constexpr OptionSpec as{"as", ArgKind::Variable, optional};
constexpr OptionSpec asNeeded{"as", ArgKind::Variable, required};
constexpr OptionSpec into{"into", ArgKind::Variable, optional};
constexpr OptionSpec taskName{"name", ArgKind::Text, optional};
constexpr OptionSpec message{"message", ArgKind::Text, optional};
constexpr OptionSpec value{"value", ArgKind::Value, optional};
constexpr OptionSpec valueNeeded{"value", ArgKind::Value, required};
constexpr OptionSpec timeout{"timeout", ArgKind::MaybeSeconds, optional};
constexpr OptionSpec keepErrors{"return_exceptions", ArgKind::Bool, optional};
constexpr OptionSpec timeoutNeeded{"timeout", ArgKind::MaybeSeconds, required};
constexpr OptionSpec returnWhen{"return_when", ArgKind::When, optional};
constexpr OptionSpec each{"each", ArgKind::Variable, required};
constexpr OptionSpec addend{"value", ArgKind::Number, required};
constexpr OptionSpec tokens{"value", ArgKind::Number, optional};
constexpr OptionSpec maxsize{"maxsize", ArgKind::Number, optional};
constexpr OptionSpec howMany{"n", ArgKind::Number, optional};
constexpr OptionSpec from{"from", ArgKind::Number, optional};
constexpr OptionSpec error{"error", ArgKind::Error, required};
constexpr OptionSpec clauses{"except", ArgKind::Clauses, optional};
constexpr OptionSpec otherwise{"else", ArgKind::Steps, optional};
constexpr OptionSpec finally{"finally", ArgKind::Steps, optional};
constexpr OptionSpec doSteps{"do", ArgKind::Steps, required};
constexpr OptionSpec doCallback{"do", ArgKind::CallbackSteps, required};

// clang-format off
constexpr std::array<VerbSpec, verbCount> table{{
    {Verb::Print, "print", ArgKind::Text, anywhere},
    {Verb::Set, "set", ArgKind::Variable, anywhere, {valueNeeded}},
    {Verb::Add, "add", ArgKind::Variable, anywhere, {addend}},
    {Verb::Sleep, "sleep", ArgKind::Seconds, taskOnly, {value, as}},
    {Verb::Block, "block", ArgKind::Seconds, anywhere},
    {Verb::Await, "await", ArgKind::Item, taskOnly, {as}},
    {Verb::Task, "task", ArgKind::Call, anywhere, {as, into, taskName}},
    {Verb::Gather, "gather", ArgKind::Items, taskOnly, {keepErrors, as}},
    {Verb::Wait, "wait", ArgKind::Items, taskOnly, {timeout, returnWhen, as}},
    {Verb::WaitFor, "wait_for", ArgKind::Item, taskOnly, {timeoutNeeded, as}},
    {Verb::AsCompleted, "as_completed", ArgKind::Items, taskOnly, {timeout, keepErrors, each, doSteps}},
    {Verb::Shield, "shield", ArgKind::Item, taskOnly, {as}},
    {Verb::WithTimeout, "with_timeout", ArgKind::MaybeSeconds, taskOnly, {doSteps}},
    {Verb::Reschedule, "reschedule", ArgKind::MaybeSeconds, taskOnly},
    {Verb::Group, "group", ArgKind::Steps, taskOnly},
    {Verb::Spawn, "spawn", ArgKind::Call, taskOnly, {as, into, taskName}},
    {Verb::Cancel, "cancel", ArgKind::Name, anywhere, {message, as}},
    {Verb::Uncancel, "uncancel", ArgKind::Name, anywhere, {as}},
    {Verb::Cancelling, "cancelling", ArgKind::Name, anywhere, {asNeeded}},
    {Verb::Future, "future", ArgKind::Variable, anywhere},
    {Verb::SetResult, "set_result", ArgKind::Name, anywhere, {value}},
    {Verb::SetException, "set_exception", ArgKind::Name, anywhere, {error, message}},
    {Verb::DoneCallback, "done_callback", ArgKind::Name, anywhere, {doCallback}},
    {Verb::CallSoon, "call_soon", ArgKind::CallbackSteps, anywhere},
    {Verb::CallLater, "call_later", ArgKind::Seconds, anywhere, {doCallback}},
    {Verb::Done, "done", ArgKind::Name, anywhere, {asNeeded}},
    {Verb::Cancelled, "cancelled", ArgKind::Name, anywhere, {asNeeded}},
    {Verb::Result, "result", ArgKind::Name, anywhere, {as}},
    {Verb::Exception, "exception", ArgKind::Name, anywhere, {as}},
    {Verb::Executor, "executor", ArgKind::Job, taskOnly, {as}},
    {Verb::Fetch, "fetch", ArgKind::Text, taskOnly, {as}},
    {Verb::Raise, "raise", ArgKind::Raised, anywhere, {message}},
    {Verb::Return, "return", ArgKind::Value, taskOnly},
    {Verb::Try, "try", ArgKind::Steps, anywhere, {clauses, otherwise, finally}},
    {Verb::Repeat, "repeat", ArgKind::Count, anywhere, {from, as, doSteps}},
    {Verb::Lock, "lock", ArgKind::Variable, anywhere},
    {Verb::Semaphore, "semaphore", ArgKind::Variable, anywhere, {tokens}},
    {Verb::Event, "event", ArgKind::Variable, anywhere},
    {Verb::Condition, "condition", ArgKind::Variable, anywhere},
    {Verb::Queue, "queue", ArgKind::Variable, anywhere, {maxsize}},
    {Verb::With, "with", ArgKind::Name, taskOnly, {doSteps}},
    {Verb::Acquire, "acquire", ArgKind::Name, taskOnly},
    {Verb::Release, "release", ArgKind::Name, anywhere},
    {Verb::Locked, "locked", ArgKind::Name, anywhere, {asNeeded}},
    {Verb::EventSet, "event_set", ArgKind::Name, anywhere},
    {Verb::EventClear, "event_clear", ArgKind::Name, anywhere},
    {Verb::EventWait, "event_wait", ArgKind::Name, taskOnly},
    {Verb::ConditionWait, "condition_wait", ArgKind::Name, taskOnly},
    {Verb::Notify, "notify", ArgKind::Name, anywhere, {howMany}},
    {Verb::NotifyAll, "notify_all", ArgKind::Name, anywhere},
    {Verb::Put, "put", ArgKind::Name, taskOnly, {valueNeeded}},
    {Verb::Get, "get", ArgKind::Name, taskOnly, {as}},
    {Verb::PutNowait, "put_nowait", ArgKind::Name, anywhere, {valueNeeded}},
    {Verb::GetNowait, "get_nowait", ArgKind::Name, anywhere, {as}},
    {Verb::TaskDone, "task_done", ArgKind::Name, anywhere},
    {Verb::QueueJoin, "queue_join", ArgKind::Name, taskOnly},
    {Verb::Qsize, "qsize", ArgKind::Name, anywhere, {asNeeded}},
}};
// clang-format on

constexpr bool inOrder()
{
    for (int i = 0; i < verbCount; ++i) {
        if (int(table[size_t(i)].verb) != i)
            return false;
    }
    return true;
}
static_assert(inOrder(), "a row's place in the table is its verb's number");

QHash<QString, Verb> verbsByName()
{
    QHash<QString, Verb> verbs;
    for (const VerbSpec &row : table)
        verbs.insert(QString::fromLatin1(row.name), row.verb);
    return verbs;
}

} // namespace

std::span<const VerbSpec, verbCount> language()
{
    return table;
}

const VerbSpec &verbSpec(Verb verb)
{
    return table[size_t(verb)];
}

std::optional<Verb> findVerb(QStringView name)
{
    static const QHash<QString, Verb> verbs = verbsByName();
    const auto found = verbs.constFind(name.toString());
    return found == verbs.cend() ? std::nullopt : std::optional(*found);
}

const char *verbName(Verb verb)
{
    return verbSpec(verb).name;
}

const OptionSpec *findOption(const VerbSpec &verb, QStringView name)
{
    for (const OptionSpec &option : verb.options) {
        if (option.name && name == QLatin1String(option.name))
            return &option;
    }
    return nullptr;
}

bool makesSharedVariable(Verb verb)
{
    switch (verb) {
    case Verb::Set:
    case Verb::Lock:
    case Verb::Semaphore:
    case Verb::Event:
    case Verb::Condition:
    case Verb::Queue:
    case Verb::Future: return true;
    default: return false;
    }
}

} // namespace loopscope
