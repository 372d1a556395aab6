// SPDX-License-Identifier: MIT
#include "core/analysis/claim_label.h"

#include "core/analysis/claim_words.h"
#include "core/analysis/event_log.h"

#include <algorithm>

namespace loopscope {

namespace {

bool isWrittenOut(const ClaimExpr &expr)
{
    return expr.function == ClaimFunction::Literal ||
           (expr.function == ClaimFunction::List &&
            std::all_of(expr.arguments.begin(), expr.arguments.end(), isWrittenOut));
}

QStringList labelsOf(const std::vector<ClaimExpr> &expressions)
{
    QStringList labels;
    for (const ClaimExpr &expr : expressions)
        labels << labelOf(expr);
    return labels;
}

/// `suspend of a on "sleep"`
QString eventLabel(const ClaimExpr &expr)
{
    QString text = QString::fromLatin1(eventLogWord(expr.event));
    if (expr.where.text != u"*")
        text += QStringLiteral(" of ") + expr.where.text;
    for (const EventDetail &detail : expr.details)
        text += u' ' + detail.key + u' ' + textOf({ClaimValue::ofText(detail.text)}, NumbersAs::Numbers);
    return text;
}

} // namespace

QString labelOf(const ClaimExpr &expr)
{
    const ClaimWord *const word = claimWord(expr.function);
    if (expr.function == ClaimFunction::Literal)
        return textOf({expr.literal}, NumbersAs::Numbers);
    const QString inside = labelsOf(expr.arguments).join(QStringLiteral(", "));
    if (!word)
        return inside;
    const QString name = QString::fromLatin1(word->word);
    switch (word->argument) {
    case ClaimArgument::Run:
    case ClaimArgument::Tasks: return name + u'(' + expr.where.text + u')';
    case ClaimArgument::Event: return name + u'(' + eventLabel(expr) + u')';
    case ClaimArgument::Values:
    case ClaimArgument::Pair: break;
    }
    return name + u'(' + inside + u')';
}

QString figureOf(const ClaimExpr &expr, const ClaimValues &values, NumbersAs numbers)
{
    const QString text = textOf(values, numbers);
    return isWrittenOut(expr) ? text : labelOf(expr) + u' ' + text;
}

QString signOf(Relation relation, bool isHeld)
{
    switch (relation) {
    case Relation::Equal: return isHeld ? QStringLiteral("=") : QStringLiteral("≠");
    case Relation::Differ: return isHeld ? QStringLiteral("≠") : QStringLiteral("=");
    case Relation::Less: return isHeld ? QStringLiteral("<") : QStringLiteral("≮");
    case Relation::AtMost: return isHeld ? QStringLiteral("≤") : QStringLiteral("≰");
    case Relation::Before: break;
    }
    return isHeld ? QStringLiteral("before") : QStringLiteral("not before");
}

} // namespace loopscope
