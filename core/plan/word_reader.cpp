// SPDX-License-Identifier: MIT
#include "core/plan/word_reader.h"

#include "core/json/near_name.h"
#include "core/plan/error_types.h"

#include <QtGlobal>

namespace loopscope {

QString readRaisedType(JsonProblems &problems, const JsonCursor &at)
{
    if (at.isString() && canRaise(at->text))
        return at->text;
    const QString meant = at.isString() ? nearName(at->text, errorTypes()) : QString();
    if (canRaise(meant))
        problems.add(
            at, QT_TRANSLATE_NOOP("Problem", "\"%1\" is not an error a plan can raise; did you mean \"%2\"?"),
            {at->text, meant});
    else if (at.isString())
        problems.add(at, QT_TRANSLATE_NOOP("Problem", "\"%1\" is not an error a plan can raise"), {at->text});
    else
        problems.add(at,
                     QT_TRANSLATE_NOOP("Problem", "expected the type of an error, such as \"ValueError\""));
    return {};
}

QString readCaughtType(JsonProblems &problems, const JsonCursor &at)
{
    if (at.isString() && isErrorType(at->text))
        return at->text;
    const QString meant = at.isString() ? nearName(at->text, errorTypes()) : QString();
    if (!meant.isEmpty())
        problems.add(at, QT_TRANSLATE_NOOP("Problem", "unknown error \"%1\"; did you mean \"%2\"?"),
                     {at->text, meant});
    else
        problems.add(at, QT_TRANSLATE_NOOP("Problem", "unknown error; known are %1"),
                     {errorTypes().join(QStringLiteral(", "))});
    return {};
}

Errors readReturnExceptions(JsonProblems &problems, const JsonCursor &at)
{
    if (at->kind != JsonNode::Kind::Bool)
        problems.add(at, QT_TRANSLATE_NOOP("Problem", "expected true or false"));
    return at->boolean ? Errors::Return : Errors::Raise;
}

WaitUntil readReturnWhen(JsonProblems &problems, const JsonCursor &at)
{
    if (at.isString() && at->text == u"ALL_COMPLETED")
        return WaitUntil::AllCompleted;
    if (at.isString() && at->text == u"FIRST_COMPLETED")
        return WaitUntil::FirstCompleted;
    if (at.isString() && at->text == u"FIRST_EXCEPTION")
        return WaitUntil::FirstException;
    problems.add(at, QT_TRANSLATE_NOOP("Problem", "expected \"ALL_COMPLETED\", \"FIRST_COMPLETED\" or "
                                                  "\"FIRST_EXCEPTION\""));
    return {};
}

} // namespace loopscope
