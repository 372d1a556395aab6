// SPDX-License-Identifier: MIT
#include "core/trace/payload_list.h"

#include <QRandomGenerator>
#include <QTest>

using namespace loopscope;

class TestPayloadList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsAHashOfTexts()
    {
        QRandomGenerator random(11);
        QHash<quint32, QByteArray> plain;
        PayloadList list;
        for (quint32 id = 1; id <= 4000; ++id) {
            const quint32 any = random.bounded(30) == 0 ? random.generate() : id;
            const QByteArray text(random.bounded(20) ? random.bounded(80) : random.bounded(5000),
                                  char('a' + id % 26));
            plain.insert(any, text);
            list.insert({any}, text);
        }
        for (auto it = plain.cbegin(); it != plain.cend(); ++it) {
            QCOMPARE(list.text({it.key()}), it.value());
            QVERIFY(!list.text({it.key()}).isNull());
        }
    }

    void whatIsUnknownIsNull()
    {
        PayloadList list;
        QVERIFY(list.text({}).isNull());
        list.insert({1}, "one");
        QVERIFY(list.text({2}).isNull());
        QVERIFY(list.text({0xffff'ffff}).isNull());
    }

    void aTextThatComesAgainReplaces()
    {
        PayloadList list;
        list.insert({1}, "one");
        list.insert({1}, "two");
        QCOMPARE(list.text({1}), QByteArray("two"));
    }

    void aLongTextIsSharedNotCopied()
    {
        const QByteArray body(100'000, 'x');
        PayloadList list;
        list.insert({1}, body);
        QCOMPARE(list.text({1}).constData(), body.constData());
    }
};

QTEST_APPLESS_MAIN(TestPayloadList)
#include "tst_payload_list.moc"
