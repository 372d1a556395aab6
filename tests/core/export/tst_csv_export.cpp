// SPDX-License-Identifier: MIT
#include "core/base/event_word.h"
#include "core/export/csv_export.h"
#include "core/session/recording_stream.h"
#include "core/trace/store_records.h"
#include "exported.h"
#include "tests/core/session/random_recording.h"
#include "tests/support/story.h"

#include <QTest>

using namespace loopscope;

namespace {

/// Reads as RFC 4180 has it; empty where a quote or a line end stands where it must not.
QList<QStringList> rowsOf(const QByteArray &csv)
{
    QList<QStringList> rows;
    QStringList row;
    QByteArray cell;
    for (qsizetype at = 0; at < csv.size();) {
        if (csv[at] == '"') {
            for (++at; at < csv.size() && !(csv[at] == '"' && csv.mid(at + 1, 1) != "\""); ++at)
                cell += csv[at] == '"' ? csv[at++] : csv[at];
            ++at;
        } else {
            while (at < csv.size() && !QByteArray(",\r").contains(csv[at])) {
                if (csv[at] == '\n' || csv[at] == '"')
                    return {};
                cell += csv[at++];
            }
        }
        row << QString::fromUtf8(std::exchange(cell, {}));
        if (csv.mid(at, 2) == "\r\n") {
            rows << std::exchange(row, {});
            at += 2;
        } else if (at >= csv.size() || csv[at++] != ',') {
            return {};
        }
    }
    return rows;
}

QList<QStringList> table(const Store &store, CsvRows rows)
{
    return rowsOf(exported([&](TextSink &out) { exportCsv(store, rows, out); }));
}

} // namespace

class TestCsvExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEventIsARow()
    {
        const Story story = sleepStory();
        const auto rows = table(story.store, CsvRows::Events);
        QCOMPARE(rows.size(), story.store.eventCount() + 1);
        QCOMPARE(rows[0].join(u','),
                 QStringLiteral("event,time_s,run,run_name,kind,task,task_name,cause,subject,payload"));
        QCOMPARE(rows[16], QStringList({"16", "1.0018", "1", "gather", "print", "2", "Task-2", "", "",
                                        R"({"text":"Resuming b"})"}));
    }

    void everySliceIsARowAsItEnds()
    {
        const Story story = sleepStory();
        const auto rows = table(story.store, CsvRows::Slices);
        QCOMPARE(rows[0].size(), 11);
        const QStringList sleeping{"1", "gather",           "task",   "2",       "Task-2 b",
                                   "0", "suspended: sleep", "0.0005", "1.00082", "10", ""};
        QVERIFY(rows.contains(sleeping));
        QCOMPARE(rows.last().mid(2, 5), QStringList({"run", "", "run gather", "0", "gather"}));
        QCOMPARE(rows.last().last(), QString::number(story.events)); // it says how the run ended
    }

    void whatASpreadsheetTakesForAFormulaGetsAnApostrophe()
    {
        for (const char *text : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1"}) {
            const auto rows = table(hostileStory(QString::fromLatin1(text)).store, CsvRows::Events);
            QCOMPARE(rows[1][3], u'\'' + QString::fromLatin1(text));
        }
        QCOMPARE(table(hostileStory(QStringLiteral("a=1")).store, CsvRows::Events)[1][3],
                 QStringLiteral("a=1"));
    }

    void hostileTextsStayInTheirCells()
    {
        for (const QString &name : hostileNames()) {
            const Story story = hostileStory(name);
            const auto events = table(story.store, CsvRows::Events);
            QCOMPARE(events.size(), story.store.eventCount() + 1);
            for (const QStringList &row : events)
                QCOMPARE(row.size(), 10);
            for (const QStringList &row : table(story.store, CsvRows::Slices))
                QCOMPARE(row.size(), 11);
        }
    }

    void callbacksThatNeverEndAreNotLookedThroughForEachThatDoes()
    {
        Story story;
        story.say(EventKind::RunBegin, 0, {.payload = json("{'run':'r','main':'m'}")});
        constexpr quint32 count = 100'000; // looked through each time: 10¹⁰ steps
        for (quint32 i = 1; i <= count; ++i)
            story.say(EventKind::CallbackBegin, 0, {.subject = i});
        for (quint32 i = 1; i <= count; ++i)
            story.say(EventKind::CallbackEnd, 1, {.subject = 0});
        for (quint32 i = 1; i <= count; ++i)
            story.say(EventKind::TimerFired, 1, {.subject = i});
        size_t lines = 0;
        TextSink out([&lines](QByteArrayView block) -> Result<void> {
            lines += size_t(std::count(block.begin(), block.end(), '\n'));
            return {};
        });
        exportCsv(story.store, CsvRows::Slices, out);
        QVERIFY(out.finish());
        QCOMPARE(lines, size_t(1 + 1 + 2 * count)); // head, run, callbacks, timers
        RecordingStream stream({}, Packing::Plain);
        forEachRecord(story.store, [&stream](const Record &record) {
            stream.append(record);
            stream.clear();
            return true;
        });
    }

    void wildRecordingsAreTables()
    {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            Store store;
            for (const Record &record : wildRecording(seed, 300))
                store.append(record);
            QCOMPARE(table(store, CsvRows::Events).size(), store.eventCount() + 1);
            QVERIFY(!table(store, CsvRows::Slices).isEmpty());
        }
    }

    void everyKindHasAName()
    {
        QCOMPARE(eventWord(EventKind::RunBegin), "run_begin");
        QCOMPARE(eventWord(EventKind::NeverAwaited), "never_awaited");
        QCOMPARE(eventWord(EventKind(200)), "kind_200");
        for (int kind = 1; kind <= eventKindCount; ++kind)
            QVERIFY(!eventWord(EventKind(kind)).startsWith("kind_"));
    }
};

QTEST_GUILESS_MAIN(TestCsvExport)
#include "tst_csv_export.moc"
