// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"

namespace loopscope {

/// What can happen. Beside each kind: who `task` is, what `subject` numbers, and the keys of its payload,
/// which is one compact JSON object in UTF-8 (or empty). Task numbers are TaskId values; 0 stands for none.
/// The numbers are written to files: append, never reorder.
enum class EventKind : quint8 {
    RunBegin = 1,     ///< payload run, main, clock ("virtual" or "real"), and repeat or warmup (see TimingSession)
    RunEnd,           ///< payload run, outcome …, cost (as in Done, and "stalled" or "abandoned" besides)
    PassBegin,        ///< subject: number of the pass
    PassEnd,          ///< subject: number of the pass
    TimerFired,       ///< subject: number of the timer; payload due_ns (since the run began); cause: who set it
    Created,          ///< task: the new one; subject: its parent's number; payload task (name), coro
    Ready,            ///< task: its next step was appended to the ready queue; cause: the event that did it
    Resumed,          ///< task: a step of it begins; cause: its Ready
    Suspended,        ///< task: its step ends, it waits; payload on (verb), and seconds, items, url, … as known
    Done,             ///< task; payload outcome, value | type message errors | message
    CancelRequested,  ///< task: who asks; subject: number of the task to cancel; payload message, if any
    Print,            ///< task: who prints, 0 in a callback; payload text
    CallbackBegin,    ///< subject: number of the callback; payload of ("call_soon" …), target; cause: its setter
    CallbackEnd,      ///< subject: number of the callback
    CallbackError,    ///< subject: number of the callback; payload type, message, errors
    ExecutorBegin,    ///< task: who hands over; subject: number of the job; payload job (name)
    ExecutorEnd,      ///< subject: number of the job; payload job (name)
    Stalled,          ///< nothing can ever happen; payload waiting (names of the unfinished tasks), and
                      ///< waits_for (who waits for whom: {"2":[3]}, by their numbers within the run)
    Unretrieved,      ///< an error nobody asked for; payload of (name), type, message, errors
    RequestQueued,    ///< task: who fetches; subject: number of the request; payload method, url
    RequestConnecting,///< subject: request; name look-up and connection begin (absent on a reused connection)
    RequestEncrypted, ///< subject: request; the TLS handshake is done
    RequestSent,      ///< subject: request; all is sent, the server's turn
    RequestHeaders,   ///< subject: request; payload status, headers; the body begins to arrive
    RequestDone,      ///< subject: request; payload status, bytes, body (JSON) | error
    NeverAwaited,     ///< task: in whose step a coroutine was thrown away that never ran; payload coro
    EventsLost,       ///< subject: how many events are missing before this one; payload for_ns (since the first)
};
inline constexpr int eventKindCount = 27;

/// One thing that happened: the one currency inside the process. Small, plain and copyable.
struct Event
{
    EventId id;         ///< position in the recording, from 1
    EventId cause;      ///< the event that made this one happen, where known
    TracePoint at;      ///< since the recording began; runs lie end to end
    TaskId task;        ///< see EventKind
    quint32 subject = 0;///< see EventKind
    PayloadId payload;  ///< text with what else there is to say, see EventKind
    RunId run;
    EventKind kind = EventKind::RunBegin;

    bool operator==(const Event &) const = default;
};

} // namespace loopscope
