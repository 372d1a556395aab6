// SPDX-License-Identifier: MIT
#include "core/base/event_word.h"

#include <iterator>

namespace loopscope {

namespace {

/// By EventKind, from 1.
constexpr const char *words[] = {
    "run_begin", "run_end", "pass_begin", "pass_end", "timer_fired", "created", "ready", "resumed",
    "suspended", "done", "cancel", "print", "callback_begin", "callback_end", "callback_error",
    "executor_begin", "executor_end", "stalled", "unretrieved", "request_queued", "request_connecting",
    "request_encrypted", "request_sent", "request_headers", "request_done", "never_awaited", "events_lost"};
static_assert(std::size(words) == eventKindCount);

} // namespace

QByteArray eventWord(EventKind kind)
{
    const size_t index = size_t(kind) - 1;
    return index < std::size(words) ? QByteArray(words[index]) : "kind_" + QByteArray::number(int(kind));
}

} // namespace loopscope
