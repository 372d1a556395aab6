// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/track_store.h"

namespace loopscope {

/// What a foreign trace holds, in English, for a terminal: its span, how much of everything, and its lanes.
[[nodiscard]] QString toText(const TrackStore &tracks);

/// The same as members of one JSON object: `{"span_ns":…,"slices":…,…,"tracks":[{"id":1,"parent":null,
/// "kind":"thread","name":"main","number":7,"depth":3,"slices":12,"instants":0,"samples":0}]}`.
[[nodiscard]] QByteArray toJson(const TrackStore &tracks);

} // namespace loopscope
