// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/fetched.h"

#include <exception>
#include <memory>

class QThreadPool;

namespace loopscope {

class Wakeup;

/// What became of a body: compact JSON and what a BodyReader made of it, or an error (ValueError when it is no
/// JSON).
struct CheckedBody
{
    QByteArray json;
    std::any value;
    std::exception_ptr error;
};

[[nodiscard]] CheckedBody checkBody(const QByteArray &body, const BodyReader &reader);

/// Bodies longer than this are checked on another thread, so that the loop goes on: smaller ones take less than
/// about a millisecond.
inline constexpr qsizetype smallBody = 256 * 1024;

/// Checks on a thread of `pool`, then hands the outcome to `done` on the thread of `home`, in Qt's turn, unless
/// the owner has let go of what this returns by then.
[[nodiscard]] std::shared_ptr<void> checkBodyIn(QThreadPool &pool, const std::shared_ptr<Wakeup> &home,
                                                QByteArray body, BodyReader reader,
                                                std::function<void(CheckedBody)> done);

} // namespace loopscope
