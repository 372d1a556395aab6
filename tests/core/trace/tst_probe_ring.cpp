// SPDX-License-Identifier: MIT
#include "core/trace/probe_ring.h"

#include <QTest>

#include <random>
#include <thread>

using namespace loopscope;
using Kind = ProbeRecord::Kind;

namespace {

constinit const TraceSite site{"here", __FILE__, __LINE__};

void write(ProbeRing &ring, Kind kind, quint64 value)
{
    const quint64 what = ProbeRecord::whatOf(kind, site);
    if (!ring.write(what, value))
        ring.writeSlowly(what, value);
}

std::vector<ProbeRecord> drained(ProbeRing &ring)
{
    std::vector<ProbeRecord> records;
    ring.drain([&records](const ProbeRecord &record) { records.push_back(record); });
    return records;
}

/// Reads records as whoever draws them: slices nest, and a Lost may end them all. Counts what there is.
class Judge
{
public:
    void take(const ProbeRecord &record)
    {
        isOrdered &= record.ticks >= m_last;
        m_last = record.ticks;
        if (record.kind() == Kind::Lost) {
            lost += record.value;
            if (record.endsAll())
                m_open.clear();
            return;
        }
        ++records;
        if (record.kind() == Kind::Begin)
            m_open.push_back(record.value);
        if (record.kind() == Kind::End) {
            isNested &= !m_open.empty() && m_open.back() == record.value;
            if (!m_open.empty())
                m_open.pop_back();
        }
    }
    [[nodiscard]] size_t open() const { return m_open.size(); }

    quint64 records = 0, lost = 0;
    bool isNested = true; ///< every end was the end of the innermost slice
    bool isOrdered = true;

private:
    std::vector<quint64> m_open;
    quint64 m_last = 0;
};

/// Writes `count` records of slices that nest up to `deepest`, by chance; ends what is open. Returns how many.
quint64 writeSlices(ProbeRing &ring, quint32 seed, int count, size_t deepest, const std::function<void()> &now)
{
    std::minstd_rand random(seed);
    std::vector<quint64> open;
    quint64 written = 0;
    for (int i = 0; i < count; ++i, ++written) {
        if (open.size() < deepest && random() % 2) {
            open.push_back(random());
            write(ring, Kind::Begin, open.back());
        } else if (!open.empty() && random() % 4) {
            write(ring, Kind::End, open.back());
            open.pop_back();
        } else {
            write(ring, Kind::Instant, 0);
        }
        if (random() % 100 == 0)
            now();
    }
    for (; !open.empty(); open.pop_back(), ++written)
        write(ring, Kind::End, open.back());
    return written;
}

} // namespace

class TestProbeRing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadInOrder()
    {
        ProbeRing ring(1000);
        for (quint64 round = 0; round < 50; ++round) { // round and round
            for (quint64 i = 0; i < 700; ++i)
                write(ring, Kind::Instant, round * 1000 + i);
            const auto records = drained(ring);
            QCOMPARE(records.size(), size_t(700));
            for (quint64 i = 0; i < 700; ++i) {
                QCOMPARE(records[i].value, round * 1000 + i);
                QCOMPARE(records[i].site(), &site);
            }
        }
        QVERIFY(drained(ring).empty());
    }

    void aFullRingLosesAndCountsWhatFollows()
    {
        ProbeRing ring(1000);
        for (quint64 i = 0; i < 5000; ++i)
            write(ring, Kind::Instant, i);
        const auto before = drained(ring);
        QCOMPARE(before.size(), size_t(1000 - 1 - ProbeRing::reserve));
        write(ring, Kind::Instant, 7);
        const auto after = drained(ring);
        QCOMPARE(after.size(), size_t(2));
        QCOMPARE(after[0].kind(), Kind::Lost);
        QCOMPARE(after[0].value, 5000 - before.size());
        QVERIFY(!after[0].endsAll());
        QCOMPARE(after[1].value, quint64(7));
    }

    void theEndOfASliceThatBeganIsKeptWhenTheRingIsFull()
    {
        ProbeRing ring(1000);
        for (quint64 depth = 0; depth < 10; ++depth)
            write(ring, Kind::Begin, depth);
        for (quint64 i = 0; i < 5000; ++i)
            write(ring, Kind::Instant, i);
        for (quint64 depth = 10; depth > 0; --depth)
            write(ring, Kind::End, depth - 1);
        Judge judge;
        for (const ProbeRecord &record : drained(ring))
            judge.take(record);
        QVERIFY(judge.isNested);
        QCOMPARE(judge.open(), size_t(0));
    }

    void endsForWhichThereIsNoPlaceEndAll()
    {
        constexpr quint64 deep = ProbeRing::reserve + 100;
        ProbeRing ring(1000);
        for (quint64 depth = 0; depth < deep; ++depth)
            write(ring, Kind::Begin, depth);
        for (quint64 i = 0; i < 5000; ++i)
            write(ring, Kind::Instant, i);
        for (quint64 depth = deep; depth > 0; --depth)
            write(ring, Kind::End, depth - 1);
        Judge judge;
        ring.drain([&judge](const ProbeRecord &record) { judge.take(record); });
        QVERIFY(judge.open() > 0);
        write(ring, Kind::Instant, 0);
        ring.drain([&judge](const ProbeRecord &record) { judge.take(record); });
        QVERIFY(judge.isNested);
        QCOMPARE(judge.open(), size_t(0));
    }

    void neverHalfASliceHoweverSlowTheReader_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 30; ++seed)
            QTest::addRow("%u", seed) << seed;
    }
    void neverHalfASliceHoweverSlowTheReader()
    {
        QFETCH(quint32, seed);
        ProbeRing ring(300 + seed * 7);
        Judge judge;
        std::minstd_rand random(seed);
        const auto read = [&] {
            if (random() % (1 + seed % 8) == 0)
                ring.drain([&judge](const ProbeRecord &record) { judge.take(record); });
        };
        const quint64 written = writeSlices(ring, seed, 50'000, 40, read);
        ring.drain([&judge](const ProbeRecord &record) { judge.take(record); });
        write(ring, Kind::Instant, 0); // tells what is lost last
        ring.drain([&judge](const ProbeRecord &record) { judge.take(record); });
        QVERIFY(judge.isNested);
        QVERIFY(judge.isOrdered);
        QCOMPARE(judge.open(), size_t(0));
        QCOMPARE(judge.records + judge.lost, written + 1);
    }

    void oneThreadWritesWhileAnotherReads()
    {
        ProbeRing ring(2000);
        std::atomic<bool> isOver = false;
        quint64 written = 0;
        std::thread writer([&] {
            written = writeSlices(ring, 5, 300'000, 30, [] {});
            isOver = true;
        });
        Judge judge;
        const auto take = [&judge](const ProbeRecord &record) { judge.take(record); };
        while (!isOver)
            ring.drain(take);
        writer.join();
        ring.drain(take);
        write(ring, Kind::Instant, 0);
        ring.drain(take);
        QVERIFY(judge.isNested);
        QVERIFY(judge.isOrdered);
        QCOMPARE(judge.open(), size_t(0));
        QCOMPARE(judge.records + judge.lost, written + 1);
    }

    void withoutACounterItReadsTheMonotonicClock()
    {
        ProbeRing ring(1000, TickSource::MonotonicClock);
        const quint64 before = monotonicTicks();
        for (quint64 i = 0; i < 2000; ++i)
            write(ring, Kind::Instant, i);
        const auto records = drained(ring);
        QCOMPARE(records.size(), size_t(1000 - 1 - ProbeRing::reserve));
        QVERIFY(records.front().ticks >= before && records.back().ticks <= monotonicTicks());
    }
};

QTEST_APPLESS_MAIN(TestProbeRing)
#include "tst_probe_ring.moc"
