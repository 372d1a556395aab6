// SPDX-License-Identifier: MIT
#include "core/analysis/claim_evaluator.h"

#include "core/analysis/claim_facts.h"

#include <algorithm>

namespace loopscope {

namespace {

ClaimValues sumOf(const ClaimValues &values)
{
    ClaimValue total = ClaimValue::ofNumber(0);
    for (const ClaimValue &value : values)
        total = sum(total, value);
    return {total};
}

ClaimValues gapsOf(const ClaimValues &values)
{
    ClaimValues gaps;
    for (size_t i = 1; i < values.size(); ++i)
        gaps.push_back(difference(values[i], values[i - 1]));
    return gaps;
}

/// Of a list, by a function that makes one value or another list of it.
ClaimValues ofList(ClaimFunction function, const ClaimValues &values)
{
    switch (function) {
    case ClaimFunction::Count: return {ClaimValue::ofNumber(double(values.size()))};
    case ClaimFunction::Sum: return sumOf(values);
    case ClaimFunction::Gaps: return gapsOf(values);
    default: break;
    }
    if (values.empty())
        return {};
    switch (function) {
    case ClaimFunction::Max: return {*std::max_element(values.begin(), values.end(), isLess)};
    case ClaimFunction::Min: return {*std::min_element(values.begin(), values.end(), isLess)};
    case ClaimFunction::First: return {values.front()};
    default: return {values.back()};
    }
}

/// In pairs, or each with the one value on the right.
ClaimValues minus(const ClaimValues &left, const ClaimValues &right)
{
    ClaimValues differences;
    for (size_t i = 0; i < left.size() && (right.size() == 1 || i < right.size()); ++i)
        differences.push_back(difference(left[i], right[right.size() == 1 ? 0 : i]));
    return differences;
}

/// How many had begun and not ended, at most.
ClaimValues atOnce(const ClaimValues &begins, const ClaimValues &ends)
{
    std::vector<std::pair<EventId, int>> edges;
    for (const ClaimValue &begin : begins)
        edges.emplace_back(begin.event, 1);
    for (const ClaimValue &end : ends)
        edges.emplace_back(end.event, -1);
    std::sort(edges.begin(), edges.end());
    int inside = 0;
    int most = 0;
    for (const auto &[event, change] : edges) {
        inside += change;
        most = std::max(most, inside);
    }
    return {ClaimValue::ofNumber(most)};
}

} // namespace

Result<ClaimValues> ClaimEvaluator::values(const ClaimExpr &expr) const
{
    switch (expr.function) {
    case ClaimFunction::Literal: return ClaimValues{expr.literal};
    case ClaimFunction::List: return list(expr.arguments);
    case ClaimFunction::Minus:
    case ClaimFunction::AtOnce: return pair(expr);
    case ClaimFunction::Count:
    case ClaimFunction::Sum:
    case ClaimFunction::Max:
    case ClaimFunction::Min:
    case ClaimFunction::First:
    case ClaimFunction::Last:
    case ClaimFunction::Gaps:
        return list(expr.arguments).map([&](const ClaimValues &of) { return ofList(expr.function, of); });
    default: return ofTasks(expr);
    }
}

Result<ClaimValues> ClaimEvaluator::list(const std::vector<ClaimExpr> &expressions) const
{
    ClaimValues all;
    for (const ClaimExpr &expr : expressions) {
        const Result<ClaimValues> some = values(expr);
        if (!some)
            return some;
        all.insert(all.end(), some->begin(), some->end());
    }
    return all;
}

Result<ClaimValues> ClaimEvaluator::pair(const ClaimExpr &expr) const
{
    const Result<ClaimValues> left = values(expr.arguments[0]);
    if (!left)
        return left;
    return values(expr.arguments[1]).map([&](const ClaimValues &right) {
        return expr.function == ClaimFunction::Minus ? minus(*left, right) : atOnce(*left, right);
    });
}

Result<ClaimValues> ClaimEvaluator::ofTasks(const ClaimExpr &expr) const
{
    const RunInfo &run = *runNamed(m_store, expr.where.run);
    if (expr.function == ClaimFunction::Cost)
        return run.cost ? ClaimValues{ClaimValue::ofLength(*run.cost)} : ClaimValues{};
    auto tasks = tasksOf(m_store, run, expr.where.task);
    if (!tasks) {
        Problem problem = tasks.error();
        problem.file = m_fileName;
        problem.path = expr.path;
        problem.place = expr.place;
        return failure(std::move(problem));
    }
    switch (expr.function) {
    case ClaimFunction::Prints: return printsOf(run, *tasks, expr.where.task);
    case ClaimFunction::Requests: return requestsOf(run, *tasks);
    case ClaimFunction::Jobs: return jobsOf(run, *tasks);
    case ClaimFunction::At: return momentsOf(m_store, run, expr, *tasks);
    case ClaimFunction::Overlap: return ClaimValues{ClaimValue::ofLength(overlapOf(run, *tasks))};
    default: return factsOf(m_store, run, expr.function, *tasks);
    }
}

} // namespace loopscope
