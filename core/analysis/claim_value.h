// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"

#include <QString>

#include <vector>

namespace loopscope {

/// What a claim compares: a count, a length of time, a moment since the beginning of its run, or a text. A
/// moment keeps the event it was read off, so that order at one instant can be told.
struct ClaimValue
{
    enum class Kind : quint8 { Number, Length, Moment, Text };

    Kind kind = Kind::Number;
    double number = 0;
    Nanos time{0};
    QString text;
    EventId event;

    [[nodiscard]] static ClaimValue ofNumber(double number);
    [[nodiscard]] static ClaimValue ofLength(Nanos length);
    [[nodiscard]] static ClaimValue ofMoment(Nanos sinceRunBegan, EventId event);
    [[nodiscard]] static ClaimValue ofText(QString text);

    [[nodiscard]] bool isText() const { return kind == Kind::Text; }
    [[nodiscard]] bool isTime() const { return kind == Kind::Length || kind == Kind::Moment; }
    /// As a time: a number is taken for seconds, a text for none.
    [[nodiscard]] Nanos asTime() const;
};

/// Every expression has a list of values; a single value is a list of one.
using ClaimValues = std::vector<ClaimValue>;

/// Whether they are the same. Times may differ by `tolerance`; a number beside a time is seconds.
[[nodiscard]] bool areEqual(const ClaimValue &a, const ClaimValue &b, Nanos tolerance);
/// Whether `a` is smaller. A text is neither smaller nor larger than anything.
[[nodiscard]] bool isLess(const ClaimValue &a, const ClaimValue &b);
/// a − b, and a + b: a length where either is a time, else a number.
[[nodiscard]] ClaimValue difference(const ClaimValue &a, const ClaimValue &b);
[[nodiscard]] ClaimValue sum(const ClaimValue &a, const ClaimValue &b);

/// For a line of figures: `3.5 s`, `4`, `"beat 1"`; several with commas between, none as `nothing`. Numbers
/// that stand beside times are shown as seconds.
enum class NumbersAs : quint8 { Numbers, Seconds };
[[nodiscard]] QString textOf(const ClaimValues &values, NumbersAs numbers);

} // namespace loopscope
