// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/claim_value.h"
#include "core/base/event.h"
#include "core/base/problem.h"
#include "core/base/wording.h"

#include <utility>

namespace loopscope {

/// The claims language (CLAIMS.md) as data: what a claim says of a recording, checked as far as it can be
/// without one.

/// What an expression does to get its values. The words are those of the language.
enum class ClaimFunction : quint8 {
    Literal,
    List,
    Cost,
    Created,
    Start,
    End,
    Life,
    Running,
    Ready,
    Suspended,
    Outcome,
    Error,
    Message,
    Value,
    Names,
    Prints,
    Requests,
    Jobs,
    Overlap,
    At,
    Count,
    Sum,
    Max,
    Min,
    First,
    Last,
    Gaps,
    Minus,
    AtOnce,
};

/// `gather/a`: the tasks of a run that have this name or, where none has it, run this coroutine; `*` is all.
struct TaskSelector
{
    QString run;
    QString task;
    QString text; ///< as it was written
};

/// A member that an event must have, such as "on" with the text "sleep".
struct EventDetail
{
    QString key;
    QString text;
};

struct ClaimExpr
{
    ClaimFunction function = ClaimFunction::Literal;
    ClaimValue literal;
    TaskSelector where; ///< of functions of tasks and events; for `cost` its run alone
    EventKind event = EventKind::RunBegin;
    std::vector<EventDetail> details; ///< of `at`
    std::vector<ClaimExpr> arguments;
    QString path; ///< where it stands in its file
    TextPlace place;
};

enum class Relation : quint8 { Equal, Differ, Less, AtMost, Before };

/// `left relation right`. See judge() for what each means of lists.
struct Comparison
{
    Relation relation = Relation::Equal;
    ClaimExpr left, right;
    Nanos within{0}; ///< how far times may be off on the real clock
};

struct Claim
{
    QString id;
    Wording sentence;
    std::vector<Comparison> that; ///< all must hold
    QString file;                 ///< what its problems call the file
};

} // namespace loopscope
