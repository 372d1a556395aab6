// SPDX-License-Identifier: MIT
#include "core/analysis/recording_summary.h"
#include "gather_story.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace loopscope;

class TestRecordingSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTextIsALinePerRunAndATableOfItsTasks()
    {
        const Story story = gatherStory();
        QCOMPARE(
            toText(summaryOf(story.store)),
            QStringLiteral("run gather (f2): result, cost 3 s, virtual clock, 26 events, 1 print\n"
                           "  task    coroutine  end     from s  to s  running s  ready s  suspended s\n"
                           "  Task-1  f2         done         0     3          0        0            3\n"
                           "  Task-2  a          done         0     3          0        0            3\n"
                           "  Task-3  b          failed       0     1          0        0            1\n"));
    }

    void theJsonSaysTheSameToPrograms()
    {
        const Story story = gatherStory();
        const QJsonObject object = QJsonDocument::fromJson(toJson(summaryOf(story.store))).object();
        QCOMPARE(object[QStringLiteral("events")].toInt(), 26);
        const QJsonObject run = object[QStringLiteral("runs")][0].toObject();
        QCOMPARE(run[QStringLiteral("outcome")].toString(), QStringLiteral("result"));
        QCOMPARE(run[QStringLiteral("cost")].toDouble(), 3.0);
        const QJsonObject task = run[QStringLiteral("tasks")][2].toObject();
        QCOMPARE(task[QStringLiteral("parent")].toString(), QStringLiteral("Task-1"));
        QCOMPARE(task[QStringLiteral("end")].toString(), QStringLiteral("failed"));
        QCOMPARE(task[QStringLiteral("finished")].toDouble(), 1.0);
        QCOMPARE(task[QStringLiteral("states")][QStringLiteral("suspended")].toDouble(), 1.0);
        QVERIFY(run[QStringLiteral("tasks")][0][QStringLiteral("parent")].isNull());
    }

    void aRunThatTheRecordingDoesNotSeeEndIsUnfinished()
    {
        Story story;
        story.say(EventKind::RunBegin, 0, {.payload = json("{'run':'r','main':'m','clock':'real'}")});
        story.say(EventKind::Created, 5, {.task = 1, .payload = json("{'task':'T','coro':'m'}")});
        const RecordingSummary summary = summaryOf(story.store);
        QVERIFY(toText(summary).startsWith(QStringLiteral("run r (m): unfinished, real clock, 2 events\n")));
        const QJsonObject run =
            QJsonDocument::fromJson(toJson(summary))[QStringLiteral("runs")][0].toObject();
        QVERIFY(run[QStringLiteral("outcome")].isNull());
        QVERIFY(run[QStringLiteral("cost")].isNull());
        QCOMPARE(run[QStringLiteral("length")].toDouble(), 0.005);
    }

    void anEmptyRecordingIsNoTextAndAnEmptyList()
    {
        QCOMPARE(toText(summaryOf(Store())), QString());
        QCOMPARE(toJson(summaryOf(Store())), QByteArray("{\"events\":0,\"runs\":[]}"));
    }
};

QTEST_APPLESS_MAIN(TestRecordingSummary)
#include "tst_recording_summary.moc"
