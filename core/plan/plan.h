// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/problem.h"
#include "core/plan/language.h"
#include "core/plan/value.h"

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace loopscope {

/// A checked plan, ready to be interpreted: names are resolved, so that running it looks nothing up by text
/// but the keys of objects. Which variable a name means never changes while a plan runs, because a name that
/// "shared" sets is shared everywhere and any other is local to one call.

enum class Scope : quint8 { None, Self, Shared, Local };

/// A variable by its place: `slot` counts the shared variables, or those of one coroutine.
struct Variable
{
    Scope scope = Scope::None;
    int slot = 0;

    explicit operator bool() const { return scope != Scope::None; }
};

/// `r.pending.0`: a variable, and the way from its value to a part of it.
struct Path
{
    Variable variable;
    QString name; ///< the variable's
    QStringList keys;
    QString text; ///< as it was written

    explicit operator bool() const { return bool(variable); }
};

struct ValueExpr;

/// A string with variables in it: texts and paths in turn.
struct TextExpr
{
    std::vector<std::variant<QString, Path>> parts;
};

struct ListExpr
{
    std::vector<ValueExpr> items;
};

struct ObjectExpr
{
    QStringList keys;
    std::vector<ValueExpr> values;
};

/// What yields a value when it is evaluated. The empty one stands for an option that is absent, and yields
/// null.
struct ValueExpr
{
    std::variant<std::monostate, Value, TextExpr, ListExpr, ObjectExpr, Path> form;

    explicit operator bool() const { return form.index() != 0; }
};

struct Call
{
    int coroutine = -1; ///< index into Plan::coroutines
    std::vector<ValueExpr> arguments;
};

using Item = std::variant<Call, Path>;

struct Step;
using Steps = std::vector<Step>;

struct ExceptClause
{
    QString type;
    Variable as;
    Steps body;
};

/// What `try` has besides its body.
struct TryParts
{
    std::vector<ExceptClause> clauses;
    Steps otherwise;
    Steps finally;
};

enum class WaitUntil : quint8 { AllCompleted, FirstCompleted, FirstException };
enum class JobKind : quint8 { Sleep, Spin };
enum class Errors : quint8 { Raise, Return }; ///< Return: `return_exceptions`

/// One step. Which members mean something follows from the verb; those of an absent option are empty.
struct Step
{
    Verb verb = Verb::Print;
    WaitUntil until = WaitUntil::AllCompleted; ///< `return_when`
    JobKind job = JobKind::Sleep;
    Errors errors = Errors::Raise;
    TextPlace place; ///< of the step's `{`, so that a window can mark where a task stands
    Variable as;     ///< also the `each` of as_completed
    Path into;
    Path path;         ///< the variable that the verb works on, or that `set` and its like assign
    ValueExpr subject; ///< text, seconds, count, value, or the error variable of `raise`
    ValueExpr value;   ///< `value`, `from`, `n`, `maxsize`
    ValueExpr text;    ///< `message` or `name`
    ValueExpr timeout;
    QString error; ///< the type that `raise` or `set_exception` makes
    std::vector<Item> items;
    Steps body; ///< the steps inside: of a list verb, or of `do`
    std::unique_ptr<TryParts> tryParts;
    QString note;
};

struct Coroutine
{
    QString name;
    std::vector<Variable> params;
    QStringList locals; ///< the names of its variables, by slot
    Steps body;
    TextPlace place;
    QString note;
};

struct PlanRun
{
    QString name;
    Call main;
    TextPlace place;
    QString note;
};

struct Plan
{
    QString title;
    QString about;
    Steps shared;
    QStringList sharedNames; ///< by slot
    std::vector<Coroutine> coroutines;
    std::vector<PlanRun> runs;

    [[nodiscard]] const PlanRun *run(QStringView name) const
    {
        for (const PlanRun &candidate : runs) {
            if (candidate.name == name)
                return &candidate;
        }
        return nullptr;
    }
};

} // namespace loopscope
