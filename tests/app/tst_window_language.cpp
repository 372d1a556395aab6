// SPDX-License-Identifier: MIT
#include "app/language.h"
#include "ui/shared/event_text.h"
#include "ui/shared/problem_text.h"

#include <QTest>

using namespace loopscope;

class TestWindowLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsFollowTheLanguage()
    {
        Language language;
        language.setCode("zh_CN");
        QVERIFY(kindText(EventKind::Suspended) != "suspended");
        const Problem problem{.what = "\"%1\" is missing here", .arguments = {"runs"}};
        QVERIFY(problemText(problem) != message(problem));
        QVERIFY(problemText(problem).contains("runs"));
        language.setCode("en");
        QCOMPARE(kindText(EventKind::Suspended), "suspended");
        QCOMPARE(problemText(problem), message(problem));
    }

    void anUnknownLanguageIsEnglish()
    {
        Language language;
        language.setCode("no such language");
        QCOMPARE(language.code(), "en");
    }

    void anUntranslatedProblemStaysEnglish()
    {
        Language language;
        language.setCode("zh_CN");
        QCOMPARE(problemText({.what = "nobody knows %1", .arguments = {"%1"}}), "nobody knows %1");
    }
};

QTEST_GUILESS_MAIN(TestWindowLanguage)
#include "tst_window_language.moc"
