// SPDX-License-Identifier: MIT
#include "core/listing/listing.h"

#include <algorithm>

namespace loopscope {

const ListedStep *Listing::stepAt(TextPlace place) const
{
    const auto found =
        std::ranges::find_if(steps, [&](const ListedStep &step) { return step.place == place; });
    return found == steps.end() ? nullptr : &*found;
}

} // namespace loopscope
