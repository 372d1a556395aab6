// SPDX-License-Identifier: MIT
#include "core/plan/step_verb.h"

#include "core/json/near_name.h"

#include <QtGlobal>

namespace loopscope {

namespace {

QStringList verbNames()
{
    QStringList names;
    for (const VerbSpec &verb : language())
        names << QString::fromLatin1(verb.name);
    return names;
}

std::optional<StepVerb> findMisspelled(JsonProblems &problems, const JsonCursor &step)
{
    for (qsizetype i = 0; i < step.size(); ++i) {
        const QString &key = step.keyAt(i);
        const QString meant = nearName(key, verbNames());
        if (meant.isEmpty())
            continue;
        problems.addAtKey(step.child(i),
                          QT_TRANSLATE_NOOP("Problem", "there is no verb \"%1\"; did you mean \"%2\"?"),
                          {key, meant});
        return StepVerb{*findVerb(meant), key};
    }
    return {};
}

void reportNone(JsonProblems &problems, const JsonCursor &step)
{
    if (step.size() == 0)
        problems.add(
            step, QT_TRANSLATE_NOOP("Problem", "this step has no verb; write one, such as {\"sleep\": 1}"));
    else
        problems.add(step, QT_TRANSLATE_NOOP("Problem", "this step has no verb: there is none called \"%1\""),
                     {step.keyAt(0)});
}

} // namespace

std::optional<StepVerb> findStepVerb(JsonProblems &problems, const JsonCursor &step)
{
    if (!step.isObject()) {
        problems.add(
            step, QT_TRANSLATE_NOOP("Problem", "a step is an object with one verb, such as {\"sleep\": 1}"));
        return {};
    }
    QStringList found;
    for (qsizetype i = 0; i < step.size(); ++i) {
        if (findVerb(step.keyAt(i)))
            found << step.keyAt(i);
    }
    if (found.size() == 1)
        return StepVerb{*findVerb(found.first()), found.first()};
    if (found.size() > 1) {
        problems.add(step,
                     QT_TRANSLATE_NOOP("Problem",
                                       "a step has one verb; this one has %1: make them steps of their own"),
                     {found.join(QStringLiteral(", "))});
        return {};
    }
    const std::optional<StepVerb> misspelled = findMisspelled(problems, step);
    if (!misspelled)
        reportNone(problems, step);
    return misspelled;
}

} // namespace loopscope
