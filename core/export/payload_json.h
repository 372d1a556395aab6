// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

namespace loopscope {

/// Payloads as JSON that can stand in other JSON whatever a recording holds: one that is an object as it is,
/// anything else (a hostile or damaged file's) as a string. Each payload is looked at once. Borrows the
/// store.
class PayloadJson
{
public:
    explicit PayloadJson(const Store &store) : m_store(store) {}

    /// Empty where the event has no payload.
    [[nodiscard]] QByteArray of(const Event &event);

private:
    const Store &m_store;
    QHash<PayloadId, bool> m_isObject;
};

} // namespace loopscope
