// SPDX-License-Identifier: MIT
#include "core/plan/builtin_plans.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace loopscope;

class TestBuiltinPlans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyShippedPlanIsListedAndEveryListedPlanIsShipped()
    {
        QStringList listed;
        for (const QString &name : builtinPlanNames())
            listed += name + u".json"_qs;
        listed.sort();
        QCOMPARE(QDir(u":/loopscope/plans"_qs).entryList(QDir::Files, QDir::Name), listed);
    }

    void everyPlanSaysWhatItTeaches()
    {
        for (const QString &name : builtinPlanNames()) {
            const QJsonObject plan = QJsonDocument::fromJson(builtinPlanText(name).value()).object();
            QVERIFY2(!plan[u"title"_qs].toString().isEmpty(), qPrintable(name));
            QVERIFY2(plan[u"about"_qs].toString().endsWith(u'.'), qPrintable(name));
            QVERIFY2(!plan[u"runs"_qs].toArray().isEmpty(), qPrintable(name));
        }
    }

    void otherNamesAreNone()
    {
        QVERIFY(!builtinPlanText(u"nothing"_qs));
        QVERIFY(!builtinPlanText(u"../plans/tutorial"_qs));
        QVERIFY(!builtinPlanText({}));
    }
};

QTEST_GUILESS_MAIN(TestBuiltinPlans)
#include "tst_builtin_plans.moc"
