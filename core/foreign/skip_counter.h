// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/problem.h"
#include "core/trace/track_store.h"

#include <QByteArray>

#include <map>
#include <vector>

namespace loopscope {

/// Counts what a reader did not understand or had to leave out, by kind and name: never silently lost.
class SkipCounter
{
public:
    /// Names beyond so many of one kind are counted together.
    static constexpr size_t mostNames = 50;

    /// `what` is a Problem's template: %1 will be how many there were, %2 the name.
    void note(const char *what, QByteArrayView name = {}, quint64 count = 1);
    void note(const TrackLosses &losses);

    [[nodiscard]] bool isEmpty() const { return m_counts.empty(); }
    /// One for each kind and name, in the order in which they were first seen.
    [[nodiscard]] std::vector<Problem> problems(const QString &file) const;

private:
    struct Count
    {
        const char *what;
        QByteArray name;
        quint64 count;
    };
    std::map<std::pair<const char *, QByteArray>, size_t> m_places;
    std::map<const char *, size_t> m_names;
    std::vector<Count> m_counts;
};

} // namespace loopscope
