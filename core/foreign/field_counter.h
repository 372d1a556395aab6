// SPDX-License-Identifier: MIT
#pragma once

#include "core/foreign/field_names.h"
#include "core/foreign/skip_counter.h"

#include <protozero/pbf_reader.hpp>

#include <array>

namespace loopscope {

/// Counts fields of Perfetto's messages that are passed over. A trace may have one in each of its ten million
/// events, so that counting takes no more than adding one; names are looked up at the end.
class FieldCounter
{
public:
    /// Passes over the field that `in` stands at.
    void skip(protozero::pbf_reader &in, PerfettoMessage message)
    {
        note(message, in.tag());
        in.skip();
    }
    void note(PerfettoMessage message, quint32 field)
    {
        if (field < common)
            ++m_common[size_t(message)][field];
        else
            noteRare(message, field);
    }
    /// Hands on what was counted, by name, and forgets it. What holds nothing to show is left out.
    void tell(SkipCounter &skips);

private:
    static constexpr quint32 common = 64;
    /// So many rare fields are told apart: numbers may be anything.
    static constexpr size_t mostRare = 200;

    void noteRare(PerfettoMessage message, quint32 field);

    std::array<std::array<quint64, common>, perfettoMessages> m_common{};
    std::map<std::pair<PerfettoMessage, quint32>, quint64> m_rare; ///< field 0: all others
};

} // namespace loopscope
