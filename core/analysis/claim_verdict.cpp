// SPDX-License-Identifier: MIT
#include "core/analysis/claim_verdict.h"

#include "core/analysis/claim_evaluator.h"
#include "core/analysis/claim_facts.h"
#include "core/analysis/claim_label.h"
#include "core/base/json_text.h"

#include <algorithm>

namespace loopscope {

namespace {

template<class Holds>
bool eachOfEach(const ClaimValues &left, const ClaimValues &right, Holds holds)
{
    return !left.empty() && !right.empty() && std::all_of(left.begin(), left.end(), [&](const ClaimValue &a) {
        return std::all_of(right.begin(), right.end(), [&](const ClaimValue &b) { return holds(a, b); });
    });
}

bool holds(Relation relation, const ClaimValues &left, const ClaimValues &right, Nanos tolerance)
{
    const auto equal = [tolerance](const ClaimValue &a, const ClaimValue &b) {
        return areEqual(a, b, tolerance);
    };
    const auto allEqual = [&] {
        return left.size() == right.size() && std::equal(left.begin(), left.end(), right.begin(), equal);
    };
    switch (relation) {
    case Relation::Equal: return allEqual();
    case Relation::Differ: return !allEqual();
    case Relation::Less: return eachOfEach(left, right, isLess);
    case Relation::AtMost:
        return eachOfEach(left, right, [&](const ClaimValue &a, const ClaimValue &b) {
            return isLess(a, b) || equal(a, b);
        });
    case Relation::Before: break;
    }
    return eachOfEach(left, right, [](const ClaimValue &a, const ClaimValue &b) {
        return a.event && b.event && a.event < b.event;
    });
}

/// Whether the recording holds every run that is spoken of.
bool hasRunsOf(const Store &store, const ClaimExpr &expr)
{
    return (expr.where.run.isEmpty() || runNamed(store, expr.where.run)) &&
           std::all_of(expr.arguments.begin(), expr.arguments.end(),
                       [&](const ClaimExpr &argument) { return hasRunsOf(store, argument); });
}

bool isOnRealClock(const Store &store)
{
    return std::any_of(store.runs().begin(), store.runs().end(),
                       [](const RunInfo &run) { return run.realClock; });
}

QString figuresOf(const Comparison &comparison, const ClaimValues &left, const ClaimValues &right,
                  bool isHeld, Nanos tolerance)
{
    const auto isTime = [](const ClaimValue &value) { return value.isTime(); };
    const bool times =
        std::any_of(left.begin(), left.end(), isTime) || std::any_of(right.begin(), right.end(), isTime);
    const NumbersAs numbers = times ? NumbersAs::Seconds : NumbersAs::Numbers;
    QString line = figureOf(comparison.left, left, numbers) + u' ' + signOf(comparison.relation, isHeld) +
                   u' ' + figureOf(comparison.right, right, numbers);
    const bool isTolerant = comparison.relation == Relation::Equal || comparison.relation == Relation::AtMost;
    if (times && isTolerant && tolerance > Nanos::zero())
        line += QStringLiteral(" (within %1 s)").arg(QString::fromLatin1(secondsText(tolerance)));
    return line;
}

Result<ClaimVerdict> judgeOne(const Claim &claim, const Store &store)
{
    ClaimVerdict verdict{claim.id, claim.sentence, ClaimVerdict::Unjudged, {}};
    const bool canJudge = std::all_of(claim.that.begin(), claim.that.end(), [&](const Comparison &part) {
        return hasRunsOf(store, part.left) && hasRunsOf(store, part.right);
    });
    if (!canJudge)
        return verdict;
    const ClaimEvaluator evaluator(store, claim.file);
    verdict.kind = ClaimVerdict::Held;
    for (const Comparison &comparison : claim.that) {
        const Nanos tolerance = isOnRealClock(store) ? comparison.within : Nanos::zero();
        const auto left = evaluator.values(comparison.left);
        const auto right = evaluator.values(comparison.right);
        if (!left || !right)
            return failure(left ? right.error() : left.error());
        const bool isHeld = holds(comparison.relation, *left, *right, tolerance);
        if (!isHeld)
            verdict.kind = ClaimVerdict::Broken;
        verdict.figures << figuresOf(comparison, *left, *right, isHeld, tolerance);
    }
    return verdict;
}

QString wordFor(ClaimVerdict::Kind kind)
{
    switch (kind) {
    case ClaimVerdict::Held: return QStringLiteral("held");
    case ClaimVerdict::Broken: return QStringLiteral("broken");
    case ClaimVerdict::Unjudged: break;
    }
    return QStringLiteral("unjudged");
}

} // namespace

qsizetype ClaimReport::count(ClaimVerdict::Kind kind) const
{
    return std::count_if(verdicts.begin(), verdicts.end(),
                         [kind](const ClaimVerdict &verdict) { return verdict.kind == kind; });
}

ClaimReport judge(const std::vector<Claim> &claims, const Store &store)
{
    ClaimReport report;
    for (const Claim &claim : claims) {
        auto verdict = judgeOne(claim, store);
        if (verdict)
            report.verdicts.push_back(std::move(*verdict));
        else
            report.problems << std::move(verdict.error());
    }
    return report;
}

QString toText(const ClaimReport &report)
{
    QString text;
    for (const ClaimVerdict &verdict : report.verdicts) {
        text += wordFor(verdict.kind).leftJustified(8) + u' ' + verdict.sentence.english + u'\n';
        for (const QString &figures : verdict.figures)
            text += QStringLiteral("         ") + figures + u'\n';
    }
    return text;
}

QByteArray toJson(const ClaimReport &report)
{
    QByteArrayList verdicts;
    for (const ClaimVerdict &verdict : report.verdicts) {
        QByteArrayList figures;
        for (const QString &line : verdict.figures)
            figures << jsonString(line);
        verdicts << JsonObjectText()
                        .add("id", verdict.id)
                        .add("verdict", wordFor(verdict.kind))
                        .add("sentence", verdict.sentence.english)
                        .addRaw("figures", '[' + figures.join(',') + ']')
                        .text();
    }
    return '[' + verdicts.join(',') + ']';
}

} // namespace loopscope
