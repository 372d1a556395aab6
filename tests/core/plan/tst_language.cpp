// SPDX-License-Identifier: MIT
#include "core/plan/error_types.h"
#include "core/plan/language.h"

#include <QSet>
#include <QTest>

using namespace loopscope;

class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVerbIsFoundByItsName()
    {
        for (const VerbSpec &row : language()) {
            const auto found = findVerb(QString::fromLatin1(row.name));
            QVERIFY2(found, row.name);
            QCOMPARE(int(*found), int(row.verb));
        }
        QVERIFY(!findVerb(u"slep"));
    }

    void noVerbHasTheNameOfAnOption()
    {
        // Else a step with that option would have two verbs.
        for (const VerbSpec &row : language()) {
            for (const OptionSpec &option : row.options)
                QVERIFY2(!option.name || !findVerb(QString::fromLatin1(option.name)), option.name);
        }
    }

    void onlyVerbsThatNeedNoTaskMakeSharedVariables()
    {
        for (const VerbSpec &row : language()) {
            if (makesSharedVariable(row.verb)) {
                QCOMPARE(int(row.kind), int(ArgKind::Variable));
                QCOMPARE(int(row.where), int(VerbSpec::Anywhere));
            }
        }
    }

    void aClauseCatchesItsTypeAndAllBelow()
    {
        QVERIFY(catches(u"LookupError", u"KeyError"));
        QVERIFY(catches(u"OSError", u"TimeoutError"));
        QVERIFY(catches(u"Exception", u"QueueFull"));
        QVERIFY(catches(u"ValueError", u"ValueError"));
        QVERIFY(!catches(u"KeyError", u"LookupError"));
        QVERIFY(!catches(u"RuntimeError", u"TimeoutError"));
    }

    void cancellationIsNoException()
    {
        QVERIFY(!catches(u"Exception", u"CancelledError"));
        QVERIFY(catches(u"BaseException", u"CancelledError"));
    }

    void aGroupWithABareBaseExceptionIsCaughtAsBaseExceptionOnly()
    {
        QVERIFY(catches(u"BaseException", u"BaseExceptionGroup"));
        QVERIFY(!catches(u"Exception", u"BaseExceptionGroup"));
        QVERIFY(!catches(u"ExceptionGroup", u"BaseExceptionGroup"));
    }

    void groupsCannotBeRaised()
    {
        QVERIFY(isErrorType(u"ExceptionGroup"));
        QVERIFY(!canRaise(u"ExceptionGroup"));
        QVERIFY(canRaise(u"CancelledError"));
        QVERIFY(!canRaise(u"Error"));
    }
};

QTEST_APPLESS_MAIN(TestLanguage)
#include "tst_language.moc"
