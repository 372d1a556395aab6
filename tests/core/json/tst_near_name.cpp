// SPDX-License-Identifier: MIT
#include "core/json/near_name.h"

#include <QTest>

using namespace loopscope;

class TestNearName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneLetterMoreLessWrongOrSwappedIsNear()
    {
        const QStringList names{QStringLiteral("sleep"), QStringLiteral("gather")};
        for (const QString &written :
             {QStringLiteral("slep"), QStringLiteral("sleeep"), QStringLiteral("sleap"),
              QStringLiteral("slepe"), QStringLiteral("Sleep")})
            QCOMPARE(nearName(written, names), QStringLiteral("sleep"));
    }

    void longNamesMayHaveTwoMistakes()
    {
        const QStringList names{QStringLiteral("return_exceptions")};
        QCOMPARE(nearName(u"return_exeption", names), QStringLiteral("return_exceptions"));
        QCOMPARE(nearName(u"return_exptons", names), QString());
    }

    void farNamesAreNotOffered()
    {
        QCOMPARE(nearName(u"fork", {QStringLiteral("task"), QStringLiteral("print")}), QString());
    }

    void twoEquallyNearNamesAreAGuessAndNotOffered()
    {
        QCOMPARE(nearName(u"ab", {QStringLiteral("ac"), QStringLiteral("ad")}), QString());
        QCOMPARE(nearName(u"pit", {QStringLiteral("put"), QStringLiteral("pet")}), QString());
    }
};

QTEST_APPLESS_MAIN(TestNearName)
#include "tst_near_name.moc"
