// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/event.h"

namespace loopscope {

/// Writes and reads events one after the other as differences, in as few bytes as they need: a kind with
/// marks of what follows, then numbers of seven bits a byte. Starts from nothing, so that a row of events can
/// be read from its beginning.
class EventCode
{
public:
    /// The most bytes that one event can take.
    static constexpr size_t mostBytes = 48;

    /// Writes `event`, the next after the one written before. Returns where its bytes end.
    quint8 *write(const Event &event, quint8 *into);
    /// Reads into `event`, whose id the caller sets. Returns where its bytes end. Only what `write` made is
    /// ever read.
    const quint8 *read(Event &event, const quint8 *from);

private:
    Event m_before; ///< what the differences are to
};

} // namespace loopscope
