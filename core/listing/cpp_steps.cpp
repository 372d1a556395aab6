// SPDX-License-Identifier: MIT
#include "core/listing/cpp_steps.h"

#include "core/listing/cpp_text.h"

namespace loopscope {

namespace {

QString quoted(const char *text)
{
    return QString::fromUtf8(text);
}

/// Writes the statements of steps that wait, make or ask, one at a time.
class Statement
{
public:
    Statement(const CppExpressions &expressions, const Step &step) : m_expressions(expressions), m_step(step)
    {
    }

    std::optional<CppStatement> waiting() const;
    std::optional<CppStatement> ofFutures() const;
    std::optional<CppStatement> ofThings() const;
    std::optional<CppStatement> plain() const;

private:
    static CppStatement only(const QString &text) { return {text + u';', {}, {}, false}; }
    static CppStatement call(const QString &head, const QStringList &arguments)
    {
        return {head, arguments, quoted(";"), true};
    }
    [[nodiscard]] QString result() const { return m_expressions.variables().assigned(m_step.as, m_step); }
    [[nodiscard]] QString assigned() const
    {
        return m_expressions.variables().assigned(m_step.path.variable, m_step);
    }
    [[nodiscard]] QString awaiting(const char *function) const
    {
        return result() + quoted("co_await ") + quoted(function);
    }
    [[nodiscard]] QString value() const { return m_expressions.value(m_step.value); }
    [[nodiscard]] CppStatement make(const char *maker) const;
    [[nodiscard]] CppStatement ask(const char *method) const;
    [[nodiscard]] CppStatement awaited(const char *method) const
    {
        return only(awaiting("") + m_expressions.target(m_step.path) + quoted(method));
    }
    [[nodiscard]] CppStatement give(const char *method) const
    {
        return call(m_expressions.target(m_step.path) + quoted(method), {value()});
    }
    [[nodiscard]] CppStatement sleep() const;
    [[nodiscard]] CppStatement gather() const;
    [[nodiscard]] CppStatement wait() const;
    [[nodiscard]] CppStatement cancel() const;
    [[nodiscard]] CppStatement executor() const;
    [[nodiscard]] CppStatement raise() const;

    const CppExpressions &m_expressions;
    const Step &m_step;
};

CppStatement Statement::make(const char *maker) const
{
    QStringList arguments{cppString(m_step.path.name)};
    if (m_step.value)
        arguments += value();
    return call(assigned() + quoted(maker), arguments);
}

CppStatement Statement::ask(const char *method) const
{
    const QString result = this->result();
    // What nobody reads is asked for all the same: it may be an error to ask.
    return only((result.isEmpty() && m_step.as ? quoted("(void)") : result) +
                m_expressions.target(m_step.path) + quoted(method));
}

CppStatement Statement::sleep() const
{
    if (!m_step.value && result().isEmpty())
        return call(quoted("co_await sleep"), {m_expressions.delay(m_step.subject)});
    return call(awaiting("sleep"), {m_expressions.seconds(m_step.subject), value()});
}

CppStatement Statement::gather() const
{
    QStringList arguments = m_expressions.items(m_step.items);
    if (m_step.errors == Errors::Return)
        arguments.prepend(quoted("ReturnExceptions::Yes"));
    return call(awaiting("gather"), arguments);
}

CppStatement Statement::wait() const
{
    QStringList arguments = m_expressions.items(m_step.items);
    const bool isPlain = m_step.until == WaitUntil::AllCompleted;
    QStringList options;
    if (m_step.timeout || !isPlain)
        options += m_expressions.maybeSeconds(m_step.timeout);
    if (!isPlain)
        options += quoted(m_step.until == WaitUntil::FirstCompleted ? "ReturnWhen::FirstCompleted"
                                                                    : "ReturnWhen::FirstException");
    if (!options.isEmpty())
        arguments.prepend(quoted("WaitOptions{%1}").arg(options.join(quoted(", "))));
    return call(awaiting("wait"), arguments);
}

CppStatement Statement::cancel() const
{
    const bool isOne = onlyAmong(m_expressions.kinds(m_step.path), Kind::Task | Kind::Future | Kind::Null);
    const QString method = m_expressions.target(m_step.path) + quoted(isOne ? "cancel" : "cancelAll");
    return call(result() + method,
                m_step.text ? QStringList{m_expressions.text(m_step.text)} : QStringList());
}

CppStatement Statement::executor() const
{
    QStringList arguments{m_expressions.seconds(m_step.subject)};
    if (m_step.value)
        arguments += value();
    return call(awaiting(m_step.job == JobKind::Spin ? "spinInThread" : "sleepInThread"), arguments);
}

CppStatement Statement::raise() const
{
    if (m_step.subject)
        return call(quoted("raise"), {m_expressions.value(m_step.subject)});
    return only(quoted("throw ") + m_expressions.error(m_step));
}

std::optional<CppStatement> Statement::waiting() const
{
    const auto item = [&] { return m_expressions.item(m_step.items.front()); };
    // clang-format off
    switch (m_step.verb) {
    case Verb::Sleep: return sleep();
    case Verb::Await: return only(awaiting("") + item());
    case Verb::Gather: return gather();
    case Verb::Wait: return wait();
    case Verb::WaitFor: return call(awaiting("waitFor"), {item(), m_expressions.maybeSeconds(m_step.timeout)});
    case Verb::Shield: return call(awaiting("shield"), {item()});
    case Verb::Executor: return executor();
    case Verb::Fetch: return call(awaiting("fetch"), {m_expressions.text(m_step.subject)});
    default: return {};
    }
    // clang-format on
}

std::optional<CppStatement> Statement::ofFutures() const
{
    // clang-format off
    switch (m_step.verb) {
    case Verb::Cancel: return cancel();
    case Verb::Uncancel: return ask("uncancel()");
    case Verb::Cancelling: return ask("cancelling()");
    case Verb::Future: return make("newFuture");
    case Verb::SetResult: return give("setResult");
    case Verb::SetException:
        return call(m_expressions.target(m_step.path) + quoted("setException"), {m_expressions.error(m_step)});
    case Verb::Done: return ask("done()");
    case Verb::Cancelled: return ask("cancelled()");
    case Verb::Result: return ask("result()");
    case Verb::Exception: return ask("exception()");
    default: return {};
    }
    // clang-format on
}

std::optional<CppStatement> Statement::ofThings() const
{
    // clang-format off
    switch (m_step.verb) {
    case Verb::Lock: return make("newLock");
    case Verb::Semaphore: return make("newSemaphore");
    case Verb::Event: return make("newEvent");
    case Verb::Condition: return make("newCondition");
    case Verb::Queue: return make("newQueue");
    case Verb::Acquire: return awaited("acquire()");
    case Verb::Release: return ask("release()");
    case Verb::Locked: return ask("locked()");
    case Verb::EventSet: return ask("set()");
    case Verb::EventClear: return ask("clear()");
    case Verb::EventWait:
    case Verb::ConditionWait: return awaited("wait()");
    case Verb::Notify:
        return call(m_expressions.target(m_step.path) + quoted("notify"),
                    m_step.value ? QStringList{quoted("countOf(%1)").arg(value())} : QStringList());
    case Verb::NotifyAll: return ask("notifyAll()");
    case Verb::Put: return call(quoted("co_await ") + m_expressions.target(m_step.path) + quoted("put"), {value()});
    case Verb::Get: return awaited("get()");
    case Verb::PutNowait: return give("putNow");
    case Verb::GetNowait: return ask("getNow()");
    case Verb::TaskDone: return ask("taskDone()");
    case Verb::QueueJoin: return awaited("join()");
    case Verb::Qsize: return ask("size()");
    default: return {};
    }
    // clang-format on
}

std::optional<CppStatement> Statement::plain() const
{
    // clang-format off
    switch (m_step.verb) {
    case Verb::Print: return call(quoted("print"), m_expressions.printed(m_step.subject));
    case Verb::Set: return only(assigned() + value());
    case Verb::Add: return only(m_expressions.path(m_step.path) + quoted(" += ") + value());
    case Verb::Block: return call(quoted("block"), {m_expressions.seconds(m_step.subject)});
    case Verb::Raise: return raise();
    default: return {};
    }
    // clang-format on
}

} // namespace

std::optional<CppStatement> cppStatement(const CppExpressions &expressions, const Step &step)
{
    const Statement statement(expressions, step);
    for (const auto kind :
         {&Statement::plain, &Statement::waiting, &Statement::ofFutures, &Statement::ofThings}) {
        if (auto found = (statement.*kind)())
            return found;
    }
    return {};
}

} // namespace loopscope
