// SPDX-License-Identifier: MIT
#include "core/analysis/claim_words.h"

#include <array>

namespace loopscope {

namespace {

using enum ClaimFunction;

constexpr std::array words{
    ClaimWord{"cost", Cost, ClaimArgument::Run},
    ClaimWord{"created", Created, ClaimArgument::Tasks},
    ClaimWord{"start", Start, ClaimArgument::Tasks},
    ClaimWord{"end", End, ClaimArgument::Tasks},
    ClaimWord{"life", Life, ClaimArgument::Tasks},
    ClaimWord{"running", Running, ClaimArgument::Tasks},
    ClaimWord{"ready", Ready, ClaimArgument::Tasks},
    ClaimWord{"suspended", Suspended, ClaimArgument::Tasks},
    ClaimWord{"outcome", Outcome, ClaimArgument::Tasks},
    ClaimWord{"error", Error, ClaimArgument::Tasks},
    ClaimWord{"message", Message, ClaimArgument::Tasks},
    ClaimWord{"value", Value, ClaimArgument::Tasks},
    ClaimWord{"names", Names, ClaimArgument::Tasks},
    ClaimWord{"prints", Prints, ClaimArgument::Tasks},
    ClaimWord{"requests", Requests, ClaimArgument::Tasks},
    ClaimWord{"jobs", Jobs, ClaimArgument::Tasks},
    ClaimWord{"overlap", Overlap, ClaimArgument::Tasks},
    ClaimWord{"at", At, ClaimArgument::Event},
    ClaimWord{"count", Count, ClaimArgument::Values},
    ClaimWord{"sum", Sum, ClaimArgument::Values},
    ClaimWord{"max", Max, ClaimArgument::Values},
    ClaimWord{"min", Min, ClaimArgument::Values},
    ClaimWord{"first", First, ClaimArgument::Values},
    ClaimWord{"last", Last, ClaimArgument::Values},
    ClaimWord{"gaps", Gaps, ClaimArgument::Values},
    ClaimWord{"minus", Minus, ClaimArgument::Pair},
    ClaimWord{"at_once", AtOnce, ClaimArgument::Pair},
};

constexpr std::array relations{"equal", "differ", "less", "at_most", "before"}; // by Relation

} // namespace

const ClaimWord *claimWord(QStringView word)
{
    for (const ClaimWord &candidate : words) {
        if (word == QLatin1String(candidate.word))
            return &candidate;
    }
    return nullptr;
}

const ClaimWord *claimWord(ClaimFunction function)
{
    for (const ClaimWord &candidate : words) {
        if (candidate.function == function)
            return &candidate;
    }
    return nullptr;
}

QStringList claimWords()
{
    QStringList list;
    for (const ClaimWord &word : words)
        list << QString::fromLatin1(word.word);
    return list;
}

std::optional<Relation> relationOf(QStringView word)
{
    for (size_t i = 0; i < relations.size(); ++i) {
        if (word == QLatin1String(relations[i]))
            return Relation(i);
    }
    return std::nullopt;
}

QStringList relationWords()
{
    QStringList list;
    for (const char *word : relations)
        list << QString::fromLatin1(word);
    return list;
}

QStringList eventDetailKeys()
{
    return {QStringLiteral("on"),      QStringLiteral("text"), QStringLiteral("target"),
            QStringLiteral("message"), QStringLiteral("of"),   QStringLiteral("outcome"),
            QStringLiteral("type"),    QStringLiteral("job")};
}

} // namespace loopscope
