// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/ids.h"
#include "core/session/recording_info.h"

namespace loopscope {

/// The ids of OpenTelemetry traces and spans, in lower-case hex as OTLP/JSON has them. They are digests
/// (SHA-256) of what is exported: the same recording has the same ids every time, with whatever bookmarks, notes and
/// view it was saved since, so that what was sent twice is there once; another recording has others.
class OtlpIds
{
public:
    explicit OtlpIds(const RecordingInfo &info);

    enum class Span : quint8 { Run, Task, Request, Job };

    /// 16 bytes.
    [[nodiscard]] QByteArray trace(RunId run) const;
    /// 8 bytes. `number` is that of the task, request or job; 0 for a run.
    [[nodiscard]] QByteArray span(RunId run, Span kind, quint32 number) const;

private:
    QByteArray m_seed;
};

} // namespace loopscope
