// SPDX-License-Identifier: MIT
#include "core/trace/store_records.h"

namespace loopscope {

void forEachRecord(const Store &store, const std::function<bool(const Record &)> &take)
{
    PayloadId last;
    for (const Event &event : store.events()) {
        Record record{event, {}};
        if (record.event.payload > last) { // payloads are numbered in the order of their first use
            last = record.event.payload;
            record.text = store.payload(last);
        }
        if (!take(record))
            return;
    }
}

} // namespace loopscope
