// SPDX-License-Identifier: MIT
#include "core/trace/store.h"

#include <QTest>

#include <set>

using namespace loopscope;

namespace {

/// Events of these runs, in this order; the first of each begins it. Run 0 is unknown.
Store storeOf(const std::vector<quint32> &runs)
{
    Store store;
    std::set<quint32> known{0};
    for (const quint32 run : runs) {
        Event event;
        event.id = EventId{quint32(store.eventCount()) + 1};
        event.run = RunId{run};
        event.at = TracePoint{qint64(event.id.value) * 10};
        event.kind = known.insert(run).second ? EventKind::RunBegin : EventKind::PassBegin;
        event.subject = event.id.value;
        store.append({event, {}});
    }
    return store;
}

std::vector<quint32> idsOf(const Store &store, quint32 run)
{
    std::vector<quint32> ids;
    for (const Event &event : store.events(*store.run(RunId{run})))
        ids.push_back(event.subject);
    return ids;
}

} // namespace

class TestRunEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunHasItsOwnEventsWhoeverSpokeBetweenThem()
    {
        const Store store = storeOf({1, 1, 2, 1, 0, 2, 2, 3, 1});
        QCOMPARE(idsOf(store, 1), (std::vector<quint32>{1, 2, 4, 9}));
        QCOMPARE(idsOf(store, 2), (std::vector<quint32>{3, 6, 7}));
        QCOMPARE(idsOf(store, 3), (std::vector<quint32>{8}));
        QCOMPARE(store.run(RunId{1})->eventCount, 4U);
    }

    void runsBehindOneAnotherTakeOneStretchEach()
    {
        const Store store = storeOf({1, 1, 1, 2, 2, 2, 3});
        for (const RunInfo &run : store.runs())
            QCOMPARE(run.stretches.size(), size_t(1));
    }

    void stretchesMayBeginAndEndAnywhereInTheListsBlocks()
    {
        std::vector<quint32> runs;
        for (int i = 0; i < 1000; ++i)
            runs.push_back(i % 7 < 3 || i % 32 == 0 ? 1 : 2);
        const Store store = storeOf(runs);
        std::vector<quint32> first, second;
        for (quint32 i = 0; i < 1000; ++i)
            (runs[i] == 1 ? first : second).push_back(i + 1);
        QCOMPARE(idsOf(store, 1), first);
        QCOMPARE(idsOf(store, 2), second);
    }

    void allRunsTogetherCostWhatAllEventsDo()
    {
        // With what lies between, this would be 4·10¹⁰ events.
        constexpr quint32 count = 200'000;
        std::vector<quint32> runs;
        for (int round = 0; round < 2; ++round)
            for (quint32 run = 1; run <= count; ++run)
                runs.push_back(run);
        const Store store = storeOf(runs);
        quint32 seen = 0;
        for (const RunInfo &run : store.runs())
            for (const Event &event : store.events(run))
                seen += event.run == run.id ? 1 : 0;
        QCOMPARE(seen, 2 * count);
    }
};

QTEST_APPLESS_MAIN(TestRunEvents)
#include "tst_run_events.moc"
