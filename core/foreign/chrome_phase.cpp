// SPDX-License-Identifier: MIT
#include "core/foreign/chrome_phase.h"

namespace loopscope {

namespace {

const char *meaning(char phase)
{
    switch (phase) {
    case 'P': return "sample";
    case 'N': return "object created";
    case 'O': return "object snapshot";
    case 'D': return "object deleted";
    case 'v': return "memory dump of a process";
    case 'V': return "memory dump of all processes";
    case 'c': return "clock sync";
    case '(': return "context entered";
    case ')': return "context left";
    case '=': return "link of two ids";
    default: return nullptr;
    }
}

} // namespace

QByteArray phaseText(char phase)
{
    if (phase == 0)
        return {};
    const char *words = meaning(phase);
    return words ? QByteArray(1, phase) + " (" + words + ')' : QByteArray(1, phase);
}

} // namespace loopscope
