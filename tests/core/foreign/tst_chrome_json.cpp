// SPDX-License-Identifier: MIT
#include "core/foreign/chrome_json_reader.h"
#include "tests/core/foreign/read_trace.h"

#include <QTest>

using namespace loopscope;

namespace {

Read read(QByteArrayView text, qsizetype piece = 1 << 20)
{
    return readWith<ChromeJsonReader>(text, piece);
}

/// Of events of process 1 and thread 2, the lines below the thread; of all else everything.
QString rows(const QByteArray &events)
{
    QString text = read('[' + events + ']').tracks;
    const QString frame = QStringLiteral("Process 1\n  Thread 2\n");
    if (text.startsWith(frame))
        text.remove(0, frame.size());
    return text;
}

QByteArray one(char phase, const QByteArray &members)
{
    return QByteArray("{\"ph\":\"") + phase + "\",\"pid\":1,\"tid\":2," + members + '}';
}

} // namespace

class TestChromeJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeSlicesNestByTheirTimes()
    {
        QCOMPARE(rows(one('X', R"("ts":1,"dur":4.5,"name":"b")") + ',' +
                      one('X', R"("ts":"0.5","dur":"9","name":"a","args":{"x":1})")),
                 QStringLiteral("    | a 500..9500 {\"x\":1} |\n    | b 1000..5500 |\n"));
    }

    void beginsAndEndsMakeSlices()
    {
        QCOMPARE(rows(one('B', R"("ts":1,"name":"a")") + ',' + one('B', R"("ts":2,"name":"b")") + ',' +
                      one('E', R"("ts":3)") + ',' + one('E', R"("ts":4,"args":{"y":1})")),
                 QStringLiteral("    | a 1000..4000 {\"y\":1} |\n    | b 2000..3000 |\n"));
    }

    void asynchronousEventsAreTaskLanes()
    {
        QCOMPARE(rows(one('b', R"("ts":1,"name":"fetch","cat":"c","id":"0x1")") + ',' +
                      one('b', R"("ts":1,"name":"other","cat":"c","id":"0x2")") + ',' +
                      one('b', R"("ts":2,"name":"dns","cat":"c","id":"0x1")") + ',' +
                      one('n', R"("ts":3,"name":"found","cat":"c","id":"0x1")") + ',' +
                      one('e', R"("ts":4,"name":"dns","cat":"c","id":"0x1")") + ',' +
                      one('e', R"("ts":5,"name":"fetch","cat":"c","id":"0x1")")),
                 QStringLiteral("Process 1\n"
                                "  Task \"fetch\"\n"
                                "    | fetch 1000..5000 |\n"
                                "    | dns 2000..4000 |\n"
                                "    ! found 3000 !\n"
                                "  Task \"other\"\n"
                                "    | other 1000.. |\n"));
    }

    void globalIdsAreSharedByProcessesAndLocalOnesAreNot()
    {
        QCOMPARE(
            rows(R"({"ph":"b","pid":1,"ts":1,"name":"a","id2":{"global":"7"}},)"
                 R"({"ph":"e","pid":2,"ts":2,"name":"a","id2":{"global":"7"}},)"
                 R"({"ph":"b","pid":1,"ts":1,"name":"l","id2":{"local":"7"}},)"
                 R"({"ph":"e","pid":2,"ts":2,"name":"l","id2":{"local":"7"}})"),
            QStringLiteral("Process 1\n  Task \"a\"\n    | a 1000..2000 |\n  Task \"l\"\n    | l 1000.. |\n"
                           "Process 2\n  Task \"l\"\n"));
    }

    void theOlderAsynchronousPhasesAreTasks()
    {
        QCOMPARE(rows(one('S', R"("ts":1,"name":"a","id":1)") + ',' +
                      one('T', R"("ts":2,"name":"a","id":1)") + ',' +
                      one('F', R"("ts":3,"name":"a","id":1)")),
                 QStringLiteral("Process 1\n  Task \"a\"\n    | a 1000..3000 |\n    ! a 2000 !\n"));
    }

    void instantsStandOnWhatTheyAreScopedTo()
    {
        QCOMPARE(rows(one('i', R"("ts":1,"name":"t")") + ',' + one('I', R"("ts":2,"name":"p","s":"p")") +
                      ',' + one('R', R"("ts":3,"name":"g","s":"g")")),
                 QStringLiteral("Other \"global\"\n  ! g 3000 !\n"
                                "Process 1\n  ! p 2000 !\n  Thread 2\n    ! t 1000 !\n"));
    }

    void countersHaveATrackForEachSeries()
    {
        QCOMPARE(rows(one('C', R"("ts":1,"name":"mem","args":{"rss":1.5,"heap":"2"})") + ',' +
                      one('C', R"("ts":2,"name":"mem","args":{"rss":3})") + ',' +
                      one('C', R"("ts":2,"name":"n","id":"k","args":{"value":3})")),
                 QStringLiteral("Process 1\n  Counter \"mem rss\"\n    # 1000=1.5 2000=3\n"
                                "  Counter \"mem heap\"\n    # 1000=2\n  Counter \"n[k]\"\n    # 2000=3\n"));
    }

    void flowsBindToTheSliceAroundOrToTheNext()
    {
        const QByteArray slices = one('X', R"("ts":0,"dur":10,"name":"a")") + ',' +
                                  one('X', R"("ts":20,"dur":10,"name":"b")") + ',';
        const auto flow = [&](char phase, const QByteArray &rest) {
            return one(phase, R"("name":"f","cat":"c","id":1,)" + rest);
        };
        QCOMPARE(rows(slices + flow('s', "\"ts\":5") + ',' + flow('f', "\"ts\":15")).section(u'\n', 1),
                 QStringLiteral("flow \"\" 5000 -> \"\" 20000\n"));
        QCOMPARE(rows(slices + flow('s', "\"ts\":5") + ',' + flow('t', "\"ts\":21") + ',' +
                      flow('f', R"("ts":22,"bp":"e")"))
                     .section(u'\n', 1),
                 QStringLiteral("flow \"\" 5000 -> \"\" 21000\nflow \"\" 21000 -> \"\" 22000\n"));
        QCOMPARE(
            read('[' + slices + flow('s', "\"ts\":15") + ']').skipped,
            QStringList{QStringLiteral("1 ends of arrows were skipped: there is no slice to hold them")});
    }

    void flowsAreFoundInSlicesThatOverlap()
    {
        const Read result = read('[' + one('X', R"("ts":0,"dur":10,"name":"a")") + ',' +
                                 one('X', R"("ts":5,"dur":20,"name":"b")") + ',' +
                                 one('s', R"("ts":15,"id":1,"name":"f")") + ',' +
                                 one('X', R"("ts":200,"dur":10,"name":"d","bind_id":7,"flow_out":true)") + ',' +
                                 one('X', R"("ts":205,"dur":20,"name":"e","bind_id":7,"flow_in":true)") +
                                 R"(,{"ph":"X","pid":1,"tid":3,"ts":0,"dur":100,"name":"c"},)"
                                 R"({"ph":"f","bp":"e","pid":1,"tid":3,"ts":20,"id":1,"name":"f"}])");
        QCOMPARE(result.tracks.count(QStringLiteral("\nflow ")), 2);
        QCOMPARE(result.skipped,
                 QStringList{QStringLiteral(
                     "2 slices overlap others without lying in them: they are on lanes beside")});
    }

    void slicesMayNameTheirFlows()
    {
        QCOMPARE(rows(one('X', R"("ts":0,"dur":1,"name":"a","bind_id":"0x5","flow_out":true)") + ',' +
                      one('X', R"("ts":2,"dur":1,"name":"b","bind_id":"0x5","flow_in":true)") + ',' +
                      one('X', R"("ts":4,"dur":1,"name":"c","bind_id":"0x5","flow_in":true)"))
                     .section(u'\n', 1),
                 QStringLiteral("flow \"\" 0 -> \"\" 2000\nflow \"\" 0 -> \"\" 4000\n"));
    }

    void statesOfThreadsAreBesideTheirSlices()
    {
        QCOMPARE(rows(one('T', R"("ts":1,"dur":2,"name":"Running")") + ',' +
                      one('X', R"("ts":1,"dur":1,"name":"a")")),
                 QStringLiteral("    | a 1000..2000 |\n    Other \"state\"\n      | Running 1000..3000 |\n"));
    }

    void metadataNamesAndSorts()
    {
        QCOMPARE(rows(R"({"ph":"X","pid":1,"tid":2,"ts":0,"dur":1,"name":"a"},)"
                      R"({"ph":"X","pid":5,"tid":6,"ts":0,"dur":1,"name":"b"},)"
                      R"({"ph":"M","pid":1,"name":"process_name","args":{"name":"lo\u00f6p"}},)"
                      R"({"ph":"M","pid":1,"tid":2,"name":"thread_name","args":{"name":"main"}},)"
                      R"({"ph":"M","pid":5,"name":"process_sort_index","args":{"sort_index":-3}})"),
                 QStringLiteral("Process 5\n  Thread 6\n    | b 0..1000 |\n"
                                "Process 1 \"loöp\"\n  Thread 2 \"main\"\n    | a 0..1000 |\n"));
    }

    void processesAndThreadsMayBeTexts()
    {
        QCOMPARE(rows(R"({"ph":"X","pid":"Main","tid":"7","ts":0,"dur":1,"name":"a"},)"
                      R"({"ph":"X","pid":"Main","tid":"Worker","ts":0,"dur":1,"name":"b"},)"
                      R"({"ph":"X","pid":3,"ts":0,"dur":1,"name":"c"})"),
                 QStringLiteral(
                     "Process \"Main\"\n  Thread 7\n    | a 0..1000 |\n"
                     "  Thread \"Worker\"\n    | b 0..1000 |\nProcess 3\n  Thread 3\n    | c 0..1000 |\n"));
    }

    void theListMayBeBareOrWithinAnObjectAndMayLackItsEnd_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("behind");
        QTest::newRow("bare") << QByteArray("[") << QByteArray("]");
        QTest::newRow("bare, spaces") << QByteArray(" \n[\n") << QByteArray("\n]\n ");
        QTest::newRow("no end") << QByteArray("[") << QByteArray();
        QTest::newRow("comma, no end") << QByteArray("[") << QByteArray(",\n");
        QTest::newRow("empty event") << QByteArray("[") << QByteArray(",{}]");
        QTest::newRow("object") << QByteArray("{\"traceEvents\":[") << QByteArray("]}");
        QTest::newRow("object, no end") << QByteArray("{\"traceEvents\":[") << QByteArray();
        QTest::newRow("object, unit") << QByteArray("{\"displayTimeUnit\":\"ns\",\"traceEvents\":[")
                                      << QByteArray("],\"displayTimeUnit\":\"ns\"}");
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF[") << QByteArray("]");
    }

    void theListMayBeBareOrWithinAnObjectAndMayLackItsEnd()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, behind);
        const QByteArray file = before + one('X', R"("ts":1,"dur":1,"name":"a")") + behind;
        for (const qsizetype piece : {1, 2, 5, 1000}) {
            const Read result = read(file, piece);
            QVERIFY(result.isTrace);
            QCOMPARE(result.tracks, QStringLiteral("Process 1\n  Thread 2\n    | a 1000..2000 |\n"));
            QCOMPARE(result.skipped, QStringList());
        }
    }

    void whatIsNotUnderstoodIsCountedAndNamed()
    {
        const Read result = read(R"({"samples":[1,{"a":2}],"traceEvents":[)"
                                 R"({"ph":"q","ts":1},{"ph":"q","ts":1},{"ph":"X","name":"a"},{"name":"b"},)"
                                 R"({"ph":"M","name":"num_cpus"},{"ph":"b","ts":1},{"ph":"C","ts":1},)"
                                 R"({"ph":"X","ts":1,"dur":-1}]})");
        QVERIFY(result.isTrace);
        QCOMPARE(result.skipped,
                 (QStringList{QStringLiteral("the file's member samples was skipped"),
                              QStringLiteral("2 events of the unknown phase q: skipped"),
                              QStringLiteral("1 events of phase X have no time: skipped"),
                              QStringLiteral("1 events have no phase: skipped"),
                              QStringLiteral("1 metadata events named num_cpus: skipped"),
                              QStringLiteral("1 events of phase b have no id: skipped"),
                              QStringLiteral("1 counter events have no number: skipped"),
                              QStringLiteral("1 slices have no length that makes sense: skipped")}));
    }

    void abrokenEventCostsNoMoreThanItself_data()
    {
        QTest::addColumn<QByteArray>("broken");
        QTest::newRow("no comma") << QByteArray(R"({"ph":"X" "ts":1})");
        QTest::newRow("no value") << QByteArray(R"({"ph":})");
        QTest::newRow("wrong bracket") << QByteArray(R"({"ph":"X","args":{"a":[1}}})");
        QTest::newRow("not an object") << QByteArray("17");
        QTest::newRow("garbage") << QByteArray("%&#!\x01\xFF");
        QTest::newRow("a bracket") << QByteArray(R"({"ph":"X",]})");
        QTest::newRow("a nested list") << QByteArray(R"({"ph":"X" "args":[{"x":1},{"y":2}]})");
    }

    void abrokenEventCostsNoMoreThanItself()
    {
        QFETCH(QByteArray, broken);
        const QByteArray good = one('X', R"("ts":1,"dur":1,"name":"a")");
        const QByteArray events = good + ',' + broken + ',' + one('X', R"("ts":5,"dur":1,"name":"b")");
        for (const QByteArray &file : {'[' + events + ']', "{\"traceEvents\":[" + events + "]}"}) {
            for (const qsizetype piece : {1, 1000}) {
                const Read result = read(file, piece);
                QCOMPARE(result.tracks,
                         QStringLiteral("Process 1\n  Thread 2\n    | a 1000..2000 | b 5000..6000 |\n"));
                QVERIFY(result.skipped.join(u' ').contains(QStringLiteral("broken")));
            }
        }
    }

    void whatStandsBehindTheEndIsCountedAndNamed_data()
    {
        QTest::addColumn<QByteArray>("behind");
        QTest::addColumn<QString>("told");
        QTest::newRow("spaces") << QByteArray(" \n\r\t\n") << QString();
        QTest::newRow("a bracket") << QByteArray("\n]") << "1 bytes behind the end of the trace were skipped";
        QTest::newRow("text") << QByteArray(" and so on\n")
                              << "10 bytes behind the end of the trace were skipped";
        const QString another =
            QStringLiteral("another document stands behind the end of the trace: its %1 bytes were skipped");
        QTest::newRow("list") << QByteArray("\n[{\"ph\":\"X\",\"ts\":1}]") << another.arg(19);
        QTest::newRow("object") << QByteArray("{\"traceEvents\":[]}") << another.arg(18);
    }

    void whatStandsBehindTheEndIsCountedAndNamed()
    {
        QFETCH(QByteArray, behind);
        QFETCH(QString, told);
        const QByteArray event = one('X', R"("ts":1,"dur":1,"name":"a")");
        for (const QByteArray &file : {'[' + event + ']', "{\"traceEvents\":[" + event + "]}"}) {
            for (const qsizetype piece : {1, 7, 1000}) {
                const Read result = read(file + behind, piece);
                QVERIFY(result.isTrace);
                QCOMPARE(result.tracks, QStringLiteral("Process 1\n  Thread 2\n    | a 1000..2000 |\n"));
                QCOMPARE(result.skipped, told.isEmpty() ? QStringList() : QStringList{told});
            }
        }
    }

    void everyTruncationIsReadUpToItsLastWholeEvent()
    {
        QByteArray file = "{\"traceEvents\":[";
        std::vector<qsizetype> ends;
        for (int i = 0; i < 4; ++i) {
            file += one('X', "\"dur\":1,\"name\":\"a\\\"{\",\"args\":{\"k\":[1,2]},\"ts\":" +
                                 QByteArray::number(5 * i));
            ends.push_back(file.size());
            file += ',';
        }
        for (qsizetype size = 16; size < file.size(); ++size) {
            const Read result = read(QByteArrayView(file).first(size), 10);
            QVERIFY(result.isTrace);
            const auto whole =
                std::count_if(ends.begin(), ends.end(), [&](qsizetype end) { return end <= size; });
            QCOMPARE(result.tracks.count(QStringLiteral("a\"{")), qsizetype(whole));
        }
    }

    void whatIsNoTraceIsNone()
    {
        for (const char *text :
             {"", "x", "{}", "{\"plan\":1}", "12", "\"a\"", "{\"traceEvents\":1}", "{\"a\":"})
            QVERIFY2(!read(text).isTrace, text);
        QVERIFY(read("[]").isTrace);
        QVERIFY(read("{\"traceEvents\":[]}").isTrace);
    }

    void aLongMemberBeforeTheEventsIsPassedOver()
    {
        const QByteArray inner(ChromeJsonReader::longestEvent, 'x');
        const QByteArray begin = "{\"displayTimeUnit\":\"ns\", \"stackFrames\" : ";
        const QByteArray end = ",\"other\":1,\"traceEvents\":[" + one('X', R"("ts":1,"dur":1,"name":"a")") + "]}";
        const QByteArray object = "{\"a\":[\"]}\\\"" + inner + "\"]}", text = '"' + inner + "\\\"]\"";
        for (const QByteArray &value : {object, text, '[' + inner + ']'}) {
            const QByteArray file = begin + value + end;
            const Read result = read(file, 5 << 20);
            QVERIFY(result.isTrace);
            QCOMPARE(result.tracks, QStringLiteral("Process 1\n  Thread 2\n    | a 1000..2000 |\n"));
            QCOMPARE(result.skipped, (QStringList{QStringLiteral("the file's member stackFrames was skipped"),
                                                  QStringLiteral("the file's member other was skipped")}));
        }
    }

    void anEndlessEventIsNotKept()
    {
        TrackStore store;
        SkipCounter skips;
        ChromeJsonReader reader(store, skips);
        reader.feed("[{\"name\":\"");
        const QByteArray piece(4 << 20, 'x');
        for (int i = 0; i < 40; ++i)
            reader.feed(piece);
        reader.feed("\"},\n" + one('X', R"("ts":1,"dur":1,"name":"a")") + ']');
        QVERIFY(reader.finish());
        QCOMPARE(message(skips.problems({}).at(0)),
                 QStringLiteral("1 events are longer than 64 MiB: skipped"));
        static_cast<void>(store.finish());
        QCOMPARE(store.counts().slices, quint64(1));
    }
};

QTEST_APPLESS_MAIN(TestChromeJson)
#include "tst_chrome_json.moc"
