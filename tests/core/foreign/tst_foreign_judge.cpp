// SPDX-License-Identifier: MIT
// Random traces, read by us and by Perfetto's own trace processor: both must count the same.
#include "core/foreign/open_trace.h"
#include "perfetto_trace.h"
#include "tests/core/session/perfetto_judge.h"

#include <QRandomGenerator>
#include <QTest>

using namespace loopscope;
using protozero::pbf_writer;

namespace {

const QStringList counts = {
    QStringLiteral("select count(*) from slice"), QStringLiteral("select count(*) from slice where dur = -1"),
    QStringLiteral("select sum(dur) from slice where dur > 0"),
    QStringLiteral("select count(*) from counter"), QStringLiteral("select count(*) from flow")};

/// The answers to `counts` as our reader has them. An instant is a slice of no length to the trace processor.
QByteArray ourCounts(const QByteArray &bytes)
{
    TraceReader reader;
    reader.feed(bytes);
    const auto loaded = reader.finish({});
    if (!loaded)
        return "refused: " + message(loaded.error()).toUtf8();
    const TrackStore &tracks = loaded->tracks;
    const TrackCounts all = tracks.counts();
    qint64 length = 0;
    for (quint32 track = 1; track <= tracks.trackCount(); ++track)
        for (quint32 row = 0; row < tracks.rowCount({track}); ++row)
            for (const Slice &slice : tracks.row({track}, row).slices())
                length += std::max(slice.length, Nanos(0)).count();
    QByteArray text;
    for (const quint64 count :
         {all.slices + all.instants, all.openSlices, quint64(length), all.samples, all.flows})
        text += QByteArray::number(count) + '\n';
    return text;
}

/// Grows a trace of Chrome's events on a few threads; what is opened last is closed first, most of the time.
class RandomJson
{
public:
    explicit RandomJson(quint32 seed) : m_random(seed) {}

    QByteArray made(int events)
    {
        for (int i = 0; i < events; ++i) {
            m_now += 1 + m_random.bounded(50);
            grow(m_random.bounded(8));
        }
        return "{\"traceEvents\":[" + m_text + "]}";
    }

private:
    void grow(int what)
    {
        const int thread = m_random.bounded(3);
        const QByteArray id = QByteArray::number(m_random.bounded(4));
        switch (what) {
        case 0: add('X', thread, "\"dur\":" + QByteArray::number(m_random.bounded(3)) + ".25"); break;
        case 1:
            add('B', thread, "\"args\":{\"k\":[1]}");
            ++m_depth[thread];
            break;
        case 2:
            if (m_depth[thread] > 0) {
                add('E', thread, {});
                --m_depth[thread];
            }
            break;
        case 3: add('i', thread, "\"s\":\"t\""); break;
        case 4: add('b', 0, "\"id\":\"" + QByteArray::number(100 + m_tasks++) + '"'); break;
        case 5:
            if (m_tasks > m_ended)
                add('e', 0, "\"id\":\"" + QByteArray::number(100 + m_ended++) + '"');
            break;
        case 6: add('C', 0, "\"args\":{\"a\":" + id + ",\"b\":0.5}"); break;
        default: addFlow(thread);
        }
    }

    /// Two slices, an arrow from the first to the second.
    void addFlow(int thread)
    {
        const QByteArray id = "\"id\":" + QByteArray::number(++m_flows);
        add('X', thread, "\"dur\":2");
        ++m_now;
        add('s', thread, id);
        m_now += 3;
        add('X', (thread + 1) % 3, "\"dur\":2");
        ++m_now;
        add('f', (thread + 1) % 3, id + ",\"bp\":\"e\"");
        m_now += 3;
    }

    void add(char phase, int thread, const QByteArray &more)
    {
        const bool isNamed = phase != 'E';
        m_text += QByteArray(m_text.isEmpty() ? "" : ",\n") + "{\"ph\":\"" + phase +
                  "\",\"pid\":1,\"tid\":" + QByteArray::number(10 + thread) +
                  ",\"ts\":" + QByteArray::number(m_now) + (isNamed ? ",\"cat\":\"c\",\"name\":\"n\"" : "") +
                  (more.isEmpty() ? "" : "," + more) + '}';
    }

    QRandomGenerator m_random;
    QByteArray m_text;
    int m_now = 1000, m_tasks = 0, m_ended = 0, m_flows = 0;
    int m_depth[3] = {};
};

PerfettoTrace randomPackets(quint32 seed, int events)
{
    QRandomGenerator random(seed);
    PerfettoTrace trace;
    int depth[4] = {};
    quint64 now = 1000, flow = 0;
    trace.start();
    for (quint64 track = 1; track <= 4; ++track)
        trace.track(track, "t" + std::to_string(track));
    trace.track(9, [](pbf_writer &track) {
        track.add_string(2, "c");
        track.add_message(8, std::string());
    });
    for (int i = 0; i < events; ++i) {
        const quint32 track = quint32(random.bounded(4));
        now += quint32(random.bounded(3));
        switch (random.bounded(5)) {
        case 0:
        case 1:
            trace.event(now, 1, track + 1, "n" + std::to_string(random.bounded(5)));
            ++depth[track];
            break;
        case 2:
            if (depth[track] > 0) {
                trace.event(now, 2, track + 1);
                --depth[track];
            }
            break;
        case 3:
            trace.event(now, 4, 9, [&](pbf_writer &event) { event.add_int64(30, random.bounded(100)); });
            break;
        default:
            ++flow;
            trace.event(now, 3, track + 1, [&](pbf_writer &event) { event.add_fixed64(47, flow); });
            trace.event(now + 1, 3, (track + 1) % 4 + 1,
                        [&](pbf_writer &event) { event.add_fixed64(48, flow); });
        }
    }
    return trace;
}

} // namespace

class TestForeignJudge : public QObject
{
    Q_OBJECT

    PerfettoJudge m_judge;

    void compare(const QByteArray &bytes)
    {
        const QByteArray errors = m_judge.errors(bytes);
        QVERIFY2(errors.isEmpty() || errors.startsWith("slice_spill_overlapping"),
                 errors.constData()); // both put them beside
        QCOMPARE(ourCounts(bytes), m_judge.ask(bytes, counts));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PerfettoJudge::isHere())
            QSKIP(PerfettoJudge::howToHaveIt);
    }

    void chromeTracesHaveTheSameSlicesCountersAndArrows()
    {
        for (quint32 seed = 0; seed < 20; ++seed) {
            compare(RandomJson(seed).made(300));
            if (QTest::currentTestFailed())
                return qWarning("seed %u", seed);
        }
    }

    void perfettoTracesHaveTheSameSlicesCountersAndArrows()
    {
        for (quint32 seed = 0; seed < 20; ++seed) {
            compare(randomPackets(seed, 300).bytes());
            if (QTest::currentTestFailed())
                return qWarning("seed %u", seed);
        }
    }
};

QTEST_GUILESS_MAIN(TestForeignJudge)
#include "tst_foreign_judge.moc"
