// SPDX-License-Identifier: MIT
#include "core/foreign/field_names.h"

#include <algorithm>
#include <span>
#include <utility>

namespace loopscope {

namespace {

using Name = std::pair<quint32, const char *>;

constexpr Name packetFields[] = {
    {1, "ftrace_events"},
    {4, "inode_file_map"},
    {5, "chrome_events"},
    {7, "sys_stats"},
    {9, "process_stats"},
    {34, "ftrace_stats"},
    {37, "profile_packet"},
    {38, "battery"},
    {39, "android_log"},
    {40, "power_rails"},
    {46, "trigger"},
    {47, "packages_list"},
    {48, "chrome_benchmark_metadata"},
    {49, "perfetto_metatrace"},
    {51, "chrome_metadata"},
    {52, "gpu_counter_event"},
    {53, "gpu_render_stage_event"},
    {54, "streaming_profile_packet"},
    {56, "heap_graph"},
    {57, "graphics_frame_event"},
    {61, "module_symbols"},
    {62, "vulkan_memory_event"},
    {63, "gpu_log"},
    {64, "deobfuscation_mapping"},
    {65, "vulkan_api_event"},
    {66, "perf_sample"},
    {67, "cpu_info"},
    {68, "smaps_packet"},
    {70, "initial_display_state"},
    {71, "gpu_mem_total_event"},
    {73, "memory_tracker_snapshot"},
    {74, "streaming_allocation"},
    {75, "streaming_free"},
    {76, "frame_timeline_event"},
    {77, "android_energy_estimation_breakdown"},
    {82, "translation_table"},
    {84, "statsd_atom"},
    {86, "android_system_property"},
    {88, "network_packet"},
    {91, "entity_state_residency"},
    {92, "network_packet_bundle"},
    {93, "surfaceflinger_layers_snapshot"},
    {94, "surfaceflinger_transactions"},
    {95, "etw_events"},
    {99, "v8_js_code"},
    {100, "v8_internal_code"},
    {107, "remote_clock_sync"},
    {109, "chrome_trigger"},
    {115, "kernel_wakelock_data"},
    {117, "generic_kernel_task_state_event"},
    {118, "generic_kernel_cpu_freq_event"},
    {120, "generic_kernel_task_rename_event"},
    {122, "generic_kernel_process_tree"},
    {125, "protovms"},
    {129, "generic_gpu_frequency_event"},
    {132, "journald_event"},
    {135, "stack_sample"},
};
constexpr Name eventFields[] = {
    {2, "thread_time_delta_us"},
    {3, "more than one category"},
    {5, "task_execution"},
    {8, "thread_instruction_count_delta"},
    {17, "thread_time_absolute_us"},
    {20, "thread_instruction_count_absolute"},
    {21, "log_message"},
    {22, "more than one category"},
    {24, "cc_scheduler_state"},
    {25, "chrome_user_event"},
    {26, "chrome_keyed_service"},
    {27, "chrome_legacy_ipc"},
    {28, "chrome_histogram_sample"},
    {29, "chrome_latency_info"},
    {32, "chrome_frame_reporter"},
    {33, "source_location"},
    {35, "chrome_message_pump"},
    {38, "chrome_mojo_event_info"},
    {39, "chrome_application_state_info"},
    {40, "chrome_renderer_scheduler_state"},
    {41, "chrome_window_handle_event_info"},
    {43, "chrome_content_settings_event_info"},
    {49, "chrome_active_processes"},
    {50, "screenshot"},
    {51, "pixel_modem_event_insight"},
    {55, "callstack"},
    {56, "callstack_iid"},
};
constexpr Name legacyFields[] = {
    {4, "thread_duration_us"},
    {9, "use_async_tts"},
    {15, "thread_instruction_delta"},
};
constexpr Name annotationFields[] = {
    {8, "nested_value"},
    {13, "proto_type_name_iid"},
    {14, "proto_value"},
    {16, "proto_type_name"},
};
constexpr Name trackFields[] = {
    {6, "chrome_process"},
    {7, "chrome_thread"},
    {11, "child_ordering"},
    {14, "description"},
};
constexpr Name processFields[] = {
    {2, "cmdline"},        {4, "chrome_process_type"}, {5, "process_priority"}, {7, "start_timestamp_ns"},
    {8, "process_labels"},
};
constexpr Name threadFields[] = {
    {4, "chrome_thread_type"},
    {7, "reference_thread_time_us"},
    {8, "reference_thread_instruction_count"},
};
constexpr Name counterFields[] = {
    {1, "type"},
    {2, "categories"},
    {3, "unit"},
    {6, "unit_name"},
};

std::span<const Name> fieldsOf(PerfettoMessage message)
{
    switch (message) {
    case PerfettoMessage::Packet: return packetFields;
    case PerfettoMessage::Event: return eventFields;
    case PerfettoMessage::LegacyEvent: return legacyFields;
    case PerfettoMessage::Annotation: return annotationFields;
    case PerfettoMessage::Track: return trackFields;
    case PerfettoMessage::Process: return processFields;
    case PerfettoMessage::Thread: return threadFields;
    case PerfettoMessage::Counter: return counterFields;
    case PerfettoMessage::ProcessTree:
    case PerfettoMessage::Defaults: break;
    }
    return {};
}

/// Trace configuration, statistics, identifiers and marks; who wrote a packet.
constexpr quint32 ofTracing[] = {3, 33, 35, 36, 45, 69, 72, 78, 79, 89, 90, 98, 113, 124, 126, 134, 138};
/// Whether tracks of equal names are to be merged, and with whose.
constexpr quint32 ofMerging[] = {9, 15, 16, 17};
/// The order in which an older window sorted them.
constexpr quint32 ofSorting[] = {3};
/// Which axes share a scale.
constexpr quint32 ofScaling[] = {7};
/// Collection times, and what else the kernel knows of each process of the machine.
constexpr quint32 ofMachine[] = {4, 5, 6, 7, 8, 9};

std::span<const quint32> nothingToShow(PerfettoMessage message)
{
    switch (message) {
    case PerfettoMessage::Packet: return ofTracing;
    case PerfettoMessage::Track: return ofMerging;
    case PerfettoMessage::Process:
    case PerfettoMessage::Thread: return ofSorting;
    case PerfettoMessage::Counter: return ofScaling;
    case PerfettoMessage::ProcessTree: return ofMachine;
    case PerfettoMessage::Event:
    case PerfettoMessage::LegacyEvent:
    case PerfettoMessage::Annotation:
    case PerfettoMessage::Defaults: break;
    }
    return {};
}

} // namespace

QByteArray fieldName(PerfettoMessage message, quint32 field)
{
    constexpr quint32 firstExtension = 1000;
    const QByteArray number = "field " + QByteArray::number(field);
    const std::span<const Name> names = fieldsOf(message);
    const auto known =
        std::find_if(names.begin(), names.end(), [&](Name name) { return name.first == field; });
    if (known != names.end())
        return QByteArray(known->second) + " (" + number + ')';
    return message == PerfettoMessage::Event && field >= firstExtension ? "extension " + number : number;
}

bool holdsNothingToShow(PerfettoMessage message, quint32 field)
{
    const std::span<const quint32> fields = nothingToShow(message);
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

} // namespace loopscope
