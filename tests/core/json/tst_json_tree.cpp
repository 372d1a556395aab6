// SPDX-License-Identifier: MIT
#include "core/json/json_tree.h"
#include "core/json/text_places.h"

#include <QTest>

#include <limits>

using namespace loopscope;

namespace {

JsonNode parsed(const char *json)
{
    const auto tree = parseJson(json, QStringLiteral("f.json"));
    return tree ? tree->root : JsonNode{};
}

/// `line:column what` of a text that is no JSON.
QString problemOf(const QByteArray &json)
{
    const auto tree = parseJson(json, QString());
    return tree ? QStringLiteral("none") : line(tree.error());
}

} // namespace

class TestJsonTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyValueKnowsWhereItBegins()
    {
        const QByteArray text = " { \"a\" : [ 1 , \"x\\\"y\" ,true],\n\"b\":{\"c\":null, \"d\":-2.5e1} }";
        const auto tree = parseJson(text, QString());
        QVERIFY(tree);
        QCOMPARE(tree->root.offset, text.indexOf('{'));
        QCOMPARE(tree->root.keys[0].offset, text.indexOf("\"a\""));
        const JsonNode &list = *tree->root.find(u"a");
        QCOMPARE(list.offset, text.indexOf('['));
        QCOMPARE(list.items[0].offset, text.indexOf('1'));
        QCOMPARE(list.items[1].offset, text.indexOf("\"x"));
        QCOMPARE(list.items[1].text, QStringLiteral("x\"y"));
        QCOMPARE(list.items[2].offset, text.indexOf("true"));
        const JsonNode &object = *tree->root.find(u"b");
        QCOMPARE(object.keys[1].offset, text.indexOf("\"d\""));
        QCOMPARE(object.find(u"c")->offset, text.indexOf("null"));
        QCOMPARE(object.find(u"d")->offset, text.indexOf("-2.5"));
        QCOMPARE(object.find(u"d")->integer, -25);
    }

    void wholeNumbersAreIntegersHoweverWritten()
    {
        for (const char *two : {"2", "2.0", "2e0", "0.02e2", "20e-1"}) {
            QCOMPARE(int(parsed(two).kind), int(JsonNode::Kind::Integer));
            QCOMPARE(parsed(two).integer, 2);
        }
        QCOMPARE(int(parsed("2.5").kind), int(JsonNode::Kind::Double));
        QCOMPARE(parsed("-0.0").integer, 0);
        QCOMPARE(int(parsed("-0.0").kind), int(JsonNode::Kind::Integer));
    }

    void integersKeepAll64BitsAndLargerOnesBecomeDoubles()
    {
        QCOMPARE(parsed("9223372036854775807").integer, std::numeric_limits<qint64>::max());
        QCOMPARE(parsed("-9223372036854775808").integer, std::numeric_limits<qint64>::min());
        QCOMPARE(int(parsed("9223372036854775808").kind), int(JsonNode::Kind::Double));
        QCOMPARE(parsed("9223372036854775808").number, 9223372036854775808.0);
        QCOMPARE(parsed("1e30").number, 1e30);
        QCOMPARE(parsed("1e-400").integer, 0);
    }

    void numbersBeyondADoubleAreRefused()
    {
        QCOMPARE(problemOf("[1, 1e400]"),
                 QStringLiteral(":1:5: this number is too big; write one below 1e308"));
    }

    void twinKeysAreListedWithTheirPathsAndTheLaterValueCounts()
    {
        const auto tree = parseJson("{\"a\": [{\"k\": 1, \"l\": 2, \"k\": [3]}]}", QString());
        QVERIFY(tree);
        QCOMPARE(tree->twins.size(), size_t(1));
        QCOMPARE(tree->twins[0].path, QStringLiteral("$.a[0].k"));
        QCOMPARE(tree->twins[0].offset, 24);
        const JsonNode &object = tree->root.items[0].items[0];
        QCOMPARE(object.keys.size(), size_t(2));
        QCOMPARE(object.items[0].items[0].integer, 3);
    }

    void aSyntaxProblemSaysWhereAndWhatToWrite()
    {
        QCOMPARE(problemOf("{\"a\": 1,\n  \"b\" 2}"),
                 QStringLiteral(":2:7: not JSON: expected a colon after the key"));
        QCOMPARE(problemOf("[1, 2,]"), QStringLiteral(":1:7: not JSON: expected a value here"));
        QCOMPARE(problemOf("[1 2]"),
                 QStringLiteral(":1:4: not JSON: expected a comma or ] after an element of a list"));
        QCOMPARE(problemOf(""), QStringLiteral(":1:1: this is empty, not JSON"));
        QVERIFY(problemOf("[NaN]").contains(QStringLiteral("expected a value")));
        QVERIFY(problemOf("{} x").contains(QStringLiteral("something follows")));
        QVERIFY(problemOf(QByteArray("{}\0{", 4)).contains(QStringLiteral("something follows")));
        QVERIFY(problemOf("\xEF\xBB\xBF{}").contains(QStringLiteral("byte order mark")));
    }

    void textThatIsNotUtf8IsRefused()
    {
        QVERIFY(problemOf("[\"\xff\"]").contains(QStringLiteral("not UTF-8")));
        QVERIFY(problemOf("[\"\xc0\x80\"]").contains(QStringLiteral("not UTF-8")));
        QVERIFY(problemOf("[\"a\nb\"]").contains(QStringLiteral("a line break is written \\n")));
        QVERIFY(problemOf("[\"\\ud800\"]").contains(QStringLiteral("surrogate")));
    }

    void depthIsBounded()
    {
        const QByteArray deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
        QCOMPARE(problemOf(deep),
                 QStringLiteral(":1:501: nested too deeply: more than 500 lists and objects"));
        QVERIFY(parseJson(QByteArray(500, '[') + QByteArray(500, ']'), QString()));
    }

    void everyTruncationIsAProblemAndNotACrash()
    {
        const QByteArray good = "{\"a\": [1.5e3, \"\\u00e9\\n\", {\"b\": null}, true]}";
        QVERIFY(parseJson(good, QString()));
        for (qsizetype length = 0; length < good.size(); ++length)
            QVERIFY2(!parseJson(good.first(length), QString()), good.first(length).constData());
    }

    void columnsCountUtf16UnitsAndLinesCountFromOne()
    {
        const TextPlaces places("ab\n\xC3\xA9\xF0\x9F\x98\x80x\r\ny");
        QCOMPARE(places.at(0), (TextPlace{1, 1}));
        QCOMPARE(places.at(2), (TextPlace{1, 3}));
        QCOMPARE(places.at(3), (TextPlace{2, 1}));
        QCOMPARE(places.at(9), (TextPlace{2, 4})); // é is one unit, the face two
        QCOMPARE(places.at(12), (TextPlace{3, 1}));
        QCOMPARE(places.at(99), (TextPlace{3, 2}));
    }
};

QTEST_APPLESS_MAIN(TestJsonTree)
#include "tst_json_tree.moc"
