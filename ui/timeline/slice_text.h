// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"
#include "ui/style/icons.h"

#include <optional>

namespace loopscope {

/// What a slice says inside: words, and the picture of what it waits for.
struct SliceText
{
    QString text;
    std::optional<Glyph> glyph = {};
};

/// What a suspended task waits for: `sleep 3 s`, `gather: 2 tasks`, `fetch GET /emojis`, `executor parse`.
[[nodiscard]] SliceText waitText(const Store &store, EventId suspended);

/// Who cancelled `task`, as `by main`; empty when nobody asked.
[[nodiscard]] QString cancelledByText(const Store &store, const TaskInfo &task);

/// The exception a failed task ended with: its type alone, or `ValueError: no such thing`.
[[nodiscard]] QString failureType(const Store &store, const TaskInfo &task);
[[nodiscard]] QString failureText(const Store &store, const TaskInfo &task);

/// How a task is called on its lane, which shows its number besides: its coroutine, or the name it was given.
[[nodiscard]] QString laneName(const TaskInfo &task);
/// `task 3`.
[[nodiscard]] QString taskNumberText(const TaskInfo &task);

/// What stands for an address in a narrow place: its path and query, `/` for none.
[[nodiscard]] QString shortUrl(const QString &url);

} // namespace loopscope
