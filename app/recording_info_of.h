// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"
#include "core/plan/plan.h"
#include "core/session/recording_info.h"

namespace loopscope {

/// What a recording of this plan says about itself.
[[nodiscard]] RecordingInfo recordingInfoOf(const Plan &plan, const QString &planName,
                                            const QByteArray &planText, ClockChoice clock);

} // namespace loopscope
