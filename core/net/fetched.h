// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>

#include <any>
#include <functional>
#include <utility>

namespace loopscope {

/// A good answer: status 2xx, and a body that is JSON.
struct Fetched
{
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body; ///< without white space between its values
    std::any value;  ///< what the caller's BodyReader made of it
};

/// Makes what the caller wants of a body that is JSON. Runs where the body is checked: on the loop's thread when
/// it is small, on another when it is large. What it throws is thrown to whoever awaits.
using BodyReader = std::function<std::any(const QByteArray &json)>;

} // namespace loopscope
