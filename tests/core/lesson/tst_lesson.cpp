// SPDX-License-Identifier: MIT
#include "core/lesson/lesson.h"
#include "tests/support/story.h"

#include <QTest>

using namespace loopscope;

namespace {

PlanRef plan()
{
    const auto parsed = parsePlan(json("{'plan': 1, 'title': 'T', 'about': 'A.', 'coroutines': {"
                                       "'work': [{'try': [{'sleep': 1, 'note': 'waits'}], 'finally': "
                                       "[{'print': 'x', 'note': 'tidies up'}]}],"
                                       "'main': [{'task': 'work', 'as': 't', 'name': 'first'}, {'await': "
                                       "'t'}, {'group': [{'spawn': 'work', 'name': 'second'}]}]},"
                                       "'runs': [{'name': 'one', 'main': 'main'}]}"),
                                  QString());
    return parsed ? *parsed : nullptr;
}

QString problemsOf(const QByteArray &sidecar)
{
    const auto lesson = parseLesson(json(sidecar.constData()), QStringLiteral("p.claims.json"), *plan());
    if (lesson)
        return QStringLiteral("none");
    QStringList lines;
    for (const Problem &problem : lesson.error())
        lines << line(problem);
    return lines.join(u'\n');
}

} // namespace

class TestLesson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAreReadInBothLanguages()
    {
        const auto lesson =
            parseLesson(json("{'version': 1, 'title': {'zh_CN': '题'}, 'about': {'zh_CN': '解。'},"
                             "'question': {'en': 'Why?', 'zh_CN': '为何？'}, 'notes': {'waits': '等', "
                             "'tidies up': '收拾'},"
                             "'captions': [{'en': 'C', 'zh_CN': '注'}]}"),
                        QString(), *plan());
        QVERIFY(lesson);
        QCOMPARE(lesson->title, (Wording{QStringLiteral("T"), QStringLiteral("题")}));
        QCOMPARE(lesson->explanation.in(u"en"), QStringLiteral("A."));
        QCOMPARE(lesson->explanation.in(u"zh_CN"), QStringLiteral("解。"));
        QCOMPARE(lesson->question.in(u"zh_CN"), QStringLiteral("为何？"));
        QCOMPARE(lesson->captions.front().english, QStringLiteral("C"));
        QCOMPARE(lesson->note(QStringLiteral("waits"), u"zh_CN"), QStringLiteral("等"));
        QCOMPARE(lesson->note(QStringLiteral("waits"), u"en"), QStringLiteral("waits"));
    }

    void withoutATranslationTheEnglishIsShown()
    {
        const Lesson lesson = lessonOf(*plan());
        QCOMPARE(lesson.title.in(u"zh_CN"), QStringLiteral("T"));
        QCOMPARE(lesson.note(QStringLiteral("waits"), u"zh_CN"), QStringLiteral("waits"));
        QVERIFY(lesson.claims.empty());
    }

    void allProblemsAreListedWithTheirPlaces()
    {
        QCOMPARE(
            problemsOf("{'version': 2, 'titel': {},\n"
                       " 'question': {'zh_CN': 3},\n"
                       " 'notes': {'sleeps': '睡'},\n"
                       " 'captions': {}, 'claims': 5}"),
            QStringLiteral("p.claims.json:1:13: $.version: the version of the claims language must be 1\n"
                           "p.claims.json:1:16: $.titel: unknown key \"titel\"; did you mean \"title\"?\n"
                           "p.claims.json:2:14: $.question: \"en\" is missing here\n"
                           "p.claims.json:2:24: $.question.zh_CN: expected a string in double quotes\n"
                           "p.claims.json:3:12: $.notes.sleeps: the plan has no note of this text\n"
                           "p.claims.json:4:14: $.captions: expected a list of captions\n"
                           "p.claims.json:4:28: $.claims: expected a list of claims"));
    }

    void claimsKnowTheNamesOfThePlan()
    {
        const QByteArray claim =
            "{'version': 1, 'claims': [{'id': 'a', 'en': 'A.', 'that': {'equal': [{'end': '%'}, 1]}}]}";
        for (const char *name : {"work", "main", "first", "second", "Task-7", "*", "one/work"})
            QCOMPARE(problemsOf(QByteArray(claim).replace('%', name)), QStringLiteral("none"));
        QCOMPARE(problemsOf(QByteArray(claim).replace('%', "wrok")),
                 QStringLiteral("p.claims.json:1:78: $.claims[0].that.equal[0].end: no task has the name "
                                "\"wrok\"; did you mean \"work\"?"));
    }

    void aSidecarStandsBesideItsPlan()
    {
        QCOMPARE(lessonFileOf(QStringLiteral("/a/b.json")), QStringLiteral("/a/b.claims.json"));
        QCOMPARE(lessonFileOf(QStringLiteral("tutorial")), QStringLiteral("tutorial.claims.json"));
    }

    void everyTruncationIsAProblem()
    {
        const QByteArray good = json("{'version': 1, 'title': {'zh_CN': '题'}, 'claims': []}");
        QVERIFY(parseLesson(good, QString(), *plan()));
        for (qsizetype length = 0; length < good.size(); ++length)
            QVERIFY(!parseLesson(good.first(length), QString(), *plan()));
    }
};

QTEST_APPLESS_MAIN(TestLesson)
#include "tst_lesson.moc"
