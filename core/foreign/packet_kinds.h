// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace loopscope {

/// "1 (ftrace_events)": the field of Perfetto's TracePacket and, where known, its name.
[[nodiscard]] QByteArray packetKind(quint32 field);

/// Packets that tell of the tracing itself: nothing is lost by not showing them.
[[nodiscard]] bool holdsNothingToShow(quint32 field);

} // namespace loopscope
