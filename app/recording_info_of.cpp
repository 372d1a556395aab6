// SPDX-License-Identifier: MIT
#include "app/recording_info_of.h"

namespace loopscope {

RecordingInfo recordingInfoOf(const Plan &plan, const QString &planName, const QByteArray &planText,
                              ClockChoice clock)
{
    RecordingInfo info = infoOfThisMachine();
    info.title = plan.title.isEmpty() ? planName : plan.title;
    info.planName = planName;
    info.planText = planText;
    info.clock = QString::fromLatin1(clock == ClockChoice::Real ? "real" : "virtual");
    return info;
}

} // namespace loopscope
