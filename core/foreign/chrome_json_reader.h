// SPDX-License-Identifier: MIT
#pragma once

#include "core/foreign/chrome_events.h"
#include "core/foreign/json_value_skipper.h"

#include <QByteArray>

namespace loopscope {

/// Reads Chrome's Trace Event Format (JSON) from bytes that come in pieces, cut anywhere: an object with
/// `traceEvents`, or the bare list, whose closing bracket may be missing. Keeps no more than the event that
/// is incomplete.
///
/// An event that is broken is counted, and reading goes on with the next that looks like one. So is what stands behind
/// the end of the object or the list, which is not read.
class ChromeJsonReader
{
public:
    /// An event may be so long. Another member of the file that is longer is passed over in pieces.
    static constexpr qsizetype longestEvent = 64 << 20;

    /// Both are borrowed.
    ChromeJsonReader(TrackStore &store, SkipCounter &skips) : m_skips(skips), m_events(store, skips) {}

    void feed(QByteArrayView bytes);
    /// No more bytes will come. False when this was no such file at all.
    [[nodiscard]] bool finish();

private:
    enum class State : quint8 {
        Begin,
        Members,    ///< of the object, before, between and behind its members
        LongMember, ///< in one that is too long to be kept
        Events,     ///< in the list
        Over,
        GivenUp, ///< behind the list, where nothing can be understood
        NoTrace,
    };
    enum class Step : quint8 { Done, NeedsMore };

    [[nodiscard]] bool isReading() const { return m_state < State::Over; }
    void work(QByteArrayView text);
    void dropLong();
    void beginLongMember();
    void noteBehind(QByteArrayView bytes);
    Step step(JsonTokens &json);
    Step begin(JsonTokens &json);
    Step takeMember(JsonTokens &json);
    Step passLongMember(JsonTokens &json);
    Step takeEvent(JsonTokens &json);
    Step endList(JsonTokens &json);
    Step recover(JsonTokens &json, qsizetype from);
    Step lookForEvent(JsonTokens &json);
    [[nodiscard]] Step afterFailure(JsonTokens &json, qsizetype from);
    void giveUp();

    SkipCounter &m_skips;
    ChromeEvents m_events;
    ChromeEvent m_event;
    JsonValueSkipper m_longMember;
    QByteArray m_rest;      ///< what is not read yet
    qsizetype m_enough = 0; ///< try again when there is so much of it
    State m_state = State::Begin;
    bool m_wasList = false;   ///< the list of events was found
    bool m_isBare = false;    ///< a list with no object around it
    bool m_isLooking = false; ///< for the next event, behind a broken one
    bool m_wasBroken = false; ///< so that a bracket need not be the list's
    bool m_isLast = false;    ///< no more bytes will come
    char m_before = 0;        ///< the last letter passed over while looking
    quint64 m_behind = 0;     ///< bytes behind the end
    char m_firstBehind = 0;
};

} // namespace loopscope
