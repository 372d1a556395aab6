// SPDX-License-Identifier: MIT
#include "core/base/printable.h"

#include <QTest>

using namespace loopscope;

class TestPrintable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usualTextStaysAsItIs()
    {
        const QString text = QString::fromUtf8("täsk\t协程 \\x1b\nline – 🧵\n");
        QCOMPARE(printable(text), text);
    }

    void whatCommandsATerminalIsSpelledOut()
    {
        QCOMPARE(printable(QString::fromUtf8("a\x1b[2Jb")), QStringLiteral("a\\x1b[2Jb"));
        QCOMPARE(printable(QStringLiteral("\u009b1m\r\u007f\a")), QStringLiteral("\\x9b1m\\x0d\\x7f\\x07"));
        QCOMPARE(printable(QString(QChar(0x202e))), QStringLiteral("\\u202e"));
        QCOMPARE(printable(QString(QChar(0))), QStringLiteral("\\x00"));
    }

    void aLineStaysALine()
    {
        QCOMPARE(printableLine(QStringLiteral("a\nb\r\nc\td\u2028e\u2029f\u001bg")),
                 QStringLiteral("a b  c d e f g"));
    }
};

QTEST_APPLESS_MAIN(TestPrintable)
#include "tst_printable.moc"
