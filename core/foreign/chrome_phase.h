// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace loopscope {

/// "P (sample)": a letter of Chrome's Trace Event Format and, where it is one that we do not show, what it
/// stands for. Empty for 0.
[[nodiscard]] QByteArray phaseText(char phase);

} // namespace loopscope
