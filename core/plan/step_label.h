// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/json_text.h"
#include "core/plan/frame.h"

namespace loopscope {

/// What a task says it waits for: the payload of its next Suspended events, until another step says something
/// else. `on` is the verb of the innermost step, `step` its place in the plan as "line:column"; the rest is
/// what is known of the wait.
class StepLabel
{
public:
    explicit StepLabel(const Step &step);

    StepLabel &seconds(Seconds length);
    StepLabel &maybeSeconds(std::optional<Seconds> length) { return length ? seconds(*length) : *this; }
    StepLabel &items(size_t count);
    StepLabel &target(const QString &name);
    StepLabel &url(const QString &url);
    /// Says so for the running task.
    void announce(const Frame &frame) const;

private:
    JsonObjectText m_text;
};

} // namespace loopscope
