// SPDX-License-Identifier: MIT
#include "tests/fuzz/recording_check.h"

#include <cstddef>
#include <cstdint>

/// libFuzzer's way in: see README.md.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    loopscope::checkRecording({reinterpret_cast<const char *>(data), qsizetype(size)});
    return 0;
}
