// SPDX-License-Identifier: MIT
#pragma once

#include "core/foreign/chrome_tracks.h"
#include "core/foreign/member_counter.h"
#include "core/foreign/skip_counter.h"

namespace loopscope {

/// What each event of Chrome's Trace Event Format does to the tracks: the phases that Perfetto's importer
/// handles (B E X b n e i I R C s t f M T), and the older S F p of asynchronous events. Counts all others,
/// and events that lack what their phase needs.
class ChromeEvents
{
public:
    ChromeEvents(TrackStore &store, SkipCounter &skips) : m_store(store), m_tracks(store), m_skips(skips) {}

    void take(const ChromeEvent &event);
    /// Tells which members were skipped. Call it once, behind the last event.
    void finish() { m_members.tell(m_skips); }

private:
    void dispatch(const ChromeEvent &event, TracePoint at);
    void takeWhole(const ChromeEvent &event, TracePoint at);
    void takeBegin(const ChromeEvent &event, TracePoint at);
    void takeTask(const ChromeEvent &event, TracePoint at, SliceMark mark);
    void takeTaskInstant(const ChromeEvent &event, TracePoint at);
    void takeInstant(const ChromeEvent &event, TracePoint at);
    void takeCounter(const ChromeEvent &event, TracePoint at);
    void takeFlow(const ChromeEvent &event, TracePoint at);
    void takeBoundFlow(const ChromeEvent &event, TracePoint at, TrackId track);
    void takeState(const ChromeEvent &event, TracePoint at);
    void takeMetadata(const ChromeEvent &event);
    [[nodiscard]] bool hasTaskId(const ChromeEvent &event);
    [[nodiscard]] TextId nameOf(const ChromeEvent &event);
    [[nodiscard]] TextId argumentsOf(const ChromeEvent &event);

    TrackStore &m_store;
    ChromeTracks m_tracks;
    SkipCounter &m_skips;
    MemberCounter m_members;
};

} // namespace loopscope
