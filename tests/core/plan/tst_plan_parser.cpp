// SPDX-License-Identifier: MIT
#include "core/plan/plan_parser.h"

#include <QTest>

using namespace loopscope;

namespace {

/// A plan whose one coroutine has these steps.
QByteArray planWith(const QByteArray &steps)
{
    return "{\"plan\": 1, \"coroutines\": {\"main\": [" + steps +
           "]}, \"runs\": [{\"name\": \"main\", \"main\": \"main\"}]}";
}

/// The messages of a plan's problems, one a line, without their places.
QString problemsOf(const QByteArray &json)
{
    const auto plan = parsePlan(json, QStringLiteral("p.json"));
    if (plan)
        return QStringLiteral("none");
    QStringList messages;
    for (const Problem &problem : plan.error())
        messages << problem.path + QStringLiteral(": ") + message(problem);
    return messages.join(u'\n');
}

QString problemsOfSteps(const QByteArray &steps)
{
    return problemsOf(planWith(steps)).replace(QStringLiteral("$.coroutines.main"), QStringLiteral("$"));
}

} // namespace

class TestPlanParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlanIsReadWithItsNotesAndPlaces()
    {
        const auto plan =
            parsePlan("{\"plan\": 1, \"title\": \"T\", \"about\": \"A\",\n"
                      " \"shared\": [{\"set\": \"total\", \"value\": 0}],\n"
                      " \"coroutines\": {\n"
                      "  \"f\": {\"params\": [\"n\"], \"note\": \"counts\", \"body\": [\n"
                      "    {\"add\": \"total\", \"value\": {\"var\": \"n\"}, \"note\": \"one more\"}]},\n"
                      "  \"main\": [{\"await\": {\"call\": \"f\", \"args\": [2.0]}}]},\n"
                      " \"runs\": [{\"name\": \"r-1\", \"main\": \"main\"}]}",
                      QString());
        QVERIFY(plan);
        const Plan &read = **plan;
        QCOMPARE(read.title, QStringLiteral("T"));
        QCOMPARE(read.sharedNames, QStringList{QStringLiteral("total")});
        const Coroutine &f = read.coroutines[0];
        QCOMPARE(f.note, QStringLiteral("counts"));
        QCOMPARE(f.locals, QStringList{QStringLiteral("n")});
        QCOMPARE(f.body[0].note, QStringLiteral("one more"));
        QCOMPARE(f.body[0].place, (TextPlace{5, 5}));
        QCOMPARE(int(f.body[0].path.variable.scope), int(Scope::Shared));
        QCOMPARE(int(std::get<Path>(f.body[0].value.form).variable.scope), int(Scope::Local));
        const Call &call = std::get<Call>(read.coroutines[1].body[0].items[0]);
        QCOMPARE(call.coroutine, 0);
        QVERIFY(std::get<Value>(call.arguments[0].form).as<qint64>());
        QVERIFY(read.run(u"r-1"));
        QVERIFY(!read.run(u"other"));
    }

    void bracesInTextsAreSubstitutions()
    {
        const auto plan = parsePlan(
            planWith("{\"set\": \"x\", \"value\": 1}, {\"print\": \"{{x}} {x.a.0} { x } {\"}"), QString());
        QVERIFY(plan);
        const auto &parts = std::get<TextExpr>((*plan)->coroutines[0].body[1].subject.form).parts;
        QCOMPARE(parts.size(), size_t(3));
        QCOMPARE(std::get<QString>(parts[0]), QStringLiteral("{x} "));
        QCOMPARE(std::get<Path>(parts[1]).keys, (QStringList{QStringLiteral("a"), QStringLiteral("0")}));
        QCOMPARE(std::get<QString>(parts[2]), QStringLiteral(" { x } {"));
    }

    void tenMistakesAreTenProblemsWithTheirPlaces()
    {
        const QByteArray plan = "{\"plan\": 2,\n"
                                " \"shared\": [{\"print\": \"hello\"}],\n"
                                " \"coroutines\": {\n"
                                "  \"work\": {\"params\": [\"n\"], \"body\": [{\"sleep\": -1}]},\n"
                                "  \"main\": [\n"
                                "    {\"slep\": 1},\n"
                                "    {\"gather\": [\"work\"], \"as\": \"r\"},\n"
                                "    {\"await\": \"wrok\"},\n"
                                "    {\"print\": \"{rr}\"},\n"
                                "    {\"call_soon\": [{\"sleep\": 0}]},\n"
                                "    {\"raise\": \"ValueEror\"}]},\n"
                                " \"runs\": [{\"name\": \"main\"}]}\n";
        const auto read = parsePlan(plan, QStringLiteral("p.json"));
        QVERIFY(!read);
        QStringList lines;
        for (const Problem &problem : read.error())
            lines << line(problem);
        const QStringList expected{
            QStringLiteral("p.json:1:10: $.plan: the version of the plan language must be 1"),
            QStringLiteral(
                "p.json:2:13: $.shared[0]: \"print\" is not allowed in \"shared\": only set, future, lock, "
                "semaphore, event, condition and queue are"),
            QStringLiteral(
                "p.json:4:48: $.coroutines.work.body[0].sleep: expected a number of seconds, 0 or more, or "
                "{\"var\": NAME}"),
            QStringLiteral(
                "p.json:6:6: $.coroutines.main[0].slep: there is no verb \"slep\"; did you mean \"sleep\"?"),
            QStringLiteral("p.json:7:17: $.coroutines.main[1].gather[0]: \"work\" takes 1 arguments, not 0"),
            QStringLiteral(
                "p.json:8:15: $.coroutines.main[2].await: there is neither a coroutine nor a variable "
                "\"wrok\"; did you mean \"work\"?"),
            QStringLiteral("p.json:9:15: $.coroutines.main[3].print: nothing here sets the variable \"rr\""),
            QStringLiteral(
                "p.json:10:20: $.coroutines.main[4].call_soon[0]: \"sleep\" is not allowed in a callback, "
                "which has no task"),
            QStringLiteral(
                "p.json:11:15: $.coroutines.main[5].raise: \"ValueEror\" is not an error a plan can raise; "
                "did you mean \"ValueError\"?"),
            QStringLiteral("p.json:12:11: $.runs[0]: \"main\" is missing here"),
        };
        QCOMPARE(lines, expected);
    }

    void aMisspelledWordIsOneProblemAndItsNamesStayKnown()
    {
        QCOMPARE(problemsOfSteps("{\"futur\": \"f\"}, {\"await\": \"f\"}"),
                 QStringLiteral("$[0].futur: there is no verb \"futur\"; did you mean \"future\"?"));
        QCOMPARE(problemsOfSteps("{\"sleep\": 1, \"ass\": \"r\"}, {\"print\": \"{r}\"}"),
                 QStringLiteral("$[0].ass: unknown key \"ass\"; did you mean \"as\"?"));
    }

    void someVerbsMustStandInsideAnother()
    {
        QCOMPARE(
            problemsOfSteps("{\"spawn\": \"main\"}"),
            QStringLiteral("$[0]: \"spawn\" must stand inside a \"group\" of the same coroutine; \"task\" "
                           "needs none"));
        QCOMPARE(problemsOfSteps("{\"reschedule\": 1}"),
                 QStringLiteral(
                     "$[0]: \"reschedule\" must stand inside a \"with_timeout\" of the same coroutine"));
        QCOMPARE(problemsOfSteps("{\"group\": [{\"with_timeout\": null, \"do\": [{\"spawn\": \"main\"}, "
                                 "{\"reschedule\": 1}]}]}"),
                 QStringLiteral("none"));
    }

    void stepsHaveOneVerb()
    {
        QCOMPARE(problemsOfSteps("{\"sleep\": 1, \"print\": \"x\"}"),
                 QStringLiteral(
                     "$[0]: a step has one verb; this one has sleep, print: make them steps of their own"));
        QCOMPARE(problemsOfSteps("{}"),
                 QStringLiteral("$[0]: this step has no verb; write one, such as {\"sleep\": 1}"));
        QCOMPARE(problemsOfSteps("{\"frobnicate\": 1}"),
                 QStringLiteral("$[0]: this step has no verb: there is none called \"frobnicate\""));
        QCOMPARE(problemsOfSteps("5"),
                 QStringLiteral("$[0]: a step is an object with one verb, such as {\"sleep\": 1}"));
    }

    void aNameIsACoroutineOrAVariableButNotBoth()
    {
        QCOMPARE(problemsOfSteps("{\"set\": \"main\", \"value\": 1}"),
                 QStringLiteral("$[0].set: \"main\" is both a coroutine and a variable; rename one"));
    }

    void twinKeysAreProblems()
    {
        QCOMPARE(problemsOfSteps("{\"print\": \"a\", \"print\": \"b\"}"),
                 QStringLiteral("$[0].print: the key \"print\" stands twice in one object; leave one"));
    }

    void everyTruncationOfAPlanIsAProblem()
    {
        const QByteArray good = planWith("{\"print\": \"x\"}");
        QVERIFY(parsePlan(good, QString()));
        for (qsizetype length = 0; length < good.size(); ++length)
            QVERIFY(!parsePlan(good.first(length), QString()));
    }

    void anyOtherJsonIsAProblemAndNotACrash()
    {
        for (const char *json :
             {"null", "[]", "{}", "1", "{\"plan\":1,\"coroutines\":[],\"runs\":{}}",
              "{\"plan\":true,\"coroutines\":{\"a\":{\"params\":1,\"body\":{}}},\"runs\":[1]}"})
            QVERIFY2(!parsePlan(json, QString()), json);
    }
};

QTEST_APPLESS_MAIN(TestPlanParser)
#include "tst_plan_parser.moc"
