// SPDX-License-Identifier: MIT
#include "core/listing/step_search.h"

#include <algorithm>

namespace loopscope {

namespace {

bool numericKeyIn(const ValueExpr &expr)
{
    if (const ListExpr *const list = std::get_if<ListExpr>(&expr.form))
        return std::ranges::any_of(list->items, &numericKeyIn);
    const ObjectExpr *const object = std::get_if<ObjectExpr>(&expr.form);
    const auto isNumber = [](const QString &key) {
        bool yes = false;
        key.toInt(&yes);
        return yes;
    };
    return object && (std::ranges::any_of(object->keys, isNumber) ||
                      std::ranges::any_of(object->values, &numericKeyIn));
}

} // namespace

bool contains(const Steps &steps, const std::function<bool(const Step &)> &isSuch)
{
    return std::ranges::any_of(steps, [&](const Step &step) {
        if (isSuch(step) || contains(step.body, isSuch))
            return true;
        if (!step.tryParts)
            return false;
        const TryParts &parts = *step.tryParts;
        return contains(parts.otherwise, isSuch) || contains(parts.finally, isSuch) ||
               std::ranges::any_of(parts.clauses,
                                   [&](const ExceptClause &clause) { return contains(clause.body, isSuch); });
    });
}

bool hasNumericKey(const Step &step)
{
    const auto inCall = [](const Item &item) {
        const Call *const call = std::get_if<Call>(&item);
        return call && std::ranges::any_of(call->arguments, &numericKeyIn);
    };
    return numericKeyIn(step.value) || numericKeyIn(step.subject) || std::ranges::any_of(step.items, inCall);
}

bool raisesAgain(const Step &step, const QString &caught)
{
    const Path *const error = std::get_if<Path>(&step.subject.form);
    return step.verb == Verb::Raise && error && error->keys.isEmpty() && !caught.isEmpty() &&
           error->name == caught;
}

} // namespace loopscope
