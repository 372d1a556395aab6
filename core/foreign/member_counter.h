// SPDX-License-Identifier: MIT
#pragma once

#include "core/foreign/skip_counter.h"

namespace loopscope {

/// Counts the members of a JSON file's events that are passed over. Each of ten million events may have one:
/// counting compares a few short names and adds one.
class MemberCounter
{
public:
    void note(QByteArrayView name);
    /// Of members whose names were not kept.
    void noteUnnamed(quint64 count) { m_others += count; }
    /// Hands on what was counted, in the order in which the names came first, and forgets it.
    void tell(SkipCounter &skips);

private:
    struct Count
    {
        QByteArray name;
        quint64 count = 0;
    };
    std::vector<Count> m_counts;
    quint64 m_others = 0; ///< without a name, or of names that came when there were SkipCounter::mostNames
};

} // namespace loopscope
