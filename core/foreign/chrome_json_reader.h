// SPDX-License-Identifier: MIT
#pragma once

#include "core/foreign/chrome_events.h"

#include <QByteArray>

namespace loopscope {

/// Reads Chrome's Trace Event Format (JSON) from bytes that come in pieces, cut anywhere: an object with
/// `traceEvents`, or the bare list, whose closing bracket may be missing. Keeps no more than the event that
/// is incomplete.
///
/// An event that is broken is counted, and reading goes on with the next that looks like one.
class ChromeJsonReader
{
public:
    /// An event, or another member of the file, may be so long.
    static constexpr qsizetype longestEvent = 64 << 20;

    /// Both are borrowed.
    ChromeJsonReader(TrackStore &store, SkipCounter &skips) : m_skips(skips), m_events(store, skips) {}

    void feed(QByteArrayView bytes);
    /// No more bytes will come. False when this was no such file at all.
    [[nodiscard]] bool finish();

private:
    enum class State : quint8 {
        Begin,
        Members, ///< of the object, before, between and behind its members
        Events,  ///< in the list
        Over,
        NoTrace,
    };
    enum class Step : quint8 { Done, NeedsMore };

    void work(QByteArrayView text);
    Step step(JsonTokens &json);
    Step begin(JsonTokens &json);
    Step takeMember(JsonTokens &json);
    Step takeEvent(JsonTokens &json);
    Step endList(JsonTokens &json);
    Step recover(JsonTokens &json, qsizetype from);
    Step lookForEvent(JsonTokens &json);
    [[nodiscard]] Step afterFailure(JsonTokens &json, qsizetype from);

    SkipCounter &m_skips;
    ChromeEvents m_events;
    ChromeEvent m_event;
    QByteArray m_rest;      ///< what is not read yet
    qsizetype m_enough = 0; ///< try again when there is so much of it
    State m_state = State::Begin;
    bool m_wasList = false;   ///< the list of events was found
    bool m_isBare = false;    ///< a list with no object around it
    bool m_isLooking = false; ///< for the next event, behind a broken one
    bool m_wasBroken = false; ///< so that a bracket need not be the list's
    bool m_isLast = false;    ///< no more bytes will come
    char m_before = 0;        ///< the last letter passed over while looking
};

} // namespace loopscope
