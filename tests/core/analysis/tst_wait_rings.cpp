// SPDX-License-Identifier: MIT
#include "core/analysis/wait_rings.h"

#include <QTest>

using namespace loopscope;

Q_DECLARE_METATYPE(loopscope::WaitEdges)
Q_DECLARE_METATYPE(std::set<quint32>)

class TestWaitRings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRingIsAllWhoLeadBackToThemselves_data()
    {
        QTest::addColumn<WaitEdges>("edges");
        QTest::addColumn<std::set<quint32>>("members");
        const auto row = [](const char *name, const WaitEdges &edges, const std::set<quint32> &members) {
            QTest::newRow(name) << edges << members;
        };
        row("nobody waits", {}, {});
        row("a chain", {{1, {2}}, {2, {3}}, {3, {4}}}, {});
        row("a fan", {{1, {2, 3, 4}}, {2, {5}}, {3, {5}}}, {});
        row("itself", {{1, {1}}}, {1});
        row("two", {{1, {2}}, {2, {1}}}, {1, 2});
        row("who waits for a ring is not in it", {{1, {2}}, {2, {3}}, {3, {2, 4}}}, {2, 3});
        row("three, entered in the middle", {{3, {7}}, {7, {1}}, {1, {3}}}, {1, 3, 7});
        row("two rings", {{1, {2}}, {2, {1, 3}}, {3, {4}}, {4, {3}}}, {1, 2, 3, 4});
        row("two that share one", {{1, {2, 3}}, {2, {1}}, {3, {1}}}, {1, 2, 3});
        row("a way out is no ring", {{1, {2, 3}}, {2, {4}}, {3, {4}}, {4, {5}}}, {});
    }
    void aRingIsAllWhoLeadBackToThemselves()
    {
        QFETCH(WaitEdges, edges);
        QFETCH(std::set<quint32>, members);
        QVERIFY(tasksInRings(edges) == members);
    }

    void aRingOfAHundredThousandIsFound()
    {
        constexpr quint32 count = 100'000;
        WaitEdges edges;
        for (quint32 task = 1; task <= count; ++task)
            edges[task] = {task % count + 1};
        QCOMPARE(tasksInRings(edges).size(), size_t(count));
        edges[count].clear();
        QVERIFY(tasksInRings(edges).empty());
    }
};

QTEST_APPLESS_MAIN(TestWaitRings)
#include "tst_wait_rings.moc"
