// SPDX-License-Identifier: MIT
#include "core/plan/thing.h"
#include "core/plan/value.h"

#include <QTest>

using namespace loopscope;

namespace {

class Ring : public Thing
{
public:
    explicit Ring(ThingRegistry &registry) : Thing(registry) { ++count; }
    ~Ring() override { --count; }
    QString name() const override { return QStringLiteral("Task-3"); }
    void letGo() override { held = Value(); }

    Value held;
    static inline int count = 0;
};

Value listOf(ValueList items)
{
    return makeList(std::move(items));
}

Value error(const char *type, const QString &message)
{
    return ErrorRef(std::make_shared<ErrorValue>(ErrorValue{{type, message, {}}, nullptr}));
}

} // namespace

class TestValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAreWrittenShortest_data()
    {
        QTest::addColumn<double>("number");
        QTest::addColumn<QString>("text");
        QTest::newRow("half") << 2.5 << "2.5";
        QTest::newRow("whole") << 2.0 << "2";
        QTest::newRow("minus zero") << -0.0 << "0";
        QTest::newRow("tenth") << 0.1 << "0.1";
        QTest::newRow("sum") << 0.1 + 0.2 << "0.30000000000000004";
        QTest::newRow("last fixed") << 0.0001 << "0.0001";
        QTest::newRow("first exponent") << 0.000025 << "2.5e-05";
        QTest::newRow("tiny") << 1e-7 << "1e-07";
        QTest::newRow("tiniest") << 5e-324 << "5e-324";
        QTest::newRow("large") << 1e22 << "10000000000000000000000";
    }
    void numbersAreWrittenShortest()
    {
        QFETCH(double, number);
        QFETCH(QString, text);
        QCOMPARE(valueText(number), text);
    }

    void textIsItselfInATextAndQuotedInJson()
    {
        const Value text(QStringLiteral("say \"hi\"\n\u00e9\u0001"));
        QCOMPARE(valueText(text), QStringLiteral("say \"hi\"\n\u00e9\u0001"));
        QCOMPARE(valueJson(text), QByteArray("\"say \\\"hi\\\"\\n\xc3\xa9\\u0001\""));
    }

    void listsAndObjectsAreCompactJsonWithKeysInWrittenOrder()
    {
        ValueObject object;
        object.insert(QStringLiteral("z"), listOf({Value(), true, qint64(1), 2.5}));
        object.insert(QStringLiteral("a"), QString());
        QCOMPARE(valueText(makeObject(object)), QStringLiteral("{\"z\":[null,true,1,2.5],\"a\":\"\"}"));
        QCOMPARE(valueText(listOf({})), QStringLiteral("[]"));
    }

    void anErrorIsTypeAndMessage()
    {
        QCOMPARE(valueText(error("KeyError", QStringLiteral("k"))), QStringLiteral("KeyError: k"));
        QCOMPARE(valueText(error("KeyError", QString())), QStringLiteral("KeyError"));
        QCOMPARE(valueJson(error("KeyError", QString())),
                 QByteArray("{\"error\":\"KeyError\",\"message\":\"\"}"));
    }

    void groupsNestTheirErrors()
    {
        const ErrorInfo group{"ExceptionGroup", QStringLiteral("m"), {{"OSError", QString(), {}}}};
        QCOMPARE(valueJson(ErrorRef(std::make_shared<ErrorValue>(ErrorValue{group, nullptr}))),
                 QByteArray("{\"error\":\"ExceptionGroup\",\"message\":\"m\","
                            "\"errors\":[{\"error\":\"OSError\",\"message\":\"\"}]}"));
    }

    void aThingIsItsName()
    {
        ThingRegistry things;
        const Value task = ThingRef(std::make_shared<Ring>(things));
        QCOMPARE(valueText(task), QStringLiteral("Task-3"));
        QCOMPARE(valueText(listOf({task})), QStringLiteral("[\"Task-3\"]"));
    }

    void thingsThatHoldEachOtherLetGoTogether()
    {
        ThingRegistry things;
        {
            const auto one = std::make_shared<Ring>(things);
            const auto two = std::make_shared<Ring>(things);
            one->held = ThingRef(two);
            two->held = listOf({ThingRef(one), ThingRef(two)});
        }
        QCOMPARE(Ring::count, 2);
        things.letAllGo();
        QCOMPARE(Ring::count, 0);
    }

    void listsMayBeNestedDeeperThanAnyStack()
    {
        Value list = listOf({});
        for (int i = 0; i < 200'000; ++i)
            list = listOf({list});
        QCOMPARE(valueText(list), QString(1001, u'[') + QStringLiteral("\"\u2026\"") + QString(1001, u']'));
        list = Value();
    }

    void aCopyOfAListIsTheSameList()
    {
        const Value list = listOf({qint64(1)});
        const Value alias = list;
        (*list.as<ListRef>())->push_back(qint64(2));
        QCOMPARE(valueText(alias), QStringLiteral("[1,2]"));
    }
};

QTEST_APPLESS_MAIN(TestValue)
#include "tst_value.moc"
