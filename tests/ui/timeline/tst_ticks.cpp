// SPDX-License-Identifier: MIT
#include "ui/timeline/ticks.h"

#include <QTest>

Q_DECLARE_METATYPE(loopscope::TimeAxis)

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

TimeAxis axis(Nanos from, Nanos to, double width)
{
    return {{TracePoint{} + from, TracePoint{} + to}, width};
}

QString labels(const Ticks &ticks)
{
    QStringList out;
    for (const Tick &tick : ticks.ticks)
        if (tick.rank == TickRank::Major)
            out << QString(tick.label).replace(QChar(0x202F), u' ');
    return out.join(u'|');
}

} // namespace

class TestTicks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void axisLeadsThereAndBack()
    {
        const TimeAxis here = axis(1s, 3s, 500);
        QCOMPARE(here.x(TracePoint{} + 1s), 0.0);
        QCOMPARE(here.x(TracePoint{} + 2s), 250.0);
        QCOMPARE(here.at(250), TracePoint{} + 2s);
        QCOMPARE(here.at(-250), TracePoint{});
        QCOMPARE(here.length(1), 4ms);
        QCOMPARE(here.of(TracePoint{} + 10s).x(TracePoint{} + 12s), 250.0);
    }

    void axisWithoutExtentIsHarmless()
    {
        QCOMPARE(TimeAxis().x(TracePoint{} + 5s), 0.0);
        QCOMPARE(TimeAxis().at(5), TracePoint());
        QVERIFY(ticksFor(TimeAxis(), 80).ticks.empty());
    }

    void stepsAreOneTwoOrFive_data()
    {
        QTest::addColumn<qint64>("least");
        QTest::addColumn<qint64>("step");
        QTest::newRow("1") << qint64(1) << qint64(1);
        QTest::newRow("3") << qint64(3) << qint64(5);
        QTest::newRow("60 ms") << qint64(60'000'000) << qint64(100'000'000);
        QTest::newRow("200 ms") << qint64(200'000'000) << qint64(200'000'000);
        QTest::newRow("201 ms") << qint64(200'000'001) << qint64(500'000'000);
        QTest::newRow("an hour") << qint64(3'600'000'000'000) << qint64(5'000'000'000'000);
    }
    void stepsAreOneTwoOrFive()
    {
        QFETCH(const qint64, least);
        QFETCH(const qint64, step);
        QCOMPARE(roundStep(Nanos(least)).count(), step);
    }

    void labelsKeepTheirDistanceAndTheirUnit_data()
    {
        QTest::addColumn<TimeAxis>("where");
        QTest::addColumn<QString>("expected");
        QTest::newRow("seconds") << axis(0s, 4s, 800)
                                 << "0.0 s|0.5 s|1.0 s|1.5 s|2.0 s|2.5 s|3.0 s|3.5 s|4.0 s";
        QTest::newRow("milliseconds") << axis(0ms, 200ms, 400) << "0 ms|50 ms|100 ms|150 ms|200 ms";
        QTest::newRow("microseconds") << axis(10us, 30us, 250) << "10 µs|20 µs|30 µs";
        QTest::newRow("before the start") << axis(-1s, 1s, 200) << "−1 s|0 s|1 s";
    }
    void labelsKeepTheirDistanceAndTheirUnit()
    {
        QFETCH(const TimeAxis, where);
        QFETCH(const QString, expected);
        QCOMPARE(labels(ticksFor(where, 80)), expected);
    }

    void longLabelsCountFromABase()
    {
        const Ticks ticks = ticksFor(axis(1001ms, 1001ms + 2us, 400), 80);
        QVERIFY(ticks.base);
        QCOMPARE(*ticks.base, TracePoint{} + 1001ms);
        QVERIFY(labels(ticks).startsWith(QStringLiteral("+0.0 µs|+0.5 µs")));
    }

    void fourMinorTicksStandBetweenTwoLabels()
    {
        const Ticks ticks = ticksFor(axis(0s, 4s, 800), 80);
        QCOMPARE(ticks.ticks.size(), size_t(8 * 5 + 1));
        QCOMPARE(ticks.ticks[1].rank, TickRank::Minor);
        QCOMPARE(ticks.ticks[1].x, 20.0);
    }
};

QTEST_APPLESS_MAIN(TestTicks)
#include "tst_ticks.moc"
