// SPDX-License-Identifier: MIT
#pragma once

#include "ui/overview/overview_content.h"
#include "ui/shared/playhead.h"
#include "ui/shared/recording.h"

namespace loopscope {

/// A recording's runs end to end, each a part of the strip. In view is always one of them: the playhead's.
class RecordingOverview : public OverviewContent
{
    Q_OBJECT

public:
    /// Both are borrowed.
    RecordingOverview(const Recording &recording, Playhead &playhead);

    [[nodiscard]] TimeSpan session() const override;
    [[nodiscard]] quint64 revision() const override { return m_recording.store().revision(); }
    [[nodiscard]] std::vector<OverviewShape> shapes(const OverviewMap &map, double top,
                                                    double height) const override;
    [[nodiscard]] QList<Part> parts() const override;
    [[nodiscard]] std::optional<TimeSpan> framed() const override;
    [[nodiscard]] std::optional<TracePoint> now() const override;
    void goTo(TracePoint at) override;

private:
    const Recording &m_recording;
    Playhead &m_playhead;
};

} // namespace loopscope
