// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/future.h"
#include "core/net/body_check.h"
#include "core/net/transfer.h"

namespace loopscope {

/// What a fetch asks for.
struct FetchRequest
{
    quint32 number = 0;
    QUrl shown;  ///< as the user wrote it
    QUrl target; ///< where it goes
};

/// One request from its queueing to its checked body, in the loop's terms: it says what happens to the loop's
/// observer (Request… events, each caused by the one before), counts as something outside that the loop waits
/// for, and ends in a future. Lives in the frame of the coroutine that fetches; leaving that aborts it.
class Exchange
{
public:
    Exchange(Loop &loop, FetchRequest request, QNetworkAccessManager &manager, const FetchLimits &limits,
             QThreadPool &pool, BodyReader reader);
    ~Exchange();
    Exchange(const Exchange &) = delete;
    Exchange &operator=(const Exchange &) = delete;

    /// Done when the answer, or the error, is there.
    [[nodiscard]] const Future<> &ended() const { return m_ended; }
    /// After that: the answer; throws the error.
    [[nodiscard]] Fetched take();

private:
    void emitNext(EventKind kind, TaskId task = {}, QByteArray payload = {});
    void notePhase(EventKind phase);
    void readAnswer();
    void conclude(CheckedBody checked);
    void emitDone(const CheckedBody &checked);

    Loop &m_loop;
    const FetchRequest m_request;
    QThreadPool &m_pool;
    const BodyReader m_reader;
    Future<> m_ended;
    EventId m_last; ///< the request's latest event
    Transfer m_transfer;
    qint64 m_bytes = 0;
    std::shared_ptr<void> m_checking;
    CheckedBody m_checked;
};

} // namespace loopscope
