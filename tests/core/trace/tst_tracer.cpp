// SPDX-License-Identifier: MIT
#include "core/trace/tracer.h"

#include <QTest>

#include <map>
#include <set>
#include <thread>

using namespace loopscope;

namespace {

constinit const TraceSite outer{"outer", __FILE__, __LINE__};
constinit const TraceSite inner{"inner", __FILE__, __LINE__};

std::map<quint64, std::vector<ProbeRecord>> drained()
{
    std::map<quint64, std::vector<ProbeRecord>> records;
    Tracer::drain([&records](const TracedThread &thread, const ProbeRecord &record) {
        records[thread.id].push_back(record);
    });
    return records;
}

void work(quint64 value)
{
    const TraceScope scope(outer, value);
    Tracer::instant(inner, value);
}

} // namespace

class TestTracer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        Tracer::stop();
        (void)drained();
    }

    void nothingIsRecordedWhileItIsOff()
    {
        work(1);
        QVERIFY(drained().empty());
    }

    void aScopeIsASliceWithItsSite()
    {
        Tracer::start();
        work(42);
        const auto threads = drained();
        QCOMPARE(threads.size(), size_t(1));
        const std::vector<ProbeRecord> &records = threads.begin()->second;
        QCOMPARE(records.size(), size_t(3));
        QCOMPARE(records[0].kind(), ProbeRecord::Kind::Begin);
        QCOMPARE(records[0].site(), &outer);
        QCOMPARE(records[0].value, quint64(42));
        QCOMPARE(records[1].site()->name, "inner");
        QCOMPARE(records[2].kind(), ProbeRecord::Kind::End);
    }

    void everyThreadHasARingAndItIsReadAfterTheThreadsEnd()
    {
        Tracer::start(4 * ProbeRing::reserve);
        std::vector<std::thread> threads;
        for (quint64 thread = 0; thread < 8; ++thread)
            threads.emplace_back([thread] {
                for (quint64 i = 0; i < 20; ++i)
                    work(thread);
            });
        for (std::thread &thread : threads)
            thread.join();
        const auto all = drained();
        QCOMPARE(all.size(), size_t(8));
        std::set<quint64> values;
        for (const auto &[id, records] : all) {
            QCOMPARE(records.size(), size_t(60));
            values.insert(records.front().value);
        }
        QCOMPARE(values.size(), size_t(8));
        QVERIFY(drained().empty());
    }

    void itIsDrainedWhileThreadsComeAndGo()
    {
        Tracer::start();
        std::atomic<bool> isOver = false;
        std::thread maker([&isOver] {
            for (int i = 0; i < 100; ++i)
                std::thread([] {
                    for (int step = 0; step < 50; ++step)
                        work(1);
                }).join();
            isOver = true;
        });
        size_t count = 0;
        const auto take = [&count] {
            for (const auto &[id, records] : drained())
                count += records.size();
        };
        while (!isOver)
            take();
        maker.join();
        take();
        QCOMPARE(count, size_t(100 * 50 * 3));
    }
};

QTEST_APPLESS_MAIN(TestTracer)
#include "tst_tracer.moc"
