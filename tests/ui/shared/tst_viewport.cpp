// SPDX-License-Identifier: MIT
#include "ui/shared/viewport.h"

#include <QSignalSpy>
#include <QTest>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

constexpr TracePoint at(Nanos since)
{
    return TracePoint{} + since;
}
constexpr TimeSpan span(Nanos from, Nanos to)
{
    return {at(from), at(to)};
}

double share(const Viewport &viewport, TracePoint point)
{
    const TimeSpan visible = viewport.visible();
    return double((point - visible.begin).count()) / double(visible.length().count());
}

} // namespace

class TestViewport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsFittedAndGrowsWithItsContent()
    {
        Viewport viewport;
        QSignalSpy changes(&viewport, &Viewport::changed);
        viewport.setContent(span(0s, 4s));
        QCOMPARE(changes.size(), 1);
        QVERIFY(viewport.visible().begin < at(0s) && viewport.visible().begin > at(-1s));
        QVERIFY(viewport.visible().end > at(4s) && viewport.visible().end < at(5s));
        viewport.setContent(span(0s, 4s));
        QCOMPARE(changes.size(), 1);
    }

    void zoomKeepsTheInstantUnderThePointer()
    {
        Viewport viewport;
        viewport.setContent(span(0s, 4s));
        const double before = share(viewport, at(3s));
        viewport.zoomBy(100, at(3s));
        QVERIFY(qAbs(share(viewport, at(3s)) - before) < 1e-6);
        QCOMPARE(viewport.mode(), Viewport::Mode::Free);
    }

    void zoomStopsAtBothEnds()
    {
        Viewport viewport;
        viewport.setContent(span(0s, 4s));
        viewport.zoomBy(1e15, at(1s));
        QCOMPARE(viewport.visible().length(), Viewport::least);
        QSignalSpy changes(&viewport, &Viewport::changed);
        viewport.zoomBy(2, at(1s));
        QCOMPARE(changes.size(), 0);
        viewport.zoomBy(1e-15, at(1s));
        QVERIFY(viewport.visible().length() < 20s);
    }

    void nobodyGetsLostInEmptyTime()
    {
        Viewport viewport;
        viewport.setContent(span(0s, 4s));
        viewport.panBy(1h);
        QVERIFY(viewport.visible().overlaps(span(0s, 5s)));
        viewport.panBy(-2h);
        QVERIFY(viewport.visible().overlaps(span(-1s, 4s)));
    }

    void freeViewStaysWhenContentGrows()
    {
        Viewport viewport;
        viewport.setContent(span(0s, 4s));
        viewport.panBy(10ms);
        const TimeSpan before = viewport.visible();
        viewport.setContent(span(0s, 40s));
        QCOMPARE(viewport.visible(), before);
        viewport.fit();
        QVERIFY(viewport.visible().end > at(40s));
    }

    void followingScrollsOnlyOnceTheNewestNearsTheEdge()
    {
        Viewport viewport;
        viewport.setContent(span(0s, 1s));
        viewport.show(span(0s, 10s));
        viewport.follow();
        const TimeSpan before = viewport.visible();
        viewport.setContent(span(0s, 2s));
        QCOMPARE(viewport.visible(), before);
        viewport.setContent(span(0s, 30s));
        QCOMPARE(viewport.visible().length(), before.length());
        QVERIFY(qAbs(share(viewport, at(30s)) - 0.85) < 1e-3);
    }
};

QTEST_APPLESS_MAIN(TestViewport)
#include "tst_viewport.moc"
