// SPDX-License-Identifier: MIT
#include "core/foreign/open_trace.h"
#include "core/session/trace_file.h"
#include "perfetto_judge.h"

#include <QTemporaryDir>
#include <QTest>

using namespace loopscope;
using Kind = ProbeRecord::Kind;

namespace {

constinit const TraceSite outer{"outer", __FILE__, __LINE__};
constinit const TraceSite inner{"inner", __FILE__, __LINE__};

ProbeRecord record(Kind kind, const TraceSite &site, quint64 value = 0)
{
    return {0, ProbeRecord::whatOf(kind, site), value};
}

ProbeRecord lost(quint64 count, quint64 flags = 0)
{
    return {0, quint64(Kind::Lost) | flags, count};
}

/// A line for each slice and instant of each thread: its row, its name, and when.
QString linesOf(const TrackStore &tracks)
{
    QString lines;
    const std::function<void(TrackId)> add = [&](TrackId track) {
        for (quint32 depth = 0; depth < tracks.rowCount(track); ++depth) {
            for (const Slice &slice : tracks.row(track, depth).slices()) {
                lines += QStringLiteral("%1 %2 %3 %4 %5\n")
                             .arg(tracks.name(track), QString::number(depth), tracks.text(slice.name))
                             .arg(slice.begin.ns)
                             .arg(qint64(slice.length.count()));
            }
        }
        for (const TrackInstant &instant : tracks.instants(track))
            lines += QStringLiteral("%1 ! %2 %3\n")
                         .arg(tracks.name(track), tracks.text(instant.name))
                         .arg(instant.at.ns);
        for (const TrackId child : tracks.children(track))
            add(child);
    };
    for (const TrackId track : tracks.children({}))
        add(track);
    return lines;
}

} // namespace

class TestTraceFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threadsAreTracksWithTheirSlices()
    {
        const TracedThread one{11, "one"}, two{12, "two"};
        ThreadTracks tracks("test");
        tracks.take(one, record(Kind::End, outer), 50); // of what began before the trace
        tracks.take(one, record(Kind::Begin, outer, 7), 100);
        tracks.take(two, record(Kind::Begin, inner), 150);
        tracks.take(one, record(Kind::Begin, inner), 200);
        tracks.take(one, record(Kind::Instant, outer), 250);
        tracks.take(one, record(Kind::End, inner), 300);
        tracks.take(one, record(Kind::End, outer), 1'000'000);
        tracks.end(2'000'000);
        QCOMPARE(read(tracks), QStringLiteral("one 0 outer 100 999900\none 1 inner 200 100\none ! outer 250\n"
                                              "two 0 inner 150 1999850\n"));
        if (PerfettoJudge::isHere())
            QCOMPARE(PerfettoJudge().errors(QByteArray::fromStdString(tracks.bytes())), QByteArray());
    }

    void whereRecordsWereLostItSaysSo()
    {
        const TracedThread one{11, "one"};
        ThreadTracks tracks("test");
        tracks.take(one, record(Kind::Begin, outer), 100);
        tracks.take(one, record(Kind::Begin, inner), 200);
        tracks.take(one, lost(5), 300);
        tracks.take(one, lost(6, ProbeRecord::allEnd), 400);
        tracks.take(one, record(Kind::End, outer), 500); // ended already
        tracks.take(one, record(Kind::Begin, inner), 600);
        tracks.end(700);
        QCOMPARE(read(tracks), QStringLiteral("one 0 outer 100 300\none 0 inner 600 100\none 1 inner 200 200\n"
                                              "one ! records lost 300\none ! records lost 400\n"));
    }

    void anEventTakesFewBytes()
    {
        const TracedThread one{11, "one"};
        ThreadTracks tracks("test");
        tracks.take(one, record(Kind::Begin, outer), 0);
        tracks.clear();
        constexpr int count = 10'000;
        for (int i = 1; i <= count; ++i)
            tracks.take(one, record(i % 2 ? Kind::End : Kind::Begin, outer), i * 2000);
        QVERIFY2(tracks.bytes().size() <= count * 12, qPrintable(QString::number(tracks.bytes().size())));
    }

    void theProgramsOwnThreadsAreInTheFile_data()
    {
        QTest::addColumn<Packing>("packing");
        QTest::newRow("compressed") << Packing::Compressed;
        QTest::newRow("plain") << Packing::Plain;
    }

    void theProgramsOwnThreadsAreInTheFile()
    {
        QFETCH(Packing, packing);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x.pftrace"));
        auto file = TraceFile::create(path, "test", IfExists::Refuse, packing);
        QVERIFY(file);
        std::thread thread([] {
            for (int i = 0; i < 1000; ++i) {
                const TraceScope slice(outer);
                const TraceScope part(inner);
            }
        });
        thread.join();
        const TraceScope open(inner); // ends with the file
        QVERIFY((*file)->finish());
        QVERIFY(!Tracer::isOn());
        const auto opened = openTrace(path);
        QVERIFY2(opened, opened ? "" : qPrintable(line(opened.error())));
        QCOMPARE(opened->tracks.counts().slices, quint64(2001));
        QCOMPARE(opened->tracks.counts().openSlices, quint64(0));
        QCOMPARE(QFileInfo(path).size() < 4 * 2001, packing == Packing::Compressed);
    }

    void aFileThatCannotBeWrittenIsOneProblem()
    {
        const auto file = TraceFile::create(QStringLiteral("/nonexistent/x"), "test", IfExists::Refuse);
        QVERIFY(!file);
        QVERIFY(!Tracer::isOn());
    }

private:
    static QString read(const ThreadTracks &tracks)
    {
        TraceReader reader;
        reader.feed({tracks.bytes().data(), qsizetype(tracks.bytes().size())});
        const auto trace = reader.finish({});
        return trace ? linesOf(trace->tracks) : message(trace.error());
    }
};

QTEST_GUILESS_MAIN(TestTraceFile)
#include "tst_trace_file.moc"
