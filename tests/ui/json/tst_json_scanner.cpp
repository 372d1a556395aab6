// SPDX-License-Identifier: MIT
#include "ui/json/json_scanner.h"

#include <QTest>

using namespace loopscope;

namespace {

/// Single quotes stand for double ones: raw strings with quotes in them confuse moc 6.4.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

/// `{key=value,…}` as the scanner sees it, nested containers opened.
QString outline(QByteArrayView text, JsonSlice slice)
{
    const QString raw = QString::fromUtf8(text.sliced(slice.begin, slice.end - slice.begin));
    if (slice.type == JsonType::Broken)
        return u'!' + raw;
    if (slice.type != JsonType::Object && slice.type != JsonType::Array)
        return raw;
    QStringList parts;
    JsonScanner scanner(text, slice);
    while (const auto member = scanner.next()) {
        const QString key =
            QString::fromUtf8(text.sliced(member->keyBegin, member->keyEnd - member->keyBegin));
        parts += (slice.type == JsonType::Object ? key + u'=' : QString()) + outline(text, member->value);
    }
    return (slice.type == JsonType::Object ? u'{' : u'[') + parts.join(u' ');
}

QString outline(const QByteArray &text)
{
    return outline(text, jsonValueAt(text, 0));
}

} // namespace

class TestJsonScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEveryChild_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("empty object") << QByteArray("{ }") << "{";
        QTest::newRow("empty array") << QByteArray("[]") << "[";
        QTest::newRow("members") << json(" {'a' : 1, 'b':[true,null ,'x']} ")
                                 << QString::fromUtf8(json("{a=1 b=[true null 'x'"));
        QTest::newRow("brackets in strings")
            << json("{'a]':'}{\\']','b':{}}") << QString::fromUtf8(json("{a]='}{\\']' b={"));
        QTest::newRow("backslash at the end") << json("['\\\\',1]") << QString::fromUtf8(json("['\\\\' 1"));
        QTest::newRow("numbers") << QByteArray("[-1,0.5,1e9]") << "[-1 0.5 1e9";
        QTest::newRow("no JSON") << QByteArray("[what]") << "[!what";
        QTest::newRow("broken value ends the list") << QByteArray("[1,?,3]") << "[1 !?";
    }

    void findsEveryChild()
    {
        QFETCH(QByteArray, text);
        QTEST(QString(outline(text)), "expected");
    }

    void survivesEveryTruncation()
    {
        const QByteArray text = json("{'a':[1,{'b':'x\\'\\u00e9'},null],'c':-1.5e3,'d':{'e':[]}}");
        for (qsizetype length = 0; length < text.size(); ++length) {
            const QByteArray cut = text.first(length);
            QVERIFY(outline(cut).size() <= text.size() + 4); // reads nothing outside: ASan watches
        }
    }

    void resumesWhereItStood()
    {
        const QByteArray text = "[10,20,30]";
        const JsonSlice all = jsonValueAt(text, 0);
        JsonScanner first(text, all);
        QVERIFY(first.next());
        JsonScanner second(text, all);
        second.resumeAt(first.position());
        QCOMPARE(second.next()->value.begin, 4);
    }

    void unescapes_data()
    {
        QTest::addColumn<QByteArray>("inner");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << QByteArray("héllo") << QString::fromUtf8("héllo");
        QTest::newRow("escapes") << json("a\\'\\\\\\/\\b\\f\\n\\r\\t") << "a\"\\/\b\f\n\r\t";
        QTest::newRow("unit") << json("\\u4f60") << QString::fromUtf8("你");
        QTest::newRow("surrogates") << json("\\ud83d\\ude00") << QString::fromUtf8("😀");
        QTest::newRow("cut unit") << json("\\u4f") << QString(QChar(0xFFFD));
        QTest::newRow("lone backslash") << QByteArray("a\\") << "a\\";
    }

    void unescapes()
    {
        QFETCH(QByteArray, inner);
        QTEST(jsonUnescaped(inner), "expected");
    }

    void longStringsAreCutForDisplay()
    {
        QCOMPARE(jsonUnescaped(QByteArray(1000, 'x'), 3), QString::fromUtf8("xxx…"));
    }
};

QTEST_GUILESS_MAIN(TestJsonScanner)
#include "tst_json_scanner.moc"
