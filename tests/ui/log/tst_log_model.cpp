// SPDX-License-Identifier: MIT
#include "tests/support/story.h"
#include "ui/log/log_model.h"
#include "ui/shared/recording.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace loopscope;
using enum EventKind;

namespace {

QString column(const LogModel &model, int column)
{
    QStringList cells;
    for (int row = 0; row < model.rowCount(); ++row)
        cells += model.index(row, column).data().toString();
    return cells.join(u'|');
}

} // namespace

class TestLogModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAModelWhileItGrows()
    {
        Story story = sleepStory();
        Recording recording;
        LogModel model(recording);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        recording.replace(&story.store);
        const int before = model.rowCount();
        story.say(RunBegin, 2000, {.payload = json("{'run':'two','main':'m'}")});
        story.say(Created, 2000, {.task = 3, .payload = json("{'task':'Task-1','coro':'m'}")});
        recording.noteGrowth();
        QCOMPARE(model.rowCount(), before + 2);
        model.setFilter({.run = RunId{2}});
        QCOMPARE(model.rowCount(), 2);
        recording.replace(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void passesAreShownOnlyWhenAskedFor()
    {
        const Story story = sleepStory();
        Recording recording;
        recording.replace(&story.store);
        LogModel model(recording);
        QVERIFY(!column(model, LogModel::WhatColumn).contains("pass begins"));
        model.setFilter({.kind = PassBegin});
        QCOMPARE(column(model, LogModel::WhatColumn), "pass begins|pass begins");
    }

    void filtersByTaskAndKind()
    {
        const Story story = sleepStory();
        Recording recording;
        recording.replace(&story.store);
        LogModel model(recording);
        model.setFilter({.task = TaskId{2}});
        QCOMPARE(column(model, LogModel::WhatColumn),
                 "created|ready|running|suspended|ready|running|print|done");
        model.setFilter({.task = TaskId{2}, .kind = Print});
        QCOMPARE(column(model, LogModel::DetailColumn), "Resuming b");
    }

    void numbersAndTimesCountFromTheRunsBegin()
    {
        Story story = sleepStory();
        story.say(RunBegin, 2000, {.payload = json("{'run':'two','main':'m'}")});
        story.say(Print, 2001.5, {.payload = json("{'text':'x'}")});
        Recording recording;
        recording.replace(&story.store);
        LogModel model(recording);
        model.setFilter({.run = RunId{2}});
        QCOMPARE(column(model, LogModel::NumberColumn), "1|2");
        QCOMPARE(model.index(1, LogModel::TimeColumn).data().toString(), QStringLiteral(u"0.001\u202F500"));
    }

    void aHiddenEventIsFoundAtTheRowBeforeIt()
    {
        const Story story = sleepStory();
        Recording recording;
        recording.replace(&story.store);
        LogModel model(recording);
        QCOMPARE(model.event(model.rowAt(EventId{10})), EventId{10});
        QCOMPARE(model.event(model.rowAt(EventId{11})), EventId{10}); // the end of a pass
        model.setFilter({.kind = Print});
        QCOMPARE(model.rowAt(EventId{3}), -1);
    }
};

QTEST_GUILESS_MAIN(TestLogModel)
#include "tst_log_model.moc"
