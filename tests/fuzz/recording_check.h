// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace loopscope {

/// Gives bytes to the reader of our own recordings, whole and in pieces, and aborts when something does not hold that
/// always must: both ways give the same events, numbered through; the store's states and passes follow each other; and
/// what was read can be written, and read again as the same.
void checkRecording(QByteArrayView bytes);

} // namespace loopscope
