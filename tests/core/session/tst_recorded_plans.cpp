// SPDX-License-Identifier: MIT
#include "core/analysis/event_log.h"
#include "core/session/read_recording.h"
#include "core/session/save_recording.h"
#include "perfetto_judge.h"
#include "tests/support/plan_run.h"

#include <QDir>
#include <QTest>

using namespace loopscope;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What differs first between two stores; empty when they hold the same.
QString difference(const Store &actual, const Store &expected)
{
    if (actual.eventCount() != expected.eventCount())
        return QStringLiteral("%1 events instead of %2").arg(actual.eventCount()).arg(expected.eventCount());
    for (quint32 number = 1; number <= quint32(expected.eventCount()); ++number) {
        const EventId id{number};
        if (actual.event(id) != expected.event(id) || actual.payload(id) != expected.payload(id))
            return QStringLiteral("event %1 differs").arg(number);
    }
    return {};
}

bool mayFollow(TaskState before, TaskState after)
{
    switch (after) {
    case TaskState::Created: return false;
    case TaskState::Ready: return before == TaskState::Created || before == TaskState::Suspended;
    case TaskState::Running: return before == TaskState::Ready;
    case TaskState::Suspended: break;
    }
    return before == TaskState::Running;
}

/// The first task that goes from one state into another as no task of asyncio can.
QString oddTask(const Store &store)
{
    for (const RunInfo &run : store.runs()) {
        for (const TaskId id : run.tasks) {
            const TaskInfo &task = *store.task(id);
            for (size_t i = 1; i < task.states.size(); ++i) {
                if (!mayFollow(task.states[i - 1].state, task.states[i].state))
                    return QStringLiteral("%1: state %2 at event %3")
                        .arg(task.name)
                        .arg(int(task.states[i].state))
                        .arg(task.states[i].event.value);
            }
        }
    }
    return {};
}

} // namespace

/// Every plan that can be run is run, saved, and read again.
class TestRecordedPlans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSavedPlanIsReadBackAsItRan_data()
    {
        QTest::addColumn<PlanRef>("plan");
        const QDir plans(QStringLiteral(CONFORMANCE_DIR "/plans"));
        for (const QString &name : plans.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
            if (const auto plan = parsePlan(contents(plans.filePath(name)), name))
                QTest::newRow(qPrintable(name)) << *plan;
        }
    }

    void aSavedPlanIsReadBackAsItRan()
    {
        QFETCH(PlanRef, plan);
        const auto ran = recordedRun(plan);
        QCOMPARE(oddTask(*ran), QString());
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x.pftrace"));
        QVERIFY(saveRecording(path, {}, *ran, IfExists::Refuse));
        const auto recording = readRecording(path);
        QVERIFY(recording);
        QVERIFY(recording->warnings.empty());
        QCOMPARE(difference(recording->store, *ran), QString());
        for (const RunInfo &run : ran->runs())
            QCOMPARE(eventLog(recording->store, run.id), eventLog(*ran, run.id));
        if (PerfettoJudge::isHere())
            QCOMPARE(m_judge.errorsAndLanes(contents(path)), lanesOf(*ran));
    }

    void cleanupTestCase()
    {
        if (!PerfettoJudge::isHere())
            qInfo("%s", PerfettoJudge::howToHaveIt);
    }

private:
    PerfettoJudge m_judge;
};

QTEST_GUILESS_MAIN(TestRecordedPlans)
#include "tst_recorded_plans.moc"
