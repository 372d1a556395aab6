// SPDX-License-Identifier: MIT
#pragma once

namespace loopscope {

/// From now on a file that grows beyond what the system allows is an error of `write` to this thread and those
/// that it starts, not the program's death by SIGXFSZ.
void surviveFileSizeLimit();

} // namespace loopscope
