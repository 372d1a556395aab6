// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/future_base.h"

namespace loopscope {

/// The future behind a native wait. While it is pending the loop does not stall, nor jump in virtual time.
class NativeFuture final : public FutureBase
{
public:
    explicit NativeFuture(Loop &loop) : FutureBase(loop)
    {
        setAwaitWord(AwaitWord::Native);
        loop.outsideBegan();
    }
    bool cancel(const QString &message) override
    {
        const Ref<FutureBase> alive(this); // settling drops the op's hold on it
        settle();
        return FutureBase::cancel(message);
    }
    /// What the op is to call when it fires. Until it does, or the wait is over, it keeps this future.
    std::function<void()> fireFunction()
    {
        const auto call = loop().outsideCall([self = Ref<NativeFuture>(this)] { self->fire(); });
        m_call = call.number;
        return call.bring;
    }

protected:
    ~NativeFuture() override { settle(); }

private:
    void fire()
    {
        settle();
        if (!done())
            finish(nullptr);
    }
    void settle()
    {
        if (std::exchange(m_settled, true))
            return;
        loop().outsideDone();
        loop().dropOutsideCall(m_call);
    }
    quint32 m_call = 0;
    bool m_settled = false;
};

} // namespace loopscope
