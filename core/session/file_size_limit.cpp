// SPDX-License-Identifier: MIT
#include "core/session/file_size_limit.h"

#include <csignal>

namespace loopscope {

void surviveFileSizeLimit()
{
    sigset_t limit;
    sigemptyset(&limit);
    sigaddset(&limit, SIGXFSZ);
    pthread_sigmask(SIG_BLOCK, &limit, nullptr);
}

} // namespace loopscope
