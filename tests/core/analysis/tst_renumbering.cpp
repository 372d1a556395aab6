// SPDX-License-Identifier: MIT
#include "core/analysis/renumbering.h"
#include "core/analysis/run_repeat.h"
#include "session_story.h"

#include <QTest>

#include <cstdlib>
#include <new>

using namespace loopscope;

namespace {

size_t bytesTaken = 0; ///< by operator new, since it was last set to 0

size_t bytesForPart(const Store &store, size_t repeat)
{
    const auto repeats = measuredRepeats(store);
    bytesTaken = 0;
    const Store part = storeOf(store, repeats.at(repeat));
    return part.runs().size() == 1 ? bytesTaken : 0;
}

} // namespace

// Counted, as a clock would measure the machine and not the work.
void *operator new(size_t size)
{
    bytesTaken += size;
    if (void *const memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}

void operator delete(void *memory) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, size_t) noexcept
{
    std::free(memory);
}

class TestRenumbering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Else a session of many repeats is judged in their square.
    void oneRepeatTakesAsMuchHoweverManyThereAre()
    {
        const Story few = sessionStory(std::vector<double>(3, 1)), many = sessionStory(std::vector<double>(3000, 1));
        const size_t alone = bytesForPart(few.store, 1);
        QVERIFY(alone > 0);
        QCOMPARE(bytesForPart(many.store, 1), alone);
        QCOMPARE(bytesForPart(many.store, 2998), alone);
    }

    void whatWasNotTakenHasNoNumber()
    {
        const Story story = sessionStory({1, 2});
        const RunInfo &second = story.store.runs()[1];
        Renumbering numbers;
        numbers.begin(story.store, Nanos::zero(), second.first);
        QCOMPARE(numbers.take(story.store.event(second.first)).event.id, EventId{1});
        QCOMPARE(numbers.taken(second.first), EventId{1});
        QCOMPARE(numbers.taken(EventId{1}), EventId{});
        QCOMPARE(numbers.taken(EventId{}), EventId{});
        QCOMPARE(numbers.taken(second.lastEvent), EventId{});
    }
};

QTEST_GUILESS_MAIN(TestRenumbering)
#include "tst_renumbering.moc"
