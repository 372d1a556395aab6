// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/event.h"

#include <QByteArray>

namespace loopscope {

/// An event's kind as files and programs name it, in every output of ours: "run_begin", "timer_fired" … Never
/// translated. A kind of no name gives "kind_N".
[[nodiscard]] QByteArray eventWord(EventKind kind);

} // namespace loopscope
