// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/event.h"

#include <QByteArray>

namespace loopscope {

/// An event's kind as tables and other formats name it: "run_begin", "timer_fired" … Never translated. A kind of no
/// name gives "kind_N". (Event logs have the plan language's own words, see eventLogWord.)
[[nodiscard]] QByteArray eventWord(EventKind kind);

} // namespace loopscope
