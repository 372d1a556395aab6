// SPDX-License-Identifier: MIT
#include "core/session/recording_info.h"

#include <QTest>

using namespace loopscope;

class TestRecordingInfo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anInfoComesBackAsItWent()
    {
        RecordingInfo info = infoOfThisMachine();
        info.title = QStringLiteral("你好 \"title\"");
        info.planName = QStringLiteral("gather");
        info.planText = "{\n  \"runs\": []\n}\n";
        info.clock = QStringLiteral("virtual");
        info.seed = 9'007'199'254'740'993; // one more than a double can hold
        info.notes = QStringLiteral("mine");
        QCOMPARE(recordingInfoFromJson(toJson(info)), info);
        QVERIFY(!info.machine.isEmpty());
        QVERIFY(info.versions.contains(QStringLiteral("qt")));
    }

    void whatThisVersionDoesNotKnowIsKept()
    {
        const QByteArray json = "{\"bookmarks\":[1,2],\"clock\":\"real\"}";
        const RecordingInfo info = recordingInfoFromJson(json);
        QCOMPARE(info.clock, QStringLiteral("real"));
        QCOMPARE(toJson(info), json);
    }

    void emptyAndBrokenTextsGiveAnEmptyInfo()
    {
        QCOMPARE(recordingInfoFromJson(""), RecordingInfo{});
        QCOMPARE(recordingInfoFromJson("{\"title\":"), RecordingInfo{});
        QCOMPARE(recordingInfoFromJson("{\"title\":3,\"seed\":7,\"versions\":1}"), RecordingInfo{});
        QCOMPARE(toJson(RecordingInfo{}), QByteArray("{}"));
    }
};

QTEST_APPLESS_MAIN(TestRecordingInfo)
#include "tst_recording_info.moc"
