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
constexpr auto built = Support::Built;
constexpr auto planned = Support::Planned;

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
    {Verb::Print, "print", ArgKind::Text, anywhere, built},
    {Verb::Set, "set", ArgKind::Variable, anywhere, built, {valueNeeded}},
    {Verb::Add, "add", ArgKind::Variable, anywhere, built, {addend}},
    {Verb::Sleep, "sleep", ArgKind::Seconds, taskOnly, built, {value, as}},
    {Verb::Block, "block", ArgKind::Seconds, anywhere, built},
    {Verb::Await, "await", ArgKind::Item, taskOnly, built, {as}},
    {Verb::Task, "task", ArgKind::Call, anywhere, built, {as, into, taskName}},
    {Verb::Gather, "gather", ArgKind::Items, taskOnly, built, {keepErrors, as}},
    {Verb::Wait, "wait", ArgKind::Items, taskOnly, built, {timeout, returnWhen, as}},
    {Verb::WaitFor, "wait_for", ArgKind::Item, taskOnly, planned, {timeoutNeeded, as}},
    {Verb::AsCompleted, "as_completed", ArgKind::Items, taskOnly, planned, {timeout, keepErrors, each, doSteps}},
    {Verb::Shield, "shield", ArgKind::Item, taskOnly, planned, {as}},
    {Verb::WithTimeout, "with_timeout", ArgKind::MaybeSeconds, taskOnly, planned, {doSteps}},
    {Verb::Reschedule, "reschedule", ArgKind::MaybeSeconds, taskOnly, planned},
    {Verb::Group, "group", ArgKind::Steps, taskOnly, planned},
    {Verb::Spawn, "spawn", ArgKind::Call, taskOnly, planned, {as, into, taskName}},
    {Verb::Cancel, "cancel", ArgKind::Name, anywhere, built, {message, as}},
    {Verb::Uncancel, "uncancel", ArgKind::Name, anywhere, built, {as}},
    {Verb::Cancelling, "cancelling", ArgKind::Name, anywhere, built, {asNeeded}},
    {Verb::Future, "future", ArgKind::Variable, anywhere, built},
    {Verb::SetResult, "set_result", ArgKind::Name, anywhere, built, {value}},
    {Verb::SetException, "set_exception", ArgKind::Name, anywhere, built, {error, message}},
    {Verb::DoneCallback, "done_callback", ArgKind::Name, anywhere, built, {doCallback}},
    {Verb::CallSoon, "call_soon", ArgKind::CallbackSteps, anywhere, built},
    {Verb::CallLater, "call_later", ArgKind::Seconds, anywhere, built, {doCallback}},
    {Verb::Done, "done", ArgKind::Name, anywhere, built, {asNeeded}},
    {Verb::Cancelled, "cancelled", ArgKind::Name, anywhere, built, {asNeeded}},
    {Verb::Result, "result", ArgKind::Name, anywhere, built, {as}},
    {Verb::Exception, "exception", ArgKind::Name, anywhere, built, {as}},
    {Verb::Executor, "executor", ArgKind::Job, taskOnly, built, {as}},
    {Verb::Fetch, "fetch", ArgKind::Text, taskOnly, built, {as}},
    {Verb::Raise, "raise", ArgKind::Raised, anywhere, built, {message}},
    {Verb::Return, "return", ArgKind::Value, taskOnly, built},
    {Verb::Try, "try", ArgKind::Steps, anywhere, built, {clauses, otherwise, finally}},
    {Verb::Repeat, "repeat", ArgKind::Count, anywhere, built, {from, as, doSteps}},
    {Verb::Lock, "lock", ArgKind::Variable, anywhere, planned},
    {Verb::Semaphore, "semaphore", ArgKind::Variable, anywhere, planned, {tokens}},
    {Verb::Event, "event", ArgKind::Variable, anywhere, planned},
    {Verb::Condition, "condition", ArgKind::Variable, anywhere, planned},
    {Verb::Queue, "queue", ArgKind::Variable, anywhere, planned, {maxsize}},
    {Verb::With, "with", ArgKind::Name, taskOnly, planned, {doSteps}},
    {Verb::Acquire, "acquire", ArgKind::Name, taskOnly, planned},
    {Verb::Release, "release", ArgKind::Name, anywhere, planned},
    {Verb::Locked, "locked", ArgKind::Name, anywhere, planned, {asNeeded}},
    {Verb::EventSet, "event_set", ArgKind::Name, anywhere, planned},
    {Verb::EventClear, "event_clear", ArgKind::Name, anywhere, planned},
    {Verb::EventWait, "event_wait", ArgKind::Name, taskOnly, planned},
    {Verb::ConditionWait, "condition_wait", ArgKind::Name, taskOnly, planned},
    {Verb::Notify, "notify", ArgKind::Name, anywhere, planned, {howMany}},
    {Verb::NotifyAll, "notify_all", ArgKind::Name, anywhere, planned},
    {Verb::Put, "put", ArgKind::Name, taskOnly, planned, {valueNeeded}},
    {Verb::Get, "get", ArgKind::Name, taskOnly, planned, {as}},
    {Verb::PutNowait, "put_nowait", ArgKind::Name, anywhere, planned, {valueNeeded}},
    {Verb::GetNowait, "get_nowait", ArgKind::Name, anywhere, planned, {as}},
    {Verb::TaskDone, "task_done", ArgKind::Name, anywhere, planned},
    {Verb::QueueJoin, "queue_join", ArgKind::Name, taskOnly, planned},
    {Verb::Qsize, "qsize", ArgKind::Name, anywhere, planned, {asNeeded}},
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
    case Verb::Future:
        return true;
    default:
        return false;
    }
}

} // namespace loopscope
