// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace loopscope {

/// Gives bytes to a reader of other programs' traces, whole and in pieces, and aborts when something does not
/// hold that always must: both ways give the same tracks, slices of a row do not overlap, and every query has
/// an answer.
void checkChromeJson(QByteArrayView bytes);
void checkTrackEvents(QByteArrayView bytes);

} // namespace loopscope
