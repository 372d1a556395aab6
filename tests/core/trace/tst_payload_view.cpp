// SPDX-License-Identifier: MIT
#include "core/trace/payload_view.h"

#include <QTest>

using namespace loopscope;

class TestPayloadView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMemberIsFoundBehindNestedValuesThatHoldTheSameKey()
    {
        const PayloadView view(R"({"body":{"cost":"no","list":[1,{"cost":2}]}, "cost" : 3.5 })");
        QCOMPARE(view.number("cost"), std::optional(3.5));
        QCOMPARE(view.raw("body"), QByteArrayView(R"({"cost":"no","list":[1,{"cost":2}]})"));
    }

    void bracesAndQuotesInsideStringsAreText()
    {
        const PayloadView view("{\"text\":\"a \\\"}],{ b\",\"on\":\"sleep\"}");
        QCOMPARE(view.text("on"), QStringLiteral("sleep"));
        QCOMPARE(view.text("text"), QStringLiteral("a \"}],{ b"));
    }

    void escapesAreUndone()
    {
        QCOMPARE(PayloadView("{\"text\":\"\\u4f60\\n\\t\\\\\"}").text("text"), QStringLiteral("你\n\t\\"));
    }

    void whatIsMissingOrOfAnotherTypeIsEmpty()
    {
        const PayloadView view(R"({"n":12,"s":"12","z":null})");
        QCOMPARE(view.text("n"), QString());
        QCOMPARE(view.integer("n"), std::optional<qint64>(12));
        QCOMPARE(view.integer("s"), std::nullopt);
        QCOMPARE(view.number("z"), std::nullopt);
        QCOMPARE(view.raw("missing"), QByteArrayView());
    }

    void everyTruncationOfAGoodTextIsSurvived()
    {
        const QByteArray good = "{\"a\":{\"b\":[1,\"\\\"x\"]},\"text\":\"h\\u00e9\\\\\",\"n\":-1.5e3}";
        for (qsizetype size = 0; size <= good.size(); ++size) {
            const QByteArray cut = good.first(size);
            const PayloadView view(cut);
            QVERIFY(view.raw("missing").isEmpty());
            QVERIFY(view.text("text").size() <= 3);
            if (const auto number = view.number("n"))
                QVERIFY(*number <= -1.0);
        }
    }

    void textsThatAreNoObjectHaveNoMembers()
    {
        for (const QByteArrayView json : {"", "[]", "12", "{", "{}", "{,}", "{\"a\"}", "}{", "null"})
            QVERIFY(PayloadView(json).raw("a").isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestPayloadView)
#include "tst_payload_view.moc"
