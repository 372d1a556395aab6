// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/event.h"

#include <map>
#include <optional>
#include <vector>

namespace loopscope {

/// The events of one run, up to a moment, that tell what is going on then: of the run, of each task that
/// lives its Created and what it does, of each pass, callback, request and job that has begun and not ended
/// what began it and its latest phase. Told again at that moment, they give the same picture from there on.
class OpenEvents
{
public:
    void see(const Event &event);

    /// In the order they happened. Nothing is open any more.
    [[nodiscard]] std::vector<Event> take();

private:
    enum class Kind : quint8 { Run, Pass, Callback, Task, Request, Job };
    struct Key
    {
        Kind kind;
        quint32 number;
        auto operator<=>(const Key &) const = default;
    };
    struct Opened
    {
        Event begin;
        std::optional<Event> now;
    };

    void open(Kind kind, quint32 number, const Event &event);
    void change(Kind kind, quint32 number, const Event &event);

    std::map<Key, Opened> m_open;
};

} // namespace loopscope
