// SPDX-License-Identifier: MIT
#pragma once

#include "core/analysis/claim.h"

#include <QStringList>

#include <optional>

namespace loopscope {

/// The words of the claims language: one table for the reader, the figures and the test of the schema.

enum class ClaimArgument : quint8 {
    Run,    ///< the name of a run
    Tasks,  ///< RUN/TASK
    Event,  ///< a word of the event log, with options
    Values, ///< an expression
    Pair,   ///< a list of two expressions
};

struct ClaimWord
{
    const char *word;
    ClaimFunction function;
    ClaimArgument argument;
};

/// Null for a word that is none.
[[nodiscard]] const ClaimWord *claimWord(QStringView word);
/// Null for Literal and List, which have no word.
[[nodiscard]] const ClaimWord *claimWord(ClaimFunction function);
[[nodiscard]] QStringList claimWords();

[[nodiscard]] std::optional<Relation> relationOf(QStringView word);
[[nodiscard]] QStringList relationWords();

/// The keys by which an `at` can tell events of one kind from each other.
[[nodiscard]] QStringList eventDetailKeys();

} // namespace loopscope
