// SPDX-License-Identifier: MIT
#include "core/analysis/session_verdict.h"

#include "core/analysis/run_repeat.h"
#include "core/base/json_text.h"

#include <algorithm>

namespace loopscope {

namespace {

void count(SessionVerdicts &session, const ClaimReport &report)
{
    for (const Problem &problem : report.problems) {
        if (!session.problems.contains(problem))
            session.problems << problem;
    }
    for (const ClaimVerdict &verdict : report.verdicts) {
        auto known = std::find_if(session.claims.begin(), session.claims.end(),
                                  [&](const auto &repeated) { return repeated.verdict.id == verdict.id; });
        if (known == session.claims.end())
            known = session.claims.insert(known, {verdict, 0, 0});
        else if (verdict.kind == ClaimVerdict::Broken && known->verdict.kind != ClaimVerdict::Broken)
            known->verdict = verdict;
        known->held += verdict.kind == ClaimVerdict::Held ? 1 : 0;
        ++known->repeats;
    }
}

QString wordFor(const RepeatedVerdict &repeated)
{
    if (repeated.verdict.kind == ClaimVerdict::Unjudged)
        return QStringLiteral("unjudged");
    const QString word =
        repeated.verdict.kind == ClaimVerdict::Broken ? QStringLiteral("broken") : QStringLiteral("held");
    const qsizetype many =
        repeated.verdict.kind == ClaimVerdict::Broken ? repeated.repeats - repeated.held : repeated.held;
    return QStringLiteral("%1 %2 of %3").arg(word).arg(many).arg(repeated.repeats);
}

QLatin1String nameOf(ClaimVerdict::Kind kind)
{
    switch (kind) {
    case ClaimVerdict::Held: return QLatin1String("held");
    case ClaimVerdict::Broken: return QLatin1String("broken");
    case ClaimVerdict::Unjudged: break;
    }
    return QLatin1String("unjudged");
}

} // namespace

bool SessionVerdicts::isAnyBroken() const
{
    return std::any_of(claims.begin(), claims.end(), [](const RepeatedVerdict &repeated) {
        return repeated.verdict.kind == ClaimVerdict::Broken;
    });
}

SessionVerdicts judgeRepeats(const std::vector<Claim> &claims, const Store &store)
{
    SessionVerdicts session;
    if (claims.empty())
        return session;
    for (const std::vector<RunId> &runs : measuredRepeats(store))
        count(session, judge(claims, storeOf(store, runs)));
    return session;
}

QString toText(const SessionVerdicts &verdicts)
{
    QString text;
    for (const RepeatedVerdict &repeated : verdicts.claims) {
        text += wordFor(repeated) + QStringLiteral("  ") + repeated.verdict.sentence.english + u'\n';
        for (const QString &figures : repeated.verdict.figures)
            text += QStringLiteral("         ") + figures + u'\n';
    }
    return text;
}

QByteArray toJson(const SessionVerdicts &verdicts)
{
    QByteArrayList claims;
    for (const RepeatedVerdict &repeated : verdicts.claims) {
        QByteArrayList figures;
        for (const QString &line : repeated.verdict.figures)
            figures << jsonString(line);
        claims << JsonObjectText()
                      .add("id", repeated.verdict.id)
                      .add("verdict", QString(nameOf(repeated.verdict.kind)))
                      .add("sentence", repeated.verdict.sentence.english)
                      .addRaw("figures", '[' + figures.join(',') + ']')
                      .add("held", qint64(repeated.held))
                      .add("of", qint64(repeated.repeats))
                      .text();
    }
    return '[' + claims.join(',') + ']';
}

} // namespace loopscope
