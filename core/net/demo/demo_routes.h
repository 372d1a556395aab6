// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/demo/pause.h"

namespace httplib {
class Server;
}

namespace loopscope::demo {

/// Teaches a server what to answer (see DemoServer). Answers that take their time wait on `pause`, which is
/// borrowed and must outlive the server.
void addRoutes(httplib::Server &server, Pause &pause);

} // namespace loopscope::demo
