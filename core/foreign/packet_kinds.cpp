// SPDX-License-Identifier: MIT
#include "core/foreign/packet_kinds.h"

#include <algorithm>
#include <array>
#include <utility>

namespace loopscope {

namespace {

/// protos/perfetto/trace/trace_packet.proto
constexpr std::array kinds = {
    std::pair{1u, "ftrace_events"},
    std::pair{4u, "inode_file_map"},
    std::pair{5u, "chrome_events"},
    std::pair{7u, "sys_stats"},
    std::pair{9u, "process_stats"},
    std::pair{34u, "ftrace_stats"},
    std::pair{37u, "profile_packet"},
    std::pair{38u, "battery"},
    std::pair{39u, "android_log"},
    std::pair{40u, "power_rails"},
    std::pair{46u, "trigger"},
    std::pair{47u, "packages_list"},
    std::pair{48u, "chrome_benchmark_metadata"},
    std::pair{49u, "perfetto_metatrace"},
    std::pair{51u, "chrome_metadata"},
    std::pair{52u, "gpu_counter_event"},
    std::pair{53u, "gpu_render_stage_event"},
    std::pair{54u, "streaming_profile_packet"},
    std::pair{57u, "graphics_frame_event"},
    std::pair{66u, "perf_sample"},
    std::pair{72u, "extension_descriptor"},
    std::pair{76u, "frame_timeline_event"},
    std::pair{78u, "ui_state"},
    std::pair{90u, "track_event_range_of_interest"},
    std::pair{135u, "stack_sample"},
};

constexpr std::array aboutTracing = {33u, 35u, 36u, 45u, 69u, 72u, 78u, 89u, 90u, 126u};

} // namespace

QByteArray packetKind(quint32 field)
{
    const auto known =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto &kind) { return kind.first == field; });
    const QByteArray number = QByteArray::number(field);
    return known == kinds.end() ? number : number + " (" + known->second + ')';
}

bool holdsNothingToShow(quint32 field)
{
    return std::find(aboutTracing.begin(), aboutTracing.end(), field) != aboutTracing.end();
}

} // namespace loopscope
