// SPDX-License-Identifier: MIT
#include "core/script/run_things.h"

namespace loopscope::script {

ThingRegistry &runThings()
{
    static ThingRegistry things;
    return things;
}

} // namespace loopscope::script
