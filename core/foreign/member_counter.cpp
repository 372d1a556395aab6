// SPDX-License-Identifier: MIT
#include "core/foreign/member_counter.h"

namespace loopscope {

void MemberCounter::note(QByteArrayView name)
{
    constexpr qsizetype longestName = 60; // as SkipCounter's
    name = name.first(std::min(name.size(), longestName));
    for (Count &one : m_counts) {
        if (one.name == name) {
            ++one.count;
            return;
        }
    }
    if (m_counts.size() < SkipCounter::mostNames)
        m_counts.push_back({name.toByteArray(), 1});
    else
        ++m_others;
}

void MemberCounter::tell(SkipCounter &skips)
{
    constexpr const char *sentence =
        QT_TRANSLATE_NOOP("Problem", "%1 events have the member %2, which is not shown");
    for (const Count &one : m_counts)
        skips.note(sentence, one.name, one.count);
    skips.note(sentence, "…", m_others);
    m_counts.clear();
    m_others = 0;
}

} // namespace loopscope
