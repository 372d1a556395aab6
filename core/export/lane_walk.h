// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

namespace loopscope {

enum class LaneKind : quint8 { Run, Loop, Output, Task, Job, Request };

/// A line of slices, as exports know it.
struct ExportLane
{
    quint32 id = 0; ///< from 1, in the order they appear
    LaneKind kind = LaneKind::Run;
    RunId run;
    quint32 number = 0; ///< of the task, job or request; 0 for the others
    QString name;
};

/// Is told what happens on the lanes of a recording, in the order it happened.
class LaneListener
{
public:
    LaneListener() = default;
    LaneListener(const LaneListener &) = delete;
    LaneListener &operator=(const LaneListener &) = delete;
    virtual ~LaneListener() = default;

    virtual void laneOpened(const ExportLane &lane) = 0;
    /// Inside those that are open on the lane.
    virtual void sliceBegan(const ExportLane &lane, const Event &event, const QString &name) = 0;
    /// The innermost one that is open. `end` is what ended it and says how (Done, RunEnd, RequestDone …); null where
    /// the next slice began or the recording stops.
    virtual void sliceEnded(const ExportLane &lane, TracePoint at, const Event *end) = 0;
    virtual void instant(const ExportLane &lane, const Event &event, const QString &name) = 0;
    /// Something in the innermost slice of the lane woke a task: `ready` says whom.
    virtual void wakeSent(const ExportLane &lane, const Event &ready) = 0;
    /// The slice that has just begun was woken by that.
    virtual void wakeReceived(const ExportLane &lane, const Event &resumed, EventId ready) = 0;
    /// Asked between events; the walk ends when it is not.
    [[nodiscard]] virtual bool wantsMore() const { return true; }
};

/// Tells of all lanes of a recording: those that its Perfetto file has, with the same slices and instants
/// (see PerfettoWriter). What is still open in the end is ended where the recording ends.
void walkLanes(const Store &store, LaneListener &listener);

} // namespace loopscope
