// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/time.h"
#include "core/session/wire_format.h"

#include <protozero/pbf_builder.hpp>

#include <string>
#include <string_view>

namespace loopscope {

/// What a sequence of packets begins with, or begins anew with.
struct SequenceState
{
    quint64 sequence = wire::sequence;
    TracePoint now;                     ///< what its times count from, in deltas
    qint64 unixNs = 0;                  ///< the wall clock's time at `now`; 0 where it is not told
    quint64 track = wire::processTrack; ///< of events that name none
    std::string interned;               ///< see addInterned
};

/// Puts the clocks, the defaults, the strings and the flags into a packet that has nothing else of them.
void addState(protozero::pbf_builder<wire::Packet> &packet, const SequenceState &state);

/// Appends a string with its number to the fields of an InternedData message.
void addInterned(std::string &message, wire::InternedData field, quint32 id, std::string_view text);

} // namespace loopscope
