// SPDX-License-Identifier: MIT
#include "tests/fuzz/parser_check.h"

#include "core/plan/plan_parser.h"

#include <tuple>

namespace loopscope {

namespace {

void require(bool holds, const char *claim, const QByteArray &text)
{
    if (!holds)
        qFatal("%s: %s", claim, text.toPercentEncoding(" \"{}[]:,").constData());
}

bool hasPlace(const QByteArray &text, const TextPlace &place)
{
    qsizetype begin = 0;
    for (int line = 1; line < place.line; ++line) {
        begin = text.indexOf('\n', begin) + 1;
        if (begin == 0)
            return false;
    }
    const qsizetype end = text.indexOf('\n', begin);
    // A character of n bytes is at most n units wide, and the place behind the last one is a place, too.
    const qsizetype width = (end < 0 ? text.size() : end) - begin;
    return place.line >= 1 && place.column >= 1 && place.column <= width + 1;
}

void checkProblems(const QList<Problem> &problems, const QByteArray &text)
{
    require(!problems.isEmpty(), "a refused text has a problem", text);
    TextPlace last;
    for (const Problem &problem : problems) {
        require(!message(problem).isEmpty(), "a problem says what is wrong", text);
        require(problem.place.has_value(), "a problem has a place", text);
        require(hasPlace(text, *problem.place), "a problem's place is in the text", text);
        require(std::tie(last.line, last.column) <= std::tie(problem.place->line, problem.place->column),
                "problems come in the order of the text", text);
        last = *problem.place;
    }
}

} // namespace

void checkParser(const QByteArray &text)
{
    const auto first = parsePlan(text, QStringLiteral("plan.json"));
    const auto second = parsePlan(text, QStringLiteral("plan.json"));
    require(first.has_value() == second.has_value(), "two readings agree", text);
    if (first) {
        require(!(*first)->coroutines.empty() && !(*first)->runs.empty(), "a plan has coroutines and runs",
                text);
        return;
    }
    require(first.error() == second.error(), "two readings find the same problems", text);
    checkProblems(first.error(), text);
}

} // namespace loopscope
