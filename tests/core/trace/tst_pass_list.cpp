// SPDX-License-Identifier: MIT
#include "core/trace/pass_list.h"

#include <QRandomGenerator>
#include <QTest>

using namespace loopscope;

namespace {

struct Plain
{
    std::vector<PassInfo> passes;
    PassList list;

    void open(TracePoint at)
    {
        const auto number = quint32(passes.size() * 3 + 1);
        passes.push_back({number, at, {}});
        list.open(number, at);
    }
    void close(TracePoint at)
    {
        passes.back().end = at;
        list.close(at);
    }
    Nanos lengthOf(size_t at) const { return passes[at].end ? *passes[at].end - passes[at].begin : Nanos(0); }
    Nanos busyBefore(TracePoint at, TracePoint openEnd) const
    {
        Nanos busy{0};
        for (size_t i = 0; i < passes.size(); ++i) {
            const bool isLast = i + 1 == passes.size();
            const TracePoint begin = passes[i].begin;
            const TracePoint end = passes[i].end.value_or(isLast ? std::max(begin, openEnd) : begin);
            busy += std::max(Nanos(0), std::min(end, at) - begin);
        }
        return busy;
    }
    size_t nextLonger(Nanos limit, size_t from) const
    {
        for (; from < passes.size() && lengthOf(from) <= limit; ++from) {
        }
        return std::min(from, passes.size());
    }
    size_t nextAfterGap(Nanos limit, size_t from) const
    {
        for (; from < passes.size(); ++from) {
            if (from > 0 && passes[from].begin - (passes[from - 1].begin + lengthOf(from - 1)) > limit)
                return from;
        }
        return passes.size();
    }
};

QString wrongAnswer(const Plain &plain, QRandomGenerator &random)
{
    const TracePoint at{random.bounded(qint64(-10), plain.passes.back().begin.ns + 200)};
    const TracePoint openEnd{random.bounded(qint64(0), plain.passes.back().begin.ns + 200)};
    size_t near = 0;
    if (plain.list.busyBefore(at, openEnd, near) != plain.busyBefore(at, openEnd))
        return QStringLiteral("busy before %1").arg(at.ns);
    const size_t from = random.bounded(quint32(plain.passes.size()));
    const Nanos limit(random.bounded(130));
    if (plain.list.nextLonger(limit, from) != plain.nextLonger(limit, from))
        return QStringLiteral("longer than %1 from %2").arg(limit.count()).arg(from);
    if (plain.list.nextAfterGap(limit, from) != plain.nextAfterGap(limit, from))
        return QStringLiteral("gap over %1 from %2").arg(limit.count()).arg(from);
    const auto found = std::partition_point(plain.passes.begin() + qsizetype(from), plain.passes.end(),
                                            [at](const PassInfo &each) { return each.begin < at; });
    if (plain.list.firstFrom(at, from) != size_t(found - plain.passes.begin()))
        return QStringLiteral("first from %1 after %2").arg(at.ns).arg(from);
    return {};
}

} // namespace

class TestPassList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsAVectorOfPassesAndEveryQuestionHasTheAnswerOfALookAtAll()
    {
        for (quint32 seed = 1; seed <= 40; ++seed) {
            QRandomGenerator random(seed);
            const int rare = seed % 2 ? 3 : 400; // long ones and gaps may be many or few
            const auto step = [&] {
                return Nanos(random.bounded(rare) ? random.bounded(6) : random.bounded(150));
            };
            Plain plain;
            TracePoint at{7};
            for (int batch = 0; batch < 10; ++batch) {
                for (int i = random.bounded(1, 300); i > 0; --i) {
                    plain.open(at += step());
                    if (random.bounded(50) > 0)
                        plain.close(at += step());
                }
                QCOMPARE(plain.list.size(), plain.passes.size());
                for (size_t i = 0; i < plain.passes.size(); ++i) {
                    const PassInfo pass = plain.list[i];
                    QCOMPARE(pass.number, plain.passes[i].number);
                    QCOMPARE(pass.begin, plain.passes[i].begin);
                    QCOMPARE(pass.end, plain.passes[i].end);
                }
                for (int i = 0; i < 100; ++i)
                    QCOMPARE(wrongAnswer(plain, random), QString());
            }
        }
    }

    void noneBeginsBeforeTheEndOfTheOneBefore()
    {
        PassList list;
        list.open(1, {10});
        list.close({20});
        list.open(2, {15});
        QCOMPARE(list.back().begin, TracePoint{20});
        list.close({3});
        QCOMPARE(list.back().end, std::optional(TracePoint{20}));
    }

    void anEmptyListAnswersEverything()
    {
        const PassList list;
        size_t near = 0;
        QVERIFY(list.empty());
        QCOMPARE(list.nextLonger(Nanos(0), 0), size_t(0));
        QCOMPARE(list.nextAfterGap(Nanos(0), 0), size_t(0));
        QCOMPARE(list.firstFrom({0}), size_t(0));
        QCOMPARE(list.busyBefore({100}, {100}, near), Nanos(0));
    }
};

QTEST_APPLESS_MAIN(TestPassList)
#include "tst_pass_list.moc"
