// SPDX-License-Identifier: MIT
#include "random_recording.h"

#include "core/base/json_text.h"
#include "core/trace/recorder.h"

#include <QRandomGenerator>

#include <deque>

namespace loopscope {

namespace {

/// A little event loop that only pretends: it decides by chance what every step does.
class PretendedLoop
{
public:
    PretendedLoop(quint32 seed, LoopObserver &observer) : m_random(seed), m_observer(observer) {}

    void run(int steps, const std::function<void()> &afterPass)
    {
        m_now = {};
        say(EventKind::RunBegin, 0, 0, {}, JsonObjectText().add("run", u"r").add("main", u"m").text());
        create(0);
        for (int i = 0; i < steps; ++i) {
            pass();
            afterPass();
        }
        say(EventKind::RunEnd, 0, 0, {},
            JsonObjectText().add("outcome", u"result").addRaw("cost", "1.5").text());
    }

private:
    struct Waker
    {
        EventId ready;
        quint32 task;
    };

    EventId say(EventKind kind, quint32 task = 0, quint32 subject = 0, EventId cause = {},
                QByteArray payload = {})
    {
        return m_observer.observe({kind, m_now, TaskId{task}, subject, cause, std::move(payload)});
    }

    bool chance(quint32 oneIn) { return m_random.bounded(oneIn) == 0; }

    void create(quint32 parent)
    {
        const quint32 task = ++m_tasks;
        const QString name = QStringLiteral("Task-%1").arg(task);
        const EventId created = say(EventKind::Created, task, parent, m_step,
                                    JsonObjectText().add("task", name).add("coro", u"c").text());
        wake(task, created);
    }

    void wake(quint32 task, EventId cause)
    {
        m_ready.push_back({say(EventKind::Ready, task, 0, cause), task});
    }

    void pass()
    {
        m_now += Nanos(m_random.bounded(1'000'000));
        if (!m_waiting.empty() && (m_ready.empty() || chance(3))) {
            const size_t index = m_random.bounded(quint32(m_waiting.size()));
            std::swap(m_waiting[index], m_waiting.back());
            const quint32 task = m_waiting.back();
            m_waiting.pop_back();
            wake(task, say(EventKind::TimerFired, 0, ++m_numbers));
        }
        const quint32 number = ++m_numbers;
        say(EventKind::PassBegin, 0, number);
        if (chance(4))
            callback();
        for (size_t handles = m_ready.size(); handles > 0; --handles)
            step();
        say(EventKind::PassEnd, 0, number);
    }

    void callback()
    {
        const quint32 number = ++m_numbers;
        m_step =
            say(EventKind::CallbackBegin, 0, number, {}, JsonObjectText().add("of", u"call_soon").text());
        if (!m_waiting.empty()) {
            wake(m_waiting.back(), m_step);
            m_waiting.pop_back();
        }
        say(EventKind::CallbackEnd, 0, number);
    }

    void step()
    {
        const Waker next = m_ready.front();
        m_ready.pop_front();
        m_step = say(EventKind::Resumed, next.task, 0, next.ready);
        m_now += Nanos(m_random.bounded(50'000));
        if (chance(3))
            say(EventKind::Print, next.task, 0, {}, JsonObjectText().add("text", u"a \"line\"\n你好").text());
        if (chance(3) && m_tasks < 200)
            create(next.task);
        if (chance(8))
            say(EventKind::CancelRequested, next.task, 1 + m_random.bounded(m_tasks));
        if (chance(6))
            job(next.task);
        if (chance(6))
            request(next.task);
        if (next.task > 1 && chance(4)) {
            const EventId done =
                say(EventKind::Done, next.task, 0, {}, R"({"outcome":"result","value":null})");
            for (int woken = 0; woken < 2 && !m_waiting.empty(); ++woken) {
                wake(m_waiting.back(), done);
                m_waiting.pop_back();
            }
            return;
        }
        const double seconds = m_random.bounded(8) / 4.0;
        say(EventKind::Suspended, next.task, 0, {},
            JsonObjectText().add("on", u"sleep").addRaw("seconds", jsonNumber(seconds)).text());
        m_waiting.push_back(next.task);
    }

    void job(quint32 task)
    {
        const quint32 number = ++m_numbers;
        say(EventKind::ExecutorBegin, task, number, {}, JsonObjectText().add("job", u"parse").text());
        if (!chance(5))
            say(EventKind::ExecutorEnd, task, number);
    }

    void request(quint32 task)
    {
        const quint32 number = ++m_numbers;
        say(EventKind::RequestQueued, task, number, {}, R"({"method":"GET","url":"demo:/"})");
        if (chance(2))
            say(EventKind::RequestConnecting, task, number);
        say(EventKind::RequestSent, task, number);
        say(EventKind::RequestHeaders, task, number, {}, R"({"status":200,"headers":{}})");
        const QByteArray body = '[' + QByteArray("1,").repeated(int(m_random.bounded(300))) + "2]";
        if (!chance(5))
            say(EventKind::RequestDone, task, number, {},
                JsonObjectText().add("status", qint64(200)).addRaw("body", body).text());
    }

    QRandomGenerator m_random;
    LoopObserver &m_observer;
    TracePoint m_now;
    std::deque<Waker> m_ready;
    std::vector<quint32> m_waiting;
    EventId m_step;
    quint32 m_tasks = 0;
    quint32 m_numbers = 0;
};

} // namespace

void pretendRuns(LoopObserver &observer, quint32 seed, int steps, const std::function<void()> &afterPass)
{
    for (quint32 run = 0; run < 2; ++run)
        PretendedLoop(seed * 2 + run, observer).run(steps, afterPass ? afterPass : [] {});
}

std::vector<Record> likelyRecording(quint32 seed, int steps)
{
    const auto channel = std::make_shared<Channel>();
    Channel::Reader reader = channel->reader();
    Recorder recorder(channel);
    pretendRuns(recorder, seed, steps);
    std::vector<Record> records;
    reader.drain([&records](const Record &record) { records.push_back(record); });
    return records;
}

std::vector<Record> wildRecording(quint32 seed, int events)
{
    QRandomGenerator random(seed);
    const auto number = [&random] { return random.bounded(20) ? random.bounded(5u) : random.generate(); };
    std::vector<Record> records;
    quint32 texts = 0;
    for (quint32 id = 1; id <= quint32(events); ++id) {
        Record record;
        Event &event = record.event;
        event.id = EventId{id};
        event.cause = EventId{random.bounded(2) ? random.bounded(id) : 0};
        event.at = {random.bounded(10) ? qint64(id) * 1000 : qint64(random.generate64() >> 1)};
        event.task = TaskId{number()};
        event.subject = number();
        event.run = RunId{number()};
        event.kind = EventKind(1 + random.bounded(eventKindCount));
        event.payload = PayloadId{random.bounded(texts + 2)};
        if (event.payload.value > texts) {
            ++texts;
            const QByteArray filler(int(random.bounded(2) ? random.bounded(20) : random.bounded(2000)), 'x');
            record.text = R"({"on":"a","text":")" + filler + R"("})";
        }
        records.push_back(record);
    }
    return records;
}

} // namespace loopscope
