// SPDX-License-Identifier: MIT
#include "core/listing/step_search.h"

#include <algorithm>

namespace loopscope {

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

bool raisesAgain(const Step &step, const QString &caught)
{
    const Path *const error = std::get_if<Path>(&step.subject.form);
    return step.verb == Verb::Raise && error && error->keys.isEmpty() && !caught.isEmpty() &&
           error->name == caught;
}

} // namespace loopscope
