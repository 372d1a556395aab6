// SPDX-License-Identifier: MIT
#include "ui/timeline/print_stacks.h"

#include <algorithm>

namespace loopscope {

PrintStacks printStacks(const RunInfo &run)
{
    PrintStacks out;
    out.lineOf.reserve(run.prints.size());
    size_t pass = 0;
    size_t passBefore = 0;
    TracePoint before{-1};
    quint8 line = 0;
    for (const PrintInfo &print : run.prints) {
        while (pass + 1 < run.passes.size() && run.passes[pass + 1].begin <= print.at)
            ++pass;
        const bool isSameInstant = !out.lineOf.empty() && (pass == passBefore || print.at == before);
        line = isSameInstant ? quint8(std::min<int>(line + 1, PrintStacks::mostLines - 1)) : quint8(0);
        out.lineOf.push_back(line);
        out.lines = std::max<quint8>(out.lines, quint8(line + 1));
        passBefore = pass;
        before = print.at;
    }
    return out;
}

} // namespace loopscope
