// SPDX-License-Identifier: MIT
#include "core/trace/event_list.h"

#include <QRandomGenerator>
#include <QTest>

using namespace loopscope;

namespace {

/// Mostly as programs do, at times as only damage does.
Event anyEvent(QRandomGenerator &random, const Event &before)
{
    Event event;
    event.id.value = before.id.value + 1;
    const bool isWild = random.bounded(40) == 0;
    const auto number = [&](quint32 usual) { return isWild ? random.generate() : random.bounded(usual); };
    event.at = isWild ? TracePoint{qint64(random.generate64())}
                      : TracePoint{before.at.ns + random.bounded(1'000'000)};
    event.cause.value = random.bounded(4) ? number(event.id.value + 1) : 0;
    event.task.value = number(1000);
    event.subject = random.bounded(3) ? 0 : number(100'000);
    event.payload.value = random.bounded(3) ? 0 : number(500);
    event.run.value = random.bounded(50) ? before.run.value : number(4);
    event.kind =
        EventKind(isWild ? quint8(random.generate()) : quint8(random.bounded(1, eventKindCount + 1)));
    return event;
}

} // namespace

class TestEventList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEventComesBackAsItWasWhileTheListGrows()
    {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            QRandomGenerator random(seed);
            std::vector<Event> plain;
            EventList list;
            for (int batch = 0; batch < 8; ++batch) {
                for (int i = random.bounded(1, 400); i > 0; --i) {
                    plain.push_back(anyEvent(random, plain.empty() ? Event() : plain.back()));
                    list.append(plain.back());
                }
                QCOMPARE(list.size(), quint32(plain.size()));
                for (const Event &event : plain)
                    QCOMPARE(list.at(event.id), event);
                const quint32 first = random.bounded(1u, list.size() + 1);
                const quint32 end = random.bounded(first, list.size() + 2);
                quint32 at = first;
                for (const Event &event : EventRange(list, {first}, {end}))
                    QCOMPARE(event, plain.at(at++ - 1));
                QCOMPARE(at, end);
            }
        }
    }

    void theFirstEventFromAnInstantOnIsFound()
    {
        QRandomGenerator random(5);
        std::vector<Event> plain;
        EventList list;
        for (quint32 i = 1; i <= 3000; ++i) {
            Event event;
            event.id.value = i;
            event.at.ns = (plain.empty() ? 0 : plain.back().at.ns) + random.bounded(3);
            plain.push_back(event);
            list.append(event);
        }
        for (int i = 0; i < 3000; ++i) {
            const quint32 first = random.bounded(1u, 3001u);
            const quint32 last = random.bounded(first, 3001u);
            const TracePoint edge{random.bounded(-5, 3100)};
            const auto found = std::partition_point(plain.begin() + first - 1, plain.begin() + last,
                                                    [edge](const Event &event) { return event.at < edge; });
            QCOMPARE(list.firstFrom(edge, {first}, {last}).value, quint32(found - plain.begin()) + 1);
        }
        QCOMPARE(list.firstFrom({0}, {7}, {6}), EventId{7});
    }

    void rangesOfNothingAreEmpty()
    {
        EventList list;
        for (const Event &event : EventRange(list, {1}, {1}))
            QFAIL(qPrintable(QString::number(event.id.value)));
        Event only;
        only.id.value = 1;
        list.append(only);
        for (const Event &event : EventRange(list, {2}, {1}))
            QFAIL(qPrintable(QString::number(event.id.value)));
    }
};

QTEST_APPLESS_MAIN(TestEventList)
#include "tst_event_list.moc"
