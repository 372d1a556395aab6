// SPDX-License-Identifier: MIT
#include "core/trace/payload_numbers.h"

#include <QTest>

using namespace loopscope;

class TestPayloadNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyTextHasNoNumber()
    {
        PayloadNumbers numbers;
        QVERIFY(!numbers.of({}).id);
        QVERIFY(!numbers.of("").id);
        QVERIFY(!numbers.of("").isNew);
    }

    void theSameWordsHaveOneNumberWhereverTheyStand()
    {
        PayloadNumbers numbers;
        const QByteArray text = "{\"on\":\"sleep\"}";
        const QByteArray twin(text.constData(), text.size());
        QVERIFY(twin.constData() != text.constData());
        QCOMPARE(numbers.of(text).id, PayloadId{1});
        QVERIFY(!numbers.of(text).isNew);
        QCOMPARE(numbers.of(twin).id, PayloadId{1});
        QVERIFY(!numbers.of(twin).isNew);
    }

    void aTextThatLiesWhereAnotherLayIsNotTakenForIt()
    {
        PayloadNumbers numbers;
        QList<PayloadId> seen;
        for (int i = 0; i < 10'000; ++i) { // the heap hands out the same few places again and again
            const auto number = numbers.of(QByteArray("text ") + QByteArray::number(i));
            QVERIFY(number.isNew);
            seen << number.id;
        }
        for (int i = 0; i < seen.size(); ++i)
            QCOMPARE(seen[i], PayloadId{quint32(i + 1)});
    }

    void aSharedTextThatIsChangedIsAnother()
    {
        PayloadNumbers numbers;
        QByteArray text = QByteArray("a").repeated(20);
        QCOMPARE(numbers.of(text).id, PayloadId{1});
        text[0] = 'b';
        QCOMPARE(numbers.of(text).id, PayloadId{2});
        text[0] = 'a';
        QCOMPARE(numbers.of(text).id, PayloadId{1});
    }

    void aPartOfATextIsNotTheText()
    {
        PayloadNumbers numbers;
        const QByteArray text = "abcdef";
        QCOMPARE(numbers.of(text).id, PayloadId{1});
        QCOMPARE(numbers.of(QByteArray::fromRawData(text.constData(), 3)).id, PayloadId{2});
    }

    void aLongTextIsNewEachTime()
    {
        PayloadNumbers numbers;
        const QByteArray body(1000, 'x');
        QCOMPARE(numbers.of(body).id, PayloadId{1});
        QCOMPARE(numbers.of(body).id, PayloadId{2});
        QVERIFY(numbers.of(body).isNew);
    }

    void hundredsOfThousandsOfTextsAreNumberedThrough()
    {
        PayloadNumbers numbers;
        constexpr quint32 count = 200'000; // more than are remembered
        for (quint32 i = 1; i <= count; ++i)
            QCOMPARE(numbers.of(QByteArray::number(i)).id, PayloadId{i});
        QVERIFY(!numbers.of(QByteArray::number(count)).isNew);
        QCOMPARE(numbers.of("one more").id, PayloadId{count + 1});
    }
};

QTEST_APPLESS_MAIN(TestPayloadNumbers)
#include "tst_payload_numbers.moc"
