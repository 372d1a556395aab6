// SPDX-License-Identifier: MIT
#include "core/trace/state_list.h"

#include <QRandomGenerator>
#include <QTest>

using namespace loopscope;

namespace {

/// The same states in a plain vector, and every question answered by a look at each of them.
struct Plain
{
    std::vector<StateSpan> states;
    StateList list;
    quint32 event = 0;

    void say(TaskState state, TracePoint at, quint32 eventsLater = 1)
    {
        event += eventsLater;
        if (!states.empty())
            at = *(states.back().end = std::max(at, states.back().begin));
        states.push_back({state, at, {}, {event}});
        list.append(state, at, {event});
    }
    void finish(TracePoint at)
    {
        states.back().end = std::max(at, states.back().begin);
        list.finish(at);
    }
    StateTimes timesIn(TimeSpan span, TracePoint openEnd) const
    {
        StateTimes times;
        for (const StateSpan &state : states) {
            const TimeSpan whole{state.begin, state.end.value_or(std::max(openEnd, state.begin))};
            times.of(state.state) += whole.clampedTo(span).length();
        }
        return times;
    }
};

bool same(const StateSpan &a, const StateSpan &b)
{
    return a.state == b.state && a.begin == b.begin && a.end == b.end && a.event == b.event;
}

/// Why list and vector differ; empty if they do not.
QString difference(const Plain &plain)
{
    if (plain.list.size() != plain.states.size())
        return QStringLiteral("size %1").arg(plain.list.size());
    for (size_t i = 0; i < plain.states.size(); ++i) {
        if (!same(plain.list[i], plain.states[i]) || plain.list.beginOf(i) != plain.states[i].begin ||
            plain.list.eventOf(i) != plain.states[i].event)
            return QStringLiteral("state %1").arg(i);
    }
    return {};
}

QString wrongAnswer(const Plain &plain, QRandomGenerator &random)
{
    const qint64 last = plain.states.back().begin.ns + 50;
    const auto any = [&] { return TracePoint{random.bounded(qint64(-20), last + 20)}; };
    const TracePoint a = any(), b = any(), openEnd = any();
    const TimeSpan span{std::min(a, b), std::max(a, b)};
    if (plain.list.timesIn(span, openEnd) != plain.timesIn(span, openEnd))
        return QStringLiteral("times in %1..%2").arg(span.begin.ns).arg(span.end.ns);
    const size_t from = random.bounded(quint32(plain.states.size() + 1));
    const auto found = std::partition_point(plain.states.begin() + qsizetype(from), plain.states.end(),
                                            [a](const StateSpan &each) { return each.begin < a; });
    if (plain.list.firstFrom(a, from) != size_t(found - plain.states.begin()))
        return QStringLiteral("first from %1 after %2").arg(a.ns).arg(from);
    const EventId event{random.bounded(plain.event + 2)};
    const auto behind = std::partition_point(plain.states.begin(), plain.states.end(),
                                             [event](const StateSpan &each) { return each.event <= event; });
    const auto at = plain.list.indexAt(event);
    if (at.value_or(size_t(-1)) + 1 != size_t(behind - plain.states.begin()))
        return QStringLiteral("state at event %1").arg(event.value);
    return {};
}

} // namespace

class TestStateList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsAVectorOfStatesAndEveryQuestionHasTheAnswerOfALookAtAll()
    {
        for (quint32 seed = 1; seed <= 40; ++seed) {
            QRandomGenerator random(seed);
            const quint32 longest = seed % 4 == 0 ? 1 : 1u << random.bounded(1, 40) % 31;
            Plain plain;
            TracePoint at{random.bounded(100)};
            for (int batch = 0; batch < 12; ++batch) {
                for (quint32 i = random.bounded(1u, 90u); i > 0; --i) {
                    at += Nanos(random.bounded(longest));
                    plain.say(TaskState(random.bounded(4)), at, random.bounded(1u, 3000u));
                }
                if (batch == 11 && seed % 2 == 0)
                    plain.finish(at + Nanos(random.bounded(40)));
                QCOMPARE(difference(plain), QString());
                for (int i = 0; i < 60; ++i)
                    QCOMPARE(wrongAnswer(plain, random), QString());
            }
        }
    }

    void columnsAskedForFromLeftToRightAddUpToTheWhole()
    {
        QRandomGenerator random(3);
        Plain plain;
        TracePoint at;
        for (int i = 0; i < 5000; ++i)
            plain.say(TaskState(i % 4), at += Nanos(random.bounded(200)));
        std::vector<TracePoint> columns;
        for (TracePoint column{-3000}; column < at + Nanos(3000); column += Nanos(777))
            columns.push_back(column);
        const std::vector<StateTimes> together = plain.list.timesBefore(columns, Nanos(0), at);
        size_t near = 0;
        for (size_t i = 0; i < columns.size(); ++i) {
            const StateTimes times = plain.list.timesBefore(columns[i], at, near);
            QCOMPARE(times, plain.timesIn({{-1}, std::max(columns[i], {-1})}, at));
            QCOMPARE(together.at(i), times);
        }
        std::vector<TracePoint> moved = columns;
        const std::vector<StateTimes> rough = plain.list.timesBefore(moved, Nanos(400), at);
        for (size_t i = 0; i < columns.size(); ++i) {
            QVERIFY(std::abs((moved.at(i) - columns[i]).count()) <= 400);
            QCOMPARE(rough.at(i), plain.timesIn({{-1}, std::max(moved[i], {-1})}, at));
        }
        QVERIFY(moved != columns);
    }

    void statesThatBeginBeforeTheLastBeginWithIt()
    {
        Plain plain;
        plain.say(TaskState::Created, {50});
        plain.say(TaskState::Running, {30});
        plain.say(TaskState::Suspended, {90});
        QCOMPARE(plain.list[1].begin, TracePoint{50});
        QCOMPARE(plain.list[0].end, std::optional(TracePoint{50}));
        QVERIFY(!plain.list.back().end);
    }

    void theWidestNumbersAreKept()
    {
        Plain plain;
        const qint64 far = std::numeric_limits<qint64>::max();
        plain.say(TaskState::Created, {-far});
        plain.say(TaskState::Ready, {0}, 0xffff'0000);
        plain.say(TaskState::Running, {far}, 0xfff0);
        plain.finish({far});
        QCOMPARE(difference(plain), QString());
    }

    void theAlgorithmsOfTheLibraryWorkOnIt()
    {
        Plain plain;
        for (int i = 0; i < 100; ++i)
            plain.say(TaskState(i % 4), {i * 10});
        const auto found = std::partition_point(plain.list.begin(), plain.list.end(),
                                                [](const StateSpan &each) { return each.begin.ns < 335; });
        QCOMPARE(found - plain.list.begin(), 34);
        QCOMPARE(found->begin.ns, 340);
        QCOMPARE(std::ranges::count(plain.list, TaskState::Ready, &StateSpan::state), 25);
    }
};

QTEST_APPLESS_MAIN(TestStateList)
#include "tst_state_list.moc"
