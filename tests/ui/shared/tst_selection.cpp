// SPDX-License-Identifier: MIT
#include "ui/shared/playhead.h"
#include "ui/shared/recording.h"
#include "ui/shared/selection.h"

#include <QSignalSpy>
#include <QTest>

using namespace loopscope;

class TestSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void selectionSpeaksOnlyOfChanges()
    {
        Selection selection;
        QSignalSpy changes(&selection, &Selection::changed);
        selection.clear();
        QCOMPARE(changes.size(), 0);
        selection.select({.event = {3}, .task = {1}});
        selection.select({.event = {3}, .task = {1}});
        QCOMPARE(changes.size(), 1);
        QVERIFY(!selection.current().isEmpty());
        selection.select({.event = {3}, .task = {1}, .request = RequestKey{{1}, 2}});
        selection.clear();
        QCOMPARE(changes.size(), 3);
    }

    void playheadSpeaksOnlyOfChanges()
    {
        Playhead playhead;
        QSignalSpy changes(&playhead, &Playhead::changed);
        playhead.clear();
        QCOMPARE(changes.size(), 0);
        playhead.setMoment({{1}, {5}, {2}});
        playhead.setMoment({{1}, {5}, {2}});
        QCOMPARE(changes.size(), 1);
    }

    void recordingIsNeverWithoutAStore()
    {
        Recording recording;
        QSignalSpy replacements(&recording, &Recording::replaced);
        QSignalSpy lives(&recording, &Recording::liveNowChanged);
        QVERIFY(recording.store().runs().empty());
        recording.setLiveNow(TracePoint{5});
        QVERIFY(recording.isLive());
        recording.replace(nullptr);
        QVERIFY(!recording.isLive());
        QVERIFY(recording.store().runs().empty());
        QCOMPARE(replacements.size(), 1);
        QCOMPARE(lives.size(), 2);
        QCOMPARE(recording.alignedSpan(), TimeSpan());
    }
};

QTEST_APPLESS_MAIN(TestSelection)
#include "tst_selection.moc"
