// SPDX-License-Identifier: MIT
#pragma once

#include "core/coro/frame_heap.h"
#include "core/loop/await_word.h"
#include "core/loop/errors.h"
#include "core/loop/loop.h"

namespace loopscope {

namespace sync {
class Holders;
}

/// A result that is not there yet, whatever its type (CPython: asyncio.Future).
///
/// Setting, failing or cancelling it appends each of its callbacks, in the order they were added, to the loop's
/// ready queue; nobody is called directly. A callback added to a future that is done is appended at once. Lives on
/// its loop's thread and not longer than its loop.
class FutureBase : public RefCounted
{
public:
    enum class State : quint8 { Pending, Cancelled, Finished };
    using Callback = void (*)(RefCounted &context, RefCounted *future);

    explicit FutureBase(Loop &loop) : m_loop(loop) {}

    static void *operator new(std::size_t size) { return FrameHeap::allocateObject(size); }
    static void operator delete(void *object, std::size_t size) noexcept { FrameHeap::freeObject(object, size); }

    [[nodiscard]] Loop &loop() const { return m_loop; }
    [[nodiscard]] bool done() const { return m_state != State::Pending; }
    [[nodiscard]] bool cancelled() const { return m_state == State::Cancelled; }

    /// Future.cancel: false if it is done. A null `message` is none.
    virtual bool cancel(const QString &message = {});
    /// Future.exception: null if there is none; marks it as asked for. Throws InvalidStateError while pending, and
    /// CancelledError if it was cancelled.
    [[nodiscard]] std::exception_ptr exception();
    /// Future.set_exception. InvalidStateError if it is done; RuntimeError for a task.
    void setException(std::exception_ptr error);

    /// Future.add_done_callback: begin and end are events, called "done_callback".
    void addDoneCallback(std::function<void()> callback);
    /// The same for the primitives: silent, and removable by the same arguments.
    void addCallback(Callback callback, Ref<RefCounted> context);
    void removeCallback(Callback callback, const RefCounted *context);

    /// Whoever waits for it, in the order in which they came.
    template<class Visit>
    void forEachCallback(Visit visit) const
    {
        if (m_firstCallback.callback)
            visit(m_firstCallback.callback, *m_firstCallback.context);
        if (!m_rare)
            return;
        for (const Entry &entry : m_rare->moreCallbacks)
            visit(entry.callback, *entry.context);
    }
    /// Of a place in line: who has what it stands in line for; null for all others.
    [[nodiscard]] virtual const sync::Holders *holders() const { return nullptr; }

    /// Forgets whoever waits for it; it will never be done.
    void dropCallbacks();

    /// Future._make_cancelled_error: the error that left a cancelled task goes to the first who asks; later ones get
    /// a new CancelledError.
    [[nodiscard]] std::exception_ptr makeCancelledError();
    [[nodiscard]] const QString &cancelMessage() const;
    /// What awaiting it, when it is done, will throw: null if nothing. Counts as asking.
    [[nodiscard]] std::exception_ptr errorForWaiter();

    /// A task that has awaited itself cannot be awaited again while it is pending: CPython forgets to take back that it
    /// is being awaited. Throws RuntimeError.
    void requireAwaitable() const;
    void setAwaitedItself() { m_awaitedItself = true; }

    /// Marks it as seen by the collector with this number (Loop::nextCollector); false if it was already.
    virtual bool markSeen(quint32 collector) { return std::exchange(rare().seenBy, collector) != collector; }

    /// Whether it has an error that nobody has asked for.
    [[nodiscard]] bool isUnretrieved() const { return m_unretrieved; }
    void markRetrieved() { m_unretrieved = false; }
    /// The error, asked for or not; null if there is none.
    [[nodiscard]] std::exception_ptr peekError() const { return m_rare ? m_rare->error : nullptr; }

    /// What events call it: a task's name, or the one it was given.
    [[nodiscard]] virtual QString name() const { return givenName(); }
    /// Its number in the order in which the loop's tasks and named futures were made; 0 for inner ones.
    [[nodiscard]] virtual quint32 creation() const { return m_rare ? m_rare->creation : 0; }
    [[nodiscard]] virtual TaskBase *asTask() { return nullptr; }
    [[nodiscard]] virtual const TaskBase *asTask() const { return nullptr; }
    /// What a task that awaits it is suspended on.
    [[nodiscard]] AwaitWord awaitWord() const { return m_awaitWord; }
    void setAwaitWord(AwaitWord word) { m_awaitWord = word; }

protected:
    ~FutureBase() override;

    /// Throws if a result or error may not be set from outside. `operation`: "set_result" …
    void requireSettable(const char *operation);
    void finish(std::exception_ptr error); ///< a null error: the derived class holds the result
    void cancelWith(std::exception_ptr error, const QString &message);
    void requireResult();                  ///< throws what Future.result would
    void setCreation(quint32 creation) { rare().creation = creation; }
    void setGivenName(const QString &name);
    void setPendingCancelMessage(const QString &message);
    [[nodiscard]] const QString &pendingCancelMessage() const;
    [[nodiscard]] QString givenName() const { return m_rare ? m_rare->name : QString(); }

    struct Entry
    {
        Callback callback = nullptr;
        Ref<RefCounted> context;
    };
    /// What few futures need, kept apart so that the many stay small.
    struct Rare
    {
        std::vector<Entry> moreCallbacks;
        QString name;
        QByteArray label; ///< of a task: what its suspensions are said to be on
        QString cancelMessage;
        QString pendingCancelMessage; ///< of a task: of the latest cancellation that no waiter took
        std::exception_ptr cancelledError;
        std::exception_ptr error;
        std::exception_ptr nextError; ///< of a task: to throw at its next bare step
        quint32 creation = 0;         ///< not of a task
        quint32 seenBy = 0;           ///< not of a task
    };

    Rare &rare();
    [[nodiscard]] QByteArray label() const { return m_rare ? m_rare->label : QByteArray(); }
    [[nodiscard]] std::exception_ptr takeNextError()
    {
        return m_rare ? std::exchange(m_rare->nextError, nullptr) : nullptr;
    }

private:
    friend class TaskBase;
    void scheduleCallbacks();
    void scheduleCallback(Entry entry);

    // The order leaves no gap: there can be a million of these.
    State m_state = State::Pending;
    AwaitWord m_awaitWord = AwaitWord::Await;
    bool m_unretrieved : 1 = false;
    bool m_awaitedItself : 1 = false;
    Loop &m_loop;
    Entry m_firstCallback;
    std::unique_ptr<Rare> m_rare;
};

} // namespace loopscope
