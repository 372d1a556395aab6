// SPDX-License-Identifier: MIT
#include "core/analysis/hazard_text.h"
#include "core/analysis/hazards.h"
#include "core/export/cut_recording.h"
#include "tests/support/story.h"

#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

/// Two tasks that are done within a millisecond, and two that wait for each other from then on.
LoadedRecording deadlock()
{
    using enum EventKind;
    Story story;
    story.say(RunBegin, 0, {.payload = json("{'run':'r','main':'m','clock':'virtual'}")});
    for (quint32 task = 1; task <= 4; ++task) {
        story.say(Created, 0, {.task = task, .payload = json("{'task':'T','coro':'c'}")});
        story.say(Ready, 0, {.task = task});
    }
    for (quint32 task = 1; task <= 4; ++task) {
        story.say(Resumed, 0.1 * task, {.task = task});
        if (task <= 2)
            story.say(Done, 0.1 * task, {.task = task});
        else
            story.say(Suspended, 0.1 * task, {.task = task, .payload = json("{'on':'with'}")});
    }
    story.say(Stalled, 3, {.payload = json("{'waiting':['T','T'],'waits_for':{'3':[4],'4':[3]}}")});
    LoadedRecording recording;
    recording.store = std::move(story.store);
    return recording;
}

std::vector<Hazard> rings(const Store &store)
{
    std::vector<Hazard> found = hazardsOf(store);
    std::erase_if(found, [](const Hazard &hazard) { return !hazard.isInRing; });
    return found;
}

} // namespace

class TestCutDeadlock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRingIsFoundInThePartWhereItsTasksHaveOtherNumbers()
    {
        const LoadedRecording whole = deadlock();
        QCOMPARE(rings(whole.store).size(), size_t(2));
        const auto part = cutRecording(whole, {.from = 1500us});
        QVERIFY(part);
        QCOMPARE(part->store.taskCount(), qsizetype(2));
        const std::vector<Hazard> found = rings(part->store);
        QCOMPARE(found.size(), size_t(2));
        QCOMPARE(found[0].waitsFor, std::vector<TaskId>{found[1].task});
        QCOMPARE(found[1].waitsFor, std::vector<TaskId>{found[0].task});
    }

    void whereEventsWereLostNobodyIsNamedByNumbersThatMayBeOthers()
    {
        Story story;
        story.say(EventKind::RunBegin, 0, {.payload = json("{'run':'r','main':'m','clock':'real'}")});
        story.say(EventKind::EventsLost, 0.1, {.payload = json("{'for_ns':1}"), .subject = 6}); // a Created
        for (quint32 task = 2; task <= 3; ++task) {
            story.say(EventKind::Created, 1, {.task = task, .payload = json("{'task':'T','coro':'c'}")});
            story.say(EventKind::Resumed, 1, {.task = task});
            story.say(EventKind::Suspended, 2, {.task = task, .payload = json("{'on':'with'}")});
        }
        story.say(EventKind::Stalled, 3, {.payload = json("{'waits_for':{'1':[2],'2':[1]}}")});
        QVERIFY(rings(story.store).empty());
    }
};

QTEST_APPLESS_MAIN(TestCutDeadlock)
#include "tst_cut_deadlock.moc"
