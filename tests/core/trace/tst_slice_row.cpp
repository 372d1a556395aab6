// SPDX-License-Identifier: MIT
#include "core/trace/slice_row.h"

#include <QRandomGenerator>
#include <QTest>

using namespace loopscope;

namespace {

struct RowData
{
    std::vector<Slice> slices;
    std::vector<qint64> totals;
    TracePoint end;

    [[nodiscard]] SliceRow row() const { return {slices, totals, end}; }
};

RowData randomRow(quint32 seed, int count)
{
    QRandomGenerator random(seed);
    RowData data;
    qint64 at = 0, total = 0;
    for (int i = 0; i < count; ++i) {
        if (size_t(i) % SliceRow::block == 0)
            data.totals.push_back(total);
        at += random.bounded(4);
        const qint64 length = random.bounded(10) == 0 ? random.bounded(500) : random.bounded(3);
        data.slices.push_back({{at}, Nanos(length), {}, {}});
        at += length;
        total += length;
    }
    data.end = {at};
    if (random.bounded(2) == 0)
        data.slices.back().length = Slice::open;
    return data;
}

/// What the parts say, checked against all slices one by one; empty when they agree.
QString wrong(const RowData &data, TimeSpan span, Nanos grain)
{
    const SliceRow row = data.row();
    const std::vector<RowPart> parts = row.visible(span, grain);
    quint32 next = 0;
    while (next < row.size() && row.spanOf(next).end <= span.begin && row.spanOf(next).begin < span.begin)
        ++next;
    for (const RowPart &part : parts) {
        if (part.first != next || part.count == 0)
            return QStringLiteral("part begins with slice %1, not %2").arg(part.first).arg(next);
        next = part.first + part.count;
        qint64 covered = 0;
        for (quint32 i = part.first; i < next; ++i) {
            covered += row.spanOf(i).length().count();
            if (part.count > 1 && row.spanOf(i).length() >= grain)
                return QStringLiteral("slice %1 is long and not alone").arg(i);
            if (part.count > 1 && !part.span.contains(row.spanOf(i).begin))
                return QStringLiteral("slice %1 begins elsewhere").arg(i);
        }
        if (part.covered != (part.count == 1 ? Nanos(covered) : std::min(Nanos(covered), grain)))
            return QStringLiteral("part at %1 covers %2").arg(part.first).arg(part.covered.count());
        if (part.count == 1 && part.span != row.spanOf(part.first))
            return QStringLiteral("slice %1 has another span").arg(part.first);
    }
    if (next < row.size() && row.spanOf(next).begin < span.end)
        return QStringLiteral("slice %1 is missing").arg(next);
    if (double(parts.size()) > 2.0 * double(span.length().count()) / double(grain.count()) + 3)
        return QStringLiteral("%1 parts").arg(parts.size());
    return {};
}

} // namespace

class TestSliceRow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsVisibleIsWhatIsThere_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {1, 2, 63, 64, 65, 128, 1000})
            QTest::addRow("%d", count) << count;
    }

    void whatIsVisibleIsWhatIsThere()
    {
        QFETCH(int, count);
        QRandomGenerator random{quint32(count)};
        for (quint32 seed = 0; seed < 20; ++seed) {
            const RowData data = randomRow(seed, count);
            for (int i = 0; i < 20; ++i) {
                const qint64 begin = random.bounded(int(data.end.ns) + 2) - 1;
                const TimeSpan span{{begin}, {begin + 1 + random.bounded(int(data.end.ns) + 2)}};
                const Nanos grain{1 + random.bounded(i < 10 ? 5 : 300)};
                QCOMPARE(wrong(data, span, grain), QString());
            }
        }
    }

    void slicesAreFoundByTheirTime()
    {
        for (quint32 seed = 0; seed < 20; ++seed) {
            const RowData data = randomRow(seed, 200);
            const SliceRow row = data.row();
            for (qint64 at = -2; at < data.end.ns + 3; ++at) {
                const auto found = row.at({at});
                for (size_t i = 0; i < row.size(); ++i)
                    if (row.spanOf(i).contains({at}))
                        QVERIFY(found && (*found == i || row.slices()[*found].begin == TracePoint{at}));
                if (found)
                    QVERIFY(row.spanOf(*found).contains({at}) ||
                            row.slices()[*found].begin == TracePoint{at});
            }
        }
    }

    void coveredTimeIsTheSumOfTheLengths()
    {
        const RowData data = randomRow(7, 300);
        const SliceRow row = data.row();
        for (size_t first = 0; first <= row.size(); first += 13) {
            qint64 sum = 0;
            for (size_t last = first; last <= row.size(); ++last) {
                QCOMPARE(qint64(row.covered(first, last).count()), sum);
                if (last < row.size())
                    sum += row.spanOf(last).length().count();
            }
        }
    }

    void anEmptyRowShowsNothing()
    {
        const SliceRow row;
        QVERIFY(row.visible({{0}, {100}}, Nanos(1)).empty());
        QVERIFY(!row.at({0}));
        QCOMPARE(row.firstFrom({0}), size_t(0));
    }
};

QTEST_APPLESS_MAIN(TestSliceRow)
#include "tst_slice_row.moc"
