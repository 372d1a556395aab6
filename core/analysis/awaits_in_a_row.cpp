// SPDX-License-Identifier: MIT
#include "core/analysis/awaits_in_a_row.h"

#include "core/trace/payload_view.h"
#include "core/trace/safe_time.h"

#include <algorithm>

namespace loopscope {

namespace {

struct Wait
{
    EventId begin; ///< Suspended
    TimeSpan span;
};

/// A task's waits for one verb, with nothing between them that would have to stay between.
struct Row
{
    TaskId task;
    EventId first; ///< whoever was made before it is a stranger
    QString verb;
    std::vector<Wait> waits = {};
    bool isWaiting = false;
};

/// A wait shorter than this only gives way to others, as sleep(0) does.
constexpr Nanos yield = std::chrono::milliseconds(1);

/// What a task did in the step that runs now, beside waiting at its end.
struct Deeds
{
    int tasksMade = 0;
    bool madeJob = false, madeRequest = false;
    bool touchedOthers = false;
    QString url; ///< of the request
};

/// Reads a run's events once. Rows are a stack: a task that was made inside a wait may have a row of its own,
/// until the one who waits for it goes on. A step of anybody else ends every row that it is a stranger to.
class RowScan
{
public:
    RowScan(const Store &store, const HazardLimits &limits) : m_store(store), m_limits(limits) {}

    void see(const Event &event);
    std::vector<Hazard> take()
    {
        while (!m_rows.empty())
            pop();
        std::ranges::sort(m_found, {}, &Hazard::at);
        return std::move(m_found);
    }

private:
    void resumed(const Event &event);
    void suspended(const Event &event);
    void pop();
    [[nodiscard]] QString verbOf(const Event &suspended) const;
    [[nodiscard]] bool continues(const Row &row, const QString &verb) const;
    [[nodiscard]] bool needsAnswer() const;
    [[nodiscard]] bool isClock(const Row &row) const;

    const Store &m_store;
    const HazardLimits &m_limits;
    std::vector<Row> m_rows;
    std::vector<Hazard> m_found;
    TaskId m_running;
    EventId m_stepBegin;
    Deeds m_deeds;
    QByteArray m_answer; ///< of the request that was done last
};

void RowScan::see(const Event &event)
{
    switch (event.kind) {
    case EventKind::Resumed: return resumed(event);
    case EventKind::Suspended: return suspended(event);
    case EventKind::Done:
        if (!m_rows.empty() && m_rows.back().task == event.task)
            pop();
        m_running = {};
        return;
    case EventKind::Created: ++m_deeds.tasksMade; return;
    case EventKind::ExecutorBegin: m_deeds.madeJob = true; return;
    case EventKind::RequestQueued:
        m_deeds.madeRequest = true;
        m_deeds.url = PayloadView(m_store.payload(event.id)).text("url");
        return;
    case EventKind::RequestDone: m_answer = m_store.payload(event.id); return;
    case EventKind::CancelRequested: // a wait that is cut short says nothing
    case EventKind::CallbackBegin:   // a stranger to every row
    case EventKind::EventsLost:      // and who knows what is missing here
        while (!m_rows.empty())
            pop();
        return;
    case EventKind::Ready: {
        // Whoever was made in this step is ready because of that; anybody else was woken.
        const TaskInfo *task = m_store.task(event.task);
        const bool isNew = task && m_store.contains(event.cause) && task->created == event.cause;
        m_deeds.touchedOthers |= m_running && event.task != m_running && !isNew;
        return;
    }
    default: return;
    }
}

void RowScan::resumed(const Event &event)
{
    const TaskInfo *task = m_store.task(event.task);
    const EventId created = task ? task->created : EventId{};
    while (!m_rows.empty() && m_rows.back().task != event.task && created < m_rows.back().first)
        pop();
    if (!m_rows.empty() && m_rows.back().task == event.task && m_rows.back().isWaiting) {
        Wait &wait = m_rows.back().waits.back();
        wait.span.end = std::max(wait.span.begin, event.at);
        m_rows.back().isWaiting = false;
        if (wait.span.length() < yield)
            m_rows.back().waits.pop_back();
    }
    m_running = event.task;
    m_stepBegin = event.id;
    m_deeds = {};
}

void RowScan::suspended(const Event &event)
{
    const QString verb = verbOf(event);
    if (!m_rows.empty() && m_rows.back().task == event.task && !continues(m_rows.back(), verb))
        pop();
    if (!verb.isEmpty()) {
        if (m_rows.empty() || m_rows.back().task != event.task)
            m_rows.push_back({event.task, verb == QLatin1String("await") ? m_stepBegin : event.id, verb});
        m_rows.back().waits.push_back({event.id, {event.at, event.at}});
        m_rows.back().isWaiting = true;
    }
    m_running = {};
}

/// The verb of a wait that could stand in a row; empty for any other.
QString RowScan::verbOf(const Event &suspended) const
{
    const QString verb = PayloadView(m_store.payload(suspended.id)).text("on");
    const auto is = [&](const char *word) { return verb == QLatin1String(word); };
    const bool fits = (is("await") && m_deeds.tasksMade == 1) || (is("executor") && m_deeds.madeJob) ||
                      (is("fetch") && m_deeds.madeRequest) || is("sleep");
    return fits ? verb : QString();
}

bool RowScan::continues(const Row &row, const QString &verb) const
{
    if (verb != row.verb || m_deeds.touchedOthers)
        return false;
    const bool madeElse = (m_deeds.tasksMade > 0 && verb != QLatin1String("await")) ||
                          (m_deeds.madeJob && verb != QLatin1String("executor")) ||
                          (m_deeds.madeRequest && verb != QLatin1String("fetch"));
    return !madeElse && !needsAnswer();
}

/// Whether the address of the new request stands in the answer to the one before.
bool RowScan::needsAnswer() const
{
    if (m_deeds.url.isEmpty())
        return false;
    const PayloadView answer(m_answer);
    return answer.raw("body").contains(m_deeds.url.toUtf8());
}

/// A row of sleeps of one length.
bool RowScan::isClock(const Row &row) const
{
    if (row.verb != QLatin1String("sleep"))
        return false;
    const auto length = [](const Wait &wait) { return wait.span.length(); };
    const auto [shortest, longest] = std::ranges::minmax(row.waits, {}, length);
    const double spread = double((length(longest) - length(shortest)).count());
    return spread <= m_limits.sameLength * double(length(longest).count());
}

void RowScan::pop()
{
    Row row = std::move(m_rows.back());
    m_rows.pop_back();
    if (row.isWaiting)
        row.waits.pop_back(); // it has not ended
    if (row.waits.size() < 2 || isClock(row))
        return;
    Nanos sum{0}, longest{0};
    for (const Wait &wait : row.waits) {
        sum = safeSum(sum, wait.span.length());
        longest = std::max(longest, wait.span.length());
    }
    if (sum - longest < m_limits.saving)
        return;
    Hazard &hazard = m_found.emplace_back();
    hazard.kind = HazardKind::AwaitsInARow;
    hazard.run = m_store.event(row.first).run;
    hazard.task = row.task;
    if (const TaskInfo *task = m_store.task(row.task))
        hazard.name = task->name;
    hazard.at = row.waits.front().span.begin;
    hazard.length = sum - longest;
    hazard.text = row.verb;
    for (const Wait &wait : row.waits) {
        if (qsizetype(hazard.events.size()) < m_limits.mostListed)
            hazard.events.push_back(wait.begin);
    }
}

} // namespace

std::vector<Hazard> awaitsInARow(const Store &store, const RunInfo &run, const HazardLimits &limits)
{
    RowScan scan(store, limits);
    for (const Event &event : store.events(run))
        scan.see(event);
    return scan.take();
}

} // namespace loopscope
