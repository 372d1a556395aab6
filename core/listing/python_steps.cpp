// SPDX-License-Identifier: MIT
#include "core/listing/python_steps.h"

#include "core/listing/python_text.h"

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
    Statement(PythonExpressions &expressions, const Step &step) : m_expressions(expressions), m_step(step) {}

    std::optional<PythonStatement> waiting();
    std::optional<PythonStatement> ofFutures();
    std::optional<PythonStatement> ofThings();
    std::optional<PythonStatement> plain();

private:
    static PythonStatement only(const QString &text) { return {text, {}, {}, false}; }
    static PythonStatement call(const QString &head, const QStringList &arguments, const QString &tail = {})
    {
        return {head, arguments, tail, true};
    }
    /// `variable = `, if the step names one.
    [[nodiscard]] QString result() const
    {
        return m_step.as ? m_expressions.name(m_step.as) + quoted(" = ") : QString();
    }
    [[nodiscard]] QString assigned() const
    {
        return m_expressions.name(m_step.path.variable) + quoted(" = ");
    }
    [[nodiscard]] QString target() { return m_expressions.path(m_step.path); }
    [[nodiscard]] QString seconds() { return m_expressions.value(m_step.subject); }
    [[nodiscard]] QStringList options();
    [[nodiscard]] PythonStatement wait();
    [[nodiscard]] PythonStatement cancel();
    [[nodiscard]] PythonStatement executor();
    [[nodiscard]] PythonStatement make(const char *maker);
    [[nodiscard]] PythonStatement ask(const char *method)
    {
        return only(result() + target() + quoted(method));
    }
    [[nodiscard]] PythonStatement awaited(const char *method)
    {
        return only(result() + quoted("await ") + target() + quoted(method));
    }

    PythonExpressions &m_expressions;
    const Step &m_step;
};

QStringList Statement::options()
{
    QStringList options;
    if (m_step.timeout)
        options += quoted("timeout=") + m_expressions.value(m_step.timeout);
    if (m_step.until == WaitUntil::FirstCompleted)
        options += quoted("return_when=asyncio.FIRST_COMPLETED");
    if (m_step.until == WaitUntil::FirstException)
        options += quoted("return_when=asyncio.FIRST_EXCEPTION");
    return options;
}

PythonStatement Statement::wait()
{
    const QString list = m_expressions.list(m_step.items, AsTasks::Yes);
    const bool isRead = m_step.as && (m_step.as.scope == Scope::Shared ||
                                      m_expressions.uses().isRead(m_expressions.uses().nameOf(m_step.as)));
    if (isRead)
        m_expressions.need(PythonHelper::WaitInOrder);
    const char *const function = isRead ? "await wait_in_order" : "await asyncio.wait";
    return call(result() + quoted(function), QStringList{list} + options());
}

PythonStatement Statement::cancel()
{
    const QString message = m_step.text ? m_expressions.text(m_step.text) : QString();
    const Kinds kinds = m_expressions.kinds(m_step.path);
    if (onlyAmong(kinds, Kind::Task | Kind::Future | Kind::Null))
        return only(result() + target() + quoted(".cancel(") + message + u')');
    const bool isList = onlyAmong(kinds, Kind::Futures | Kind::List);
    if (!isList)
        m_expressions.need(PythonHelper::Each);
    const QString all = isList ? target() : quoted("each(") + target() + u')';
    const QString each = m_expressions.script().names.of(quoted("future"));
    return only(result() + quoted("[future.cancel(%1) for future in %2]").arg(message, all));
}

PythonStatement Statement::executor()
{
    const bool spins = m_step.job == JobKind::Spin;
    const bool hasValue = bool(m_step.value);
    m_expressions.need(spins ? PythonHelper::Spin : hasValue ? PythonHelper::SleepThen : PythonHelper::Time);
    QStringList arguments{quoted(spins ? "spin" : hasValue ? "sleep_then" : "time.sleep"), seconds()};
    if (hasValue)
        arguments += m_expressions.value(m_step.value);
    return call(result() + quoted("await asyncio.to_thread"), arguments);
}

PythonStatement Statement::make(const char *maker)
{
    QString made =
        quoted(maker) + u'(' + (m_step.value ? m_expressions.value(m_step.value) : QString()) + u')';
    if (m_expressions.script().namesThings) {
        m_expressions.need(PythonHelper::Named);
        made = quoted("named(") + pythonString(m_step.path.name) + quoted(", ") + made + u')';
    }
    return only(assigned() + made);
}

std::optional<PythonStatement> Statement::waiting()
{
    const auto item = [&] { return m_expressions.item(m_step.items.front()); };
    // clang-format off
    switch (m_step.verb) {
    case Verb::Sleep: {
        QStringList arguments{seconds()};
        if (m_step.value)
            arguments += m_expressions.value(m_step.value);
        return call(result() + quoted("await asyncio.sleep"), arguments);
    }
    // clang-format on
    case Verb::Await: return only(result() + quoted("await ") + item());
    case Verb::Gather: {
        QStringList arguments = m_expressions.items(m_step.items, AsTasks::No);
        if (m_step.errors == Errors::Return)
            arguments += quoted("return_exceptions=True");
        return call(result() + quoted("await asyncio.gather"), arguments);
    }
    case Verb::Wait: return wait();
    case Verb::WaitFor:
        return call(result() + quoted("await asyncio.wait_for"), QStringList{item()} + options());
    case Verb::Shield: return call(result() + quoted("await asyncio.shield"), {item()});
    case Verb::Executor: return executor();
    case Verb::Fetch:
        m_expressions.need(PythonHelper::Fetch);
        return call(result() + quoted("await fetch"), {m_expressions.text(m_step.subject)});
    default: return {};
    }
}

std::optional<PythonStatement> Statement::ofFutures()
{
    // clang-format off
    switch (m_step.verb) {
    case Verb::Cancel: return cancel();
    case Verb::Uncancel: return ask(".uncancel()");
    case Verb::Cancelling: return ask(".cancelling()");
    case Verb::Future: return make("asyncio.get_running_loop().create_future");
    case Verb::SetResult: return call(target() + quoted(".set_result"), {m_expressions.value(m_step.value)});
    case Verb::SetException: return call(target() + quoted(".set_exception"), {m_expressions.error(m_step)});
    case Verb::Done: return ask(".done()");
    case Verb::Cancelled: return ask(".cancelled()");
    case Verb::Result: return ask(".result()");
    case Verb::Exception: return ask(".exception()");
    default: return {};
    }
    // clang-format on
}

std::optional<PythonStatement> Statement::ofThings()
{
    // clang-format off
    switch (m_step.verb) {
    case Verb::Lock: return make("asyncio.Lock");
    case Verb::Semaphore: return make("asyncio.Semaphore");
    case Verb::Event: return make("asyncio.Event");
    case Verb::Condition: return make("asyncio.Condition");
    case Verb::Queue: return make("asyncio.Queue");
    case Verb::Acquire: return awaited(".acquire()");
    case Verb::Release: return ask(".release()");
    case Verb::Locked: return ask(".locked()");
    case Verb::EventSet: return ask(".set()");
    case Verb::EventClear: return ask(".clear()");
    case Verb::EventWait:
    case Verb::ConditionWait: return awaited(".wait()");
    case Verb::Notify:
        return call(target() + quoted(".notify"),
                    m_step.value ? QStringList{m_expressions.value(m_step.value)} : QStringList());
    case Verb::NotifyAll: return ask(".notify_all()");
    case Verb::Put: return call(quoted("await ") + target() + quoted(".put"), {m_expressions.value(m_step.value)});
    case Verb::Get: return awaited(".get()");
    case Verb::PutNowait: return call(target() + quoted(".put_nowait"), {m_expressions.value(m_step.value)});
    case Verb::GetNowait: return ask(".get_nowait()");
    case Verb::TaskDone: return ask(".task_done()");
    case Verb::QueueJoin: return awaited(".join()");
    case Verb::Qsize: return ask(".qsize()");
    default: return {};
    }
    // clang-format on
}

std::optional<PythonStatement> Statement::plain()
{
    // clang-format off
    switch (m_step.verb) {
    case Verb::Print: return call(quoted("print"), {m_expressions.printed(m_step.subject)});
    case Verb::Set: return only(assigned() + m_expressions.value(m_step.value));
    case Verb::Add: return only(m_expressions.path(m_step.path) + quoted(" += ") + m_expressions.value(m_step.value));
    case Verb::Block: m_expressions.need(PythonHelper::Time); return call(quoted("time.sleep"), {seconds()});
    case Verb::Raise:
        if (m_step.subject)
            return only(quoted("raise ") + m_expressions.value(m_step.subject));
        return only(quoted("raise ") + m_expressions.error(m_step));
    case Verb::Return: return only(quoted("return ") + m_expressions.value(m_step.subject));
    default: return {};
    }
    // clang-format on
}

} // namespace

std::optional<PythonStatement> pythonStatement(PythonExpressions &expressions, const Step &step)
{
    Statement statement(expressions, step);
    for (const auto kind :
         {&Statement::plain, &Statement::waiting, &Statement::ofFutures, &Statement::ofThings}) {
        if (auto found = (statement.*kind)())
            return found;
    }
    return {};
}

} // namespace loopscope
