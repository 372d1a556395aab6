// SPDX-License-Identifier: MIT
#pragma once

#include "ui/tracks/track_hit.h"

#include <QCoreApplication>

namespace loopscope {

/// How tracks and what is on them are told to people.
class TrackWords
{
    Q_DECLARE_TR_FUNCTIONS(TrackWords)

public:
    explicit TrackWords(const TrackStore &store) : m_store(store) {}

    /// "main 43", "Thread 43", "Process 7": a name, or what stands for one.
    [[nodiscard]] QString track(TrackId track) const;
    [[nodiscard]] QString thing(const TrackThing &thing) const;
    /// What a pointer over it is told.
    [[nodiscard]] QString tip(const TrackHit &hit) const;

    struct Fact
    {
        QString name, value;
    };
    [[nodiscard]] QList<Fact> facts(const TrackThing &thing) const;
    /// A JSON object, indented; empty without arguments.
    [[nodiscard]] QString arguments(const TrackThing &thing) const;
    /// When it begins and ends, since the trace began.
    [[nodiscard]] TimeSpan span(const TrackThing &thing) const;

private:
    [[nodiscard]] TextId nameOf(const TrackThing &thing) const;

    const TrackStore &m_store;
};

} // namespace loopscope
