// SPDX-License-Identifier: MIT
#include "core/foreign/json_tokens.h"
#include "core/foreign/json_value_skipper.h"

#include <QTest>

using namespace loopscope;

namespace {

/// The value that stands first; empty when there is none.
QByteArray valueIn(QByteArrayView text)
{
    JsonTokens json(text);
    JsonToken token;
    return json.takeValue(token) ? token.text.toByteArray() : QByteArray();
}

JsonTokens::Failure failureOf(QByteArrayView text)
{
    JsonTokens json(text);
    JsonToken token;
    return json.takeValue(token) ? JsonTokens::Failure::None : json.failure();
}

JsonToken number(QByteArrayView text)
{
    return {JsonToken::Type::Number, false, text};
}

} // namespace

class TestJsonTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueEndsWhereItEnds()
    {
        QCOMPARE(valueIn(" 12,"), QByteArray("12"));
        QCOMPARE(valueIn("true}"), QByteArray("true"));
        QCOMPARE(valueIn("\"a\\\"b\",1"), QByteArray("a\\\"b"));
        QCOMPARE(valueIn("{\"a\":[1,{\"]\":\"}\"}]} x"), QByteArray("{\"a\":[1,{\"]\":\"}\"}]}"));
    }

    void aValueThatIsCutShortIsNotBroken()
    {
        for (const char *text : {"", " ", "12", "tru", "\"a", "\"a\\", "{", "[1,", "{\"a\":\"}"})
            QCOMPARE(failureOf(text), JsonTokens::Failure::Short);
        for (const char *text : {",", "}", ":", "[1}", "{]"})
            QCOMPARE(failureOf(text), JsonTokens::Failure::Broken);
    }

    void bracketsAreNotNestedWithoutEnd()
    {
        const auto nested = [](qsizetype depth) {
            return QByteArray("[").repeated(depth) + QByteArray("]").repeated(depth);
        };
        QCOMPARE(failureOf(nested(JsonTokens::deepest)), JsonTokens::Failure::None);
        QCOMPARE(failureOf(nested(JsonTokens::deepest + 1)), JsonTokens::Failure::Broken);
    }

    void escapesAreResolved()
    {
        QCOMPARE(unescaped("a\\n\\\"\\\\\\/"), QByteArray("a\n\"\\/"));
        QCOMPARE(unescaped("\\u00e9\\ud83d\\ude00!"), QByteArray("é😀!"));
        QCOMPARE(unescaped("\\ud83d"), QByteArray("?"));
        QCOMPARE(unescaped("\\u12"), QByteArray("\\u12"));
        QCOMPARE(unescaped("\\x\\"), QByteArray("\\x\\"));
    }

    void microsecondsBecomeNanoseconds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("nanos");
        QTest::newRow("whole") << QByteArray("12") << qint64(12000);
        QTest::newRow("fraction") << QByteArray("12.345") << qint64(12345);
        QTest::newRow("short fraction") << QByteArray("0.5") << qint64(500);
        QTest::newRow("rounded") << QByteArray("1.2345") << qint64(1235);
        QTest::newRow("rounded down") << QByteArray("1.23449") << qint64(1234);
        QTest::newRow("negative") << QByteArray("-1.5") << qint64(-1500);
        QTest::newRow("exponent") << QByteArray("1.5e3") << qint64(1500000);
        QTest::newRow("large, exact") << QByteArray("1758000000123456.789") << qint64(1758000000123456789);
        QTest::newRow("too large") << QByteArray("99999999999999999999999")
                                   << (std::numeric_limits<qint64>::max() / 1000 - 1) * 1000;
    }

    void aLongValueIsPassedOverInPieces()
    {
        for (const QByteArray value : {"[]", "{\"a\":[1,{}],\"b\":\"]}\"}", "[\"\\\"]\",\"\\\\\"]", "\"\\\\\\\"]\"",
                                       "\"\""}) {
            const QByteArray text = value + "],\"x\":1}";
            for (qsizetype piece = 1; piece <= text.size(); ++piece) {
                JsonValueSkipper skipper;
                qsizetype passed = 0;
                for (qsizetype at = 0; at < text.size() && !skipper.isOver(); at += piece)
                    passed += skipper.skip(QByteArrayView(text).sliced(at, std::min(piece, text.size() - at)));
                QVERIFY2(skipper.isOver(), value.constData());
                QCOMPARE(passed, value.size());
            }
            JsonValueSkipper skipper;
            QCOMPARE(skipper.skip(QByteArrayView(value).chopped(1)), value.size() - 1);
            QVERIFY(!skipper.isOver());
        }
    }

    void microsecondsBecomeNanoseconds()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, nanos);
        QCOMPARE(microsAsNanos(number(text)), std::optional(nanos));
        QCOMPARE(microsAsNanos({JsonToken::Type::String, false, text}), std::optional(nanos));
    }

    void whatIsNoTimeIsNone()
    {
        for (const char *text : {"", "abc", "1.2.3", "nan", "1e999"})
            QVERIFY2(!microsAsNanos({JsonToken::Type::String, false, text}), text);
        QVERIFY(!microsAsNanos({JsonToken::Type::Literal, false, "true"}));
    }

    void wholeNumbersComeInManyForms()
    {
        QCOMPARE(wholeNumber(number("42")), std::optional<qint64>(42));
        QCOMPARE(wholeNumber(number("-42")), std::optional<qint64>(-42));
        QCOMPARE(wholeNumber({JsonToken::Type::String, false, "0x1f"}), std::optional<qint64>(31));
        QCOMPARE(wholeNumber(number("1e3")), std::optional<qint64>(1000));
        QCOMPARE(wholeNumber(number("18446744073709551615")), std::optional<qint64>(-1));
        QVERIFY(!wholeNumber({JsonToken::Type::String, false, "main"}));
        QVERIFY(!wholeNumber({JsonToken::Type::String, false, ""}));
    }
};

QTEST_APPLESS_MAIN(TestJsonTokens)
#include "tst_json_tokens.moc"
