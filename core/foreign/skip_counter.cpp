// SPDX-License-Identifier: MIT
#include "core/foreign/skip_counter.h"

namespace loopscope {

namespace {

constexpr qsizetype longestName = 60;

} // namespace

void SkipCounter::note(const char *what, QByteArrayView name, quint64 count)
{
    if (count == 0)
        return;
    QByteArray key = name.first(std::min(name.size(), longestName)).toByteArray();
    auto found = m_places.find({what, key});
    if (found == m_places.end()) {
        if (++m_names[what] > mostNames)
            key = "…";
        const auto [place, isNew] = m_places.try_emplace({what, key}, m_counts.size());
        if (isNew)
            m_counts.push_back({what, key, 0});
        found = place;
    }
    m_counts[found->second].count += count;
}

void SkipCounter::note(const TrackLosses &losses)
{
    note(QT_TRANSLATE_NOOP("Problem", "%1 slices end that never began: these ends were skipped"), {},
         losses.nesting.strayEnds);
    note(QT_TRANSLATE_NOOP("Problem", "%1 slices were left out: they lie more than %2 deep"),
         QByteArray::number(mostRows), losses.nesting.tooDeep);
    note(QT_TRANSLATE_NOOP("Problem",
                           "%1 slices overlap others without lying in them: they are on lanes beside"),
         {}, losses.overflowing);
    note(QT_TRANSLATE_NOOP("Problem", "%1 ends of arrows were skipped: there is no slice to hold them"), {},
         losses.looseFlows);
    note(QT_TRANSLATE_NOOP("Problem", "%1 texts were shortened: they are too long, or too many"), {},
         losses.shortTexts);
    note(QT_TRANSLATE_NOOP("Problem",
                           "%1 events are of another category than the first of their name, which is "
                           "the one that is shown"),
         {}, losses.otherCategories);
}

std::vector<Problem> SkipCounter::problems(const QString &file) const
{
    std::vector<Problem> all;
    all.reserve(m_counts.size());
    for (const Count &one : m_counts)
        all.push_back({.what = one.what,
                       .arguments = {QString::number(one.count), QString::fromUtf8(one.name)},
                       .file = file});
    return all;
}

} // namespace loopscope
