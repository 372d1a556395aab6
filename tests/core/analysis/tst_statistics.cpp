// SPDX-License-Identifier: MIT
#include "core/analysis/statistics.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace loopscope;

namespace {

std::vector<Nanos> nanos(const std::vector<qint64> &numbers)
{
    std::vector<Nanos> values;
    for (const qint64 number : numbers)
        values.emplace_back(number);
    return values;
}

} // namespace

class TestStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Expected values are R's quantile(x, p, type = 7), times 100.
    void quantilesAreThoseOfType7_data()
    {
        QTest::addColumn<std::vector<qint64>>("sorted");
        QTest::addColumn<double>("p");
        QTest::addColumn<qint64>("expected");
        const std::vector<qint64> four{100, 200, 300, 400};
        QTest::newRow("least") << four << 0.0 << qint64(100);
        QTest::newRow("q1 of 4") << four << 0.25 << qint64(175);
        QTest::newRow("median of 4") << four << 0.5 << qint64(250);
        QTest::newRow("q3 of 4") << four << 0.75 << qint64(325);
        QTest::newRow("p95 of 4") << four << 0.95 << qint64(385);
        QTest::newRow("most") << four << 1.0 << qint64(400);
        const std::vector<qint64> seven{100, 200, 400, 800, 1600, 3200, 6400};
        QTest::newRow("q1 of 7") << seven << 0.25 << qint64(300);
        QTest::newRow("q3 of 7") << seven << 0.75 << qint64(2400);
        QTest::newRow("p95 of 7") << seven << 0.95 << qint64(5440);
        QTest::newRow("of one") << std::vector<qint64>{7} << 0.95 << qint64(7);
        QTest::newRow("a half is rounded away from zero") << std::vector<qint64>{1, 2} << 0.5 << qint64(2);
        const qint64 huge = qint64(1) << 62;
        QTest::newRow("huge") << std::vector<qint64>{-huge / 2, huge / 2} << 0.5 << qint64(0);
    }

    void quantilesAreThoseOfType7()
    {
        QFETCH(std::vector<qint64>, sorted);
        QFETCH(double, p);
        QFETCH(qint64, expected);
        QCOMPARE(quantile(nanos(sorted), p).count(), expected);
    }

    void everyFigureCountsAllValuesInAnyOrder()
    {
        const Statistics of = statisticsOf(nanos({400, 100, 300, 200}));
        QCOMPARE(of.count, size_t(4));
        QCOMPARE(of.min.count(), 100);
        QCOMPARE(of.q1.count(), 175);
        QCOMPARE(of.median.count(), 250);
        QCOMPARE(of.q3.count(), 325);
        QCOMPARE(of.iqr().count(), 150);
        QCOMPARE(of.p95.count(), 385);
        QCOMPARE(of.max.count(), 400);
        QCOMPARE(of.mean.count(), 250);
        QVERIFY(of.outliers.empty());
    }

    void outliersAreMarkedByTheirPlaceAndCountedAllTheSame()
    {
        // q1 = 12, q3 = 14: the fences are 9 and 17, and 9 itself is within them
        const Statistics of = statisticsOf(nanos({12, 100, 13, 14, 12, 14, 9, 13, 12}));
        QCOMPARE(of.outliers, std::vector<size_t>{1});
        QCOMPARE(of.max.count(), 100);
        QCOMPARE(of.mean.count(), 22);
        QCOMPARE(statisticsOf(nanos({12, 8, 13, 14, 12, 14, 14, 13, 12})).outliers, std::vector<size_t>{1});
    }

    void whereAllAreEqualAnythingElseIsAnOutlier()
    {
        QCOMPARE(statisticsOf(nanos({5, 5, 5, 5, 5, 6})).outliers, std::vector<size_t>{5});
    }

    void ofNothingEverythingIsZero() { QCOMPARE(statisticsOf({}), Statistics()); }

    void secondsAreExactToTheNanosecond()
    {
        QCOMPARE(exactSeconds(Nanos(0)), "0");
        QCOMPARE(exactSeconds(Nanos(1)), "0.000000001");
        QCOMPARE(exactSeconds(Nanos(-1'500'000'000)), "-1.5");
        QCOMPARE(exactSeconds(Nanos(12'345'678'901)), "12.345678901");
        QCOMPARE(exactSeconds(Nanos::min()), "-9223372036.854775808");
    }

    void theJsonHoldsEveryFigureAndEveryValue()
    {
        const std::vector<Nanos> values = nanos({1000, 1000, 1000, 5000});
        const QJsonObject json = QJsonDocument::fromJson(toJson(statisticsOf(values), values)).object();
        QCOMPARE(json.keys(), QStringList({"iqr", "max", "mean", "median", "min", "outliers", "p95", "q1",
                                           "q3", "values"}));
        QCOMPARE(json["median"].toDouble(), 1e-6);
        QCOMPARE(json["outliers"][0].toInt(), 3);
        QCOMPARE(json["values"][3].toDouble(), 5e-6);
    }
};

QTEST_GUILESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
