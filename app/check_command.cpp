// SPDX-License-Identifier: MIT
#include "app/check_command.h"

#include "app/plan_text.h"
#include "app/terminal.h"
#include "core/base/json_text.h"
#include "core/plan/builtin_plans.h"
#include "core/plan/plan_parser.h"

namespace loopscope {

namespace {

QList<Problem> problemsOf(const QString &plan)
{
    const auto text = readPlanText(plan);
    if (!text)
        return {text.error()};
    const auto parsed = parsePlan(text->text, plan);
    if (!parsed)
        return parsed.error();
    const auto lesson = readLesson(plan, *text, **parsed);
    return lesson ? QList<Problem>() : lesson.error();
}

QByteArray problemJson(const Problem &problem)
{
    JsonObjectText object;
    if (!problem.file.isEmpty())
        object.add("file", problem.file);
    if (problem.place)
        object.add("line", problem.place->line).add("column", problem.place->column);
    if (!problem.path.isEmpty())
        object.add("path", problem.path);
    return object.add("message", message(problem)).text();
}

QByteArray listJson(const QByteArrayList &items)
{
    return '[' + items.join(',') + ']';
}

QByteArray planJson(const QString &name, const Plan &plan, const Lesson &lesson)
{
    QByteArrayList runs;
    for (const PlanRun &run : plan.runs)
        runs += jsonString(run.name);
    return JsonObjectText()
        .add("name", name)
        .add("title", plan.title)
        .add("question", lesson.question.english)
        .add("about", plan.about)
        .addRaw("runs", listJson(runs))
        .text();
}

} // namespace

int checkPlans(const CheckPlans &command)
{
    bool good = true;
    QByteArrayList reports;
    for (const QString &plan : command.plans) {
        const QList<Problem> problems = problemsOf(plan);
        good = good && problems.isEmpty();
        QByteArrayList texts;
        for (const Problem &problem : problems) {
            texts += problemJson(problem);
            if (command.output == OutputStyle::Text)
                printProblem(problem);
        }
        reports += JsonObjectText().add("plan", plan).addRaw("problems", listJson(texts)).text();
        if (command.output == OutputStyle::Text && problems.isEmpty())
            printText(plan + QStringLiteral(": no problems\n"));
    }
    if (command.output == OutputStyle::Json)
        printOut(listJson(reports) + '\n');
    return good ? ExitGood : ExitMisuse;
}

int listPlans(const ListPlans &command)
{
    QByteArrayList plans;
    for (const QString &name : builtinPlanNames()) {
        const auto plan = parsePlan(builtinPlanText(name).value_or(QByteArray()), name);
        if (!plan)
            continue;
        const Lesson lesson = builtinLesson(name, **plan);
        plans += planJson(name, **plan, lesson);
        if (command.output == OutputStyle::Text)
            printOut(name.leftJustified(18).toUtf8() + lesson.title.english.toUtf8() + "\n    " +
                     lesson.question.english.toUtf8() + "\n    " + lesson.explanation.english.toUtf8() +
                     '\n');
    }
    if (command.output == OutputStyle::Json)
        printOut(listJson(plans) + '\n');
    return ExitGood;
}

} // namespace loopscope
