// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

#include <QTemporaryDir>

namespace loopscope {

/// Perfetto's own trace processor, where tests/support/trace_processor/get has put it.
class PerfettoJudge
{
public:
    static constexpr const char *howToHaveIt =
        "Perfetto's trace processor is not here: run tests/support/trace_processor/get once to have it";

    [[nodiscard]] static bool isHere();

    /// The rows that the queries give on the trace, cells parted by tabs; starts with "failed" when it
    /// refuses.
    [[nodiscard]] QByteArray ask(const QByteArray &trace, const QStringList &queries);

    /// Rows `name value` of what went wrong when the trace was imported.
    [[nodiscard]] QByteArray errors(const QByteArray &trace);

    /// The same, and then rows `lane state begin length` of all task lanes in the trace.
    [[nodiscard]] QByteArray errorsAndLanes(const QByteArray &trace);

private:
    QTemporaryDir m_folder;
};

/// What `errorsAndLanes` should say. Where the run ends, so do states that are still open.
[[nodiscard]] QByteArray lanesOf(const Store &store);

} // namespace loopscope
