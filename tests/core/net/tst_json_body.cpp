// SPDX-License-Identifier: MIT
#include "core/net/json_body.h"

#include <QTest>

using namespace loopscope;

class TestJsonBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whiteSpaceGoesButNotInStrings_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("compact");
        QTest::newRow("object") << QByteArray("{ \"a b\" :\t[ 1 ,\r\n 2.50 ] }") << QByteArray("{\"a b\":[1,2.50]}");
        QTest::newRow("escapes") << QByteArray(" [\"\\\" x\\\\\" , \" \"] ") << QByteArray("[\"\\\" x\\\\\",\" \"]");
        QTest::newRow("scalar") << QByteArray(" null\n") << QByteArray("null");
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{}") << QByteArray("{}");
        QTest::newRow("large numbers stay as written") << QByteArray("[123456789012345678901]")
                                                       << QByteArray("[123456789012345678901]");
    }

    void whiteSpaceGoesButNotInStrings()
    {
        QFETCH(QByteArray, body);
        const Result<QByteArray> result = compactJson(body);
        QVERIFY(result);
        QTEST(*result, "compact");
    }

    void whatIsNoJsonIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("line");
        QTest::newRow("empty") << QByteArray() << u":1:1: no JSON: The document is empty."_qs;
        QTest::newRow("html") << QByteArray("<!DOCTYPE html>") << u":1:1: no JSON: Invalid value."_qs;
        QTest::newRow("second line") << QByteArray("{\n \"ä\": x}") << u":2:7: no JSON: Invalid value."_qs;
        QTest::newRow("two values") << QByteArray("{} {}")
                                    << u":1:4: no JSON: The document root must not be followed by other values."_qs;
        QTest::newRow("broken UTF-8") << QByteArray("[\"\xff\"]") << u":1:3: no JSON: Invalid encoding in string."_qs;
    }

    void whatIsNoJsonIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, body);
        const Result<QByteArray> result = compactJson(body);
        QVERIFY(!result);
        QTEST(line(result.error()), "line");
    }

    void everyPrefixOfADocumentIsRefused()
    {
        const QByteArray whole = "{\"a\": [1, true, \"\\u00e4\"], \"b\": {}}";
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY2(!compactJson(whole.first(length)), qPrintable(QString::number(length)));
        QVERIFY(compactJson(whole));
    }

    void deepNestingIsNoDanger()
    {
        const qsizetype depth = 1'000'000;
        const QByteArray deep = QByteArray(depth, '[') + QByteArray(depth, ']');
        QCOMPARE(compactJson(deep).value().size(), 2 * depth);
    }
};

QTEST_GUILESS_MAIN(TestJsonBody)
#include "tst_json_body.moc"
