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
        const QByteArray json = "{\"clock\":\"real\",\"colours\":[1,2]}";
        const RecordingInfo info = recordingInfoFromJson(json);
        QCOMPARE(info.clock, QStringLiteral("real"));
        QCOMPARE(toJson(info), json);
    }

    void whatIsOfAnotherTypeThanThisVersionWritesIsKept()
    {
        const QByteArray json =
            R"({"bookmarks":[{"at_ns":5,"text":"a"},{"from_ns":1,"to_ns":9},7],"clock":1,"notes":["a","b"],)"
            R"("seed":"x","started_at":"noon","versions":{"python":3.11,"qt":"6"},)"
            R"("view":{"event":"e","from_ns":9,"now":{"at_ns":5,"zoomed":true},"to_ns":1}})";
        const RecordingInfo info = recordingInfoFromJson(json);
        QCOMPARE(info.bookmarks.size(), 1);
        QCOMPARE(info.versions.value("qt"), QStringLiteral("6"));
        QCOMPARE(info.view.now, (BookmarkPlace{{5}, 0}));
        QCOMPARE(toJson(info), json);
        QCOMPARE(recordingInfoFromJson(toJson(info)), info);
    }

    void bookmarksAndViewComeBackAsTheyWent()
    {
        RecordingInfo info;
        info.bookmarks = {{{{12}, 1, 3}, QStringLiteral("here")},
                          {{{9'007'199'254'740'993}, 2}, QStringLiteral("there 你好")}};
        info.view = {TimeSpan{{-100}, {5'000'000'000}}, BookmarkPlace{{3}, 2}, 17, 4, 1, {RunId{1}, RunId{7}}, {}};
        QCOMPARE(recordingInfoFromJson(toJson(info)), info);
        info.view = {};
        QVERIFY(!toJson(info).contains("view"));
    }

    void membersOfBookmarksAndViewThatAreNotKnownAreKept()
    {
        const QByteArray json =
            R"({"bookmarks":[{"at_ns":5,"colour":"red","text":"a"}],"view":{"zoomed":[1,2]}})";
        QCOMPARE(toJson(recordingInfoFromJson(json)), json);
    }

    void whatIsNoBookmarkIsLeftOut()
    {
        const RecordingInfo info = recordingInfoFromJson(
            R"({"bookmarks":[1,null,{},"x",{"text":"no time"},{"at_ns":-1},{"at_ns":1e300},{"at_ns":"7"},)"
            R"({"at_ns":1.5},{"at_ns":9,"run":-2,"text":7},{"at_ns":3,"run":1,"text":"one"},)"
            R"({"at_ns":3,"run":1,"text":"two"}]})");
        QCOMPARE(info.bookmarks.size(), 2);
        QCOMPARE(info.bookmarks[0].text, QStringLiteral("one"));
        QCOMPARE(info.bookmarks[1].place, (BookmarkPlace{{9}, 0}));
        QCOMPARE(info.bookmarks[1].text, QString());
        QVERIFY(recordingInfoFromJson("{\"bookmarks\":{\"at_ns\":1}}").bookmarks.isEmpty());
    }

    void bookmarksAreOnlySoManyAndSoLong()
    {
        QByteArray json = "{\"bookmarks\":[";
        for (int i = 0; i < 100'000; ++i)
            json += "{\"at_ns\":" + QByteArray::number(i) + ",\"text\":\"a\"},";
        json += "{\"at_ns\":0}]}";
        QCOMPARE(recordingInfoFromJson(json).bookmarks.size(), mostBookmarks);
        const QByteArray huge =
            "{\"bookmarks\":[{\"at_ns\":1,\"text\":\"" + QByteArray(1 << 20, 'x') + "\"}]}";
        QCOMPARE(recordingInfoFromJson(huge).bookmarks[0].text.size(), longestBookmark);
        const QString halved = QString(longestBookmark - 1, u'x') + QStringLiteral("😀");
        QCOMPARE(bookmarkText(halved), QString(longestBookmark - 1, u'x'));
        QCOMPARE(bookmarkText(QStringLiteral(" two\n lines\t")), QStringLiteral("two lines"));
    }

    void aViewThatCannotBeIsNone()
    {
        for (const char *view : {"7", "[]", "{}", "{'from_ns':5,'to_ns':5}", "{'from_ns':9,'to_ns':1}",
                                 "{'from_ns':-9e18,'to_ns':9e18}", "{'from_ns':'a','to_ns':{}}",
                                 "{'now':{'at_ns':-3}}", "{'now':7}", "{'event':-1,'task':1e12,'request':[]}",
                                 "{'folded':[1,'x']}", "{'folded':[0]}", "{'folded':{}}"}) {
            const QByteArray json = "{\"view\":" + QByteArray(view).replace('\'', '"') + "}";
            ViewState read = recordingInfoFromJson(json).view;
            read.others = {};
            QCOMPARE(read, ViewState());
        }
    }

    void emptyAndBrokenTextsGiveAnEmptyInfo()
    {
        QCOMPARE(recordingInfoFromJson(""), RecordingInfo{});
        QCOMPARE(recordingInfoFromJson("{\"title\":"), RecordingInfo{});
        const QByteArray strange = "{\"seed\":7,\"title\":3,\"versions\":1}";
        RecordingInfo info = recordingInfoFromJson(strange);
        QCOMPARE(toJson(info), strange);
        info.others = {};
        QCOMPARE(info, RecordingInfo{});
        QCOMPARE(toJson(RecordingInfo{}), QByteArray("{}"));
    }
};

QTEST_APPLESS_MAIN(TestRecordingInfo)
#include "tst_recording_info.moc"
