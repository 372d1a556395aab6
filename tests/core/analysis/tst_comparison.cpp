// SPDX-License-Identifier: MIT
#include "core/analysis/comparison_text.h"
#include "session_story.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <random>

using namespace loopscope;
using namespace std::chrono_literals;

namespace {

RecordingComparison compared(const std::vector<double> &before, const std::vector<double> &after,
                             const QByteArray &clock = "real")
{
    return compare(sessionStatsOf(sessionStory(before, clock).store),
                   sessionStatsOf(sessionStory(after, clock).store));
}

Difference costs(const std::vector<double> &before, const std::vector<double> &after,
                 const QByteArray &clock = "real")
{
    return compared(before, after, clock).runs.at(0).figures.cost;
}

/// Around `middle` milliseconds.
std::vector<double> noisy(quint32 seed, double middle, double spread, int count)
{
    std::mt19937 bits(seed);
    std::vector<double> values;
    for (int i = 0; i < count; ++i)
        values.push_back(middle + spread * (double(bits()) / 4294967295.0 - 0.5));
    return values;
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShiftBeyondTheSpreadIsSlowerWithAnIntervalAroundIt()
    {
        const Difference cost = costs(noisy(1, 10, 1, 20), noisy(2, 13, 1, 20));
        QCOMPARE(cost.finding, Finding::Slower);
        QVERIFY(cost.interval->low > 2ms && cost.interval->low < 3ms);
        QVERIFY(cost.interval->high > 3ms && cost.interval->high < 4ms);
        const QString sentence = sentenceOf(cost);
        QVERIFY2(sentence.contains(QStringLiteral(" ms slower (+")) &&
                     sentence.contains(QStringLiteral(" %), 95 % sure between 2.")) &&
                     sentence.endsWith(QStringLiteral(" ms")),
                 qPrintable(sentence));
        QCOMPARE(costs(noisy(2, 13, 1, 20), noisy(1, 10, 1, 20)).finding, Finding::Faster);
    }

    void aShiftInsideTheSpreadIsNoise()
    {
        const Difference cost = costs(noisy(3, 10, 6, 9), noisy(4, 10.5, 6, 9));
        QCOMPARE(cost.finding, Finding::Noise);
        QVERIFY(cost.interval->low < 0ms && cost.interval->high > 0ms);
        QVERIFY2(sentenceOf(cost).contains(QStringLiteral(" is inside the noise of ")),
                 qPrintable(sentenceOf(cost)));
    }

    /// Of pairs of the same spread about 5 % may seem to differ; the bootstrap of a median is more careful.
    void whatDoesNotDifferSeldomSeemsTo()
    {
        constexpr size_t repeats = 11;
        const MedianResampling before(repeats, resampleSeed), after(repeats, resampleSeed + 1);
        const auto sample = [](quint32 seed) {
            std::vector<Nanos> values;
            for (const double milliseconds : noisy(seed, 10, 2, repeats))
                values.emplace_back(qint64(milliseconds * 1e6));
            std::sort(values.begin(), values.end());
            return values;
        };
        int found = 0;
        for (quint32 pair = 0; pair < 300; ++pair) {
            const Interval interval =
                differenceOfMedians(sample(2 * pair), before, sample(2 * pair + 1), after);
            found += interval.low > 0ns || interval.high < 0ns ? 1 : 0;
        }
        QVERIFY2(found <= 300 * 7 / 100, qPrintable(QString::number(found)));
    }

    void theSameFiguresGiveTheSameIntervalEveryTime()
    {
        const auto before = noisy(5, 10, 2, 8);
        const auto after = noisy(6, 11, 2, 8);
        QCOMPARE(costs(before, after).interval, costs(before, after).interval);
    }

    /// All resamples of two values: medians 1, 1.5, 1.5, 2, so a quarter of them is the least.
    void theMedianOfAResampleIsDrawnAsItShould()
    {
        const auto medians = MedianResampling(2, resampleSeed).medians({Nanos(1000), Nanos(2000)});
        const auto count = [&](qint64 nanos) {
            return std::count(medians.begin(), medians.end(), Nanos(nanos));
        };
        QCOMPARE(count(1000) + count(1500) + count(2000), resampleCount);
        QVERIFY(std::abs(count(1000) - resampleCount / 4) < 200);
        QVERIFY(std::abs(count(1500) - resampleCount / 2) < 200);
        const auto odd = MedianResampling(3, 1).medians({Nanos(1), Nanos(2), Nanos(3)});
        // 13 of the 27 resamples of three values have the middle one as their median
        QVERIFY(std::abs(std::count(odd.begin(), odd.end(), Nanos(2)) - resampleCount * 13 / 27) < 200);
    }

    void oneRepeatEachGivesNoInterval()
    {
        const Difference cost = costs({10}, {13});
        QCOMPARE(cost.finding, Finding::Unknown);
        QCOMPARE(sentenceOf(cost),
                 QStringLiteral("3 ms slower (+30 %); one repeat each: no interval can be given"));
        QCOMPARE(sentenceOf(costs({10}, {13, 14})),
                 QStringLiteral("3.5 ms slower (+35 %); one repeat on one side: no interval can be given"));
        QVERIFY(!canJudge(compared({10}, {13})));
    }

    void onTheVirtualClockFiguresAreExact()
    {
        const Difference cost = costs({1000}, {1500}, "virtual");
        QCOMPARE(cost.finding, Finding::Slower);
        QCOMPARE(sentenceOf(cost), QStringLiteral("500 ms slower (+50 %), exactly (virtual clock)"));
        QCOMPARE(sentenceOf(costs({1, 1}, {1}, "virtual")), QStringLiteral("exactly the same"));
        QVERIFY(canJudge(compared({1}, {1}, "virtual")));
    }

    void differentClocksAreNotCompared()
    {
        const auto comparison = compare(sessionStatsOf(sessionStory({1, 2}, "virtual").store),
                                        sessionStatsOf(sessionStory({1, 2}, "real").store));
        const auto single = compare(sessionStatsOf(sessionStory({1}, "virtual").store),
                                    sessionStatsOf(sessionStory({2}, "real").store));
        QCOMPARE(sentenceOf(single.runs.at(0).figures.cost),
                 QStringLiteral("on different clocks: cannot be compared"));
        QVERIFY(!comparison.runs[0].isOnSameClock);
        QVERIFY(toText(comparison).contains(QStringLiteral("different clocks")));
        QCOMPARE(sentenceOf(comparison.runs[0].figures.cost),
                 QStringLiteral("on different clocks: cannot be compared"));
        QVERIFY(!canJudge(comparison));
    }

    void fewRepeatsAreSaidToBeFew()
    {
        QVERIFY(sentenceOf(costs({10, 10.1, 10.2}, {20, 20.1, 20.2}))
                    .endsWith(QStringLiteral("(a rough guess from so few repeats)")));
    }

    void ofFewRepeatsEachHasToBeSlowerThanEachBefore()
    {
        const auto overlapping = compared({10, 10.1, 10.2, 10.3, 10.4}, {10.35, 20, 20, 20, 20, 20, 20, 20, 20});
        QCOMPARE(overlapping.runs.at(0).figures.cost.finding, Finding::Slower);
        QVERIFY(slowerBeyond(overlapping, 0.05).isEmpty());
        const auto apart = compared({10, 10.1, 10.2}, {11, 12, 13});
        QCOMPARE(slowerBeyond(apart, 0.05).size(), 2);
        QVERIFY(slowerBeyond(apart, 0.08).isEmpty()); // 11 is not slower than 10.2 by so much
        for (const auto &comparison : {overlapping, apart})
            QVERIFY(unjudgedRuns(comparison).isEmpty());
        QCOMPARE(slowerBeyond(compared(noisy(1, 10, 1, 6), noisy(2, 20, 1, 6)), 0.05).size(), 2);
    }

    void oneRepeatOnTheVirtualClockIsJudged()
    {
        const auto comparison = compared({1000}, {1500}, "virtual");
        QVERIFY(unjudgedRuns(comparison).isEmpty());
        QCOMPARE(slowerBeyond(comparison, 0.05).size(), 2);
    }

    void whatIsOnlyInOneOfThemIsListed()
    {
        Story before, after;
        tellRun(before, {.name = "old"});
        tellRun(before, {.task = "gone"});
        tellRun(after, {.task = "come"});
        tellRun(after, {.name = "new"});
        const auto comparison = compare(sessionStatsOf(before.store), sessionStatsOf(after.store));
        QCOMPARE(comparison.onlyBefore, QStringList("old"));
        QCOMPARE(comparison.onlyAfter, QStringList("new"));
        QCOMPARE(comparison.runs.at(0).onlyBefore, QStringList("gone"));
        QCOMPARE(comparison.runs.at(0).onlyAfter, QStringList("come"));
        QVERIFY(toText(comparison).contains(QStringLiteral("  only before: tasks gone\n")));
        QVERIFY(
            toText(comparison).endsWith(QStringLiteral("  only before: runs old\n  only after: runs new\n")));
    }

    void onlyWhatIsSlowerBeyondTheNoiseExceeds()
    {
        const auto slower = compared(noisy(1, 10, 1, 20), noisy(2, 13, 1, 20));
        const QStringList found = slowerBeyond(slower, 0.05);
        QCOMPARE(found.size(), 2); // the run, and the task that is all of it
        QVERIFY(found[0].startsWith(QStringLiteral("run r: ")));
        QVERIFY(found[1].startsWith(QStringLiteral("run r, task main: ")));
        QVERIFY(slowerBeyond(slower, 0.28).isEmpty()); // 30 % slower, but not surely by that much
        QVERIFY(slowerBeyond(compared(noisy(3, 10, 6, 9), noisy(4, 10.5, 6, 9)), 0).isEmpty());
        QVERIFY(slowerBeyond(compared({10}, {20}), 0.05).isEmpty());
    }

    void theJsonHoldsTheSentenceAndTheInterval()
    {
        const auto comparison = compared(noisy(1, 10, 1, 20), noisy(2, 13, 1, 20));
        const QJsonObject json = QJsonDocument::fromJson(toJson(comparison)).object();
        QCOMPARE(json["resamples"].toInt(), 10000);
        const QJsonObject cost = json["runs"][0]["cost"].toObject();
        QCOMPARE(cost["finding"].toString(), QStringLiteral("slower"));
        QVERIFY(cost["interval"][0].toDouble() > 0.002);
        QCOMPARE(cost["sentence"].toString(), sentenceOf(comparison.runs[0].figures.cost));
        QVERIFY(json["runs"][0]["lag"].isObject());
        QCOMPARE(json["runs"][0]["tasks"][0]["task"].toString(), QStringLiteral("main"));
    }

    void nothingAtAllIsNothing()
    {
        QCOMPARE(toText(compare({}, {})), QString());
        QVERIFY(QJsonDocument::fromJson(toJson(compare({}, {}))).isObject());
    }
};

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
