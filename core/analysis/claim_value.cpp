// SPDX-License-Identifier: MIT
#include "core/analysis/claim_value.h"

#include "core/base/json_text.h"

#include <QStringList>

namespace loopscope {

namespace {

QString textOf(const ClaimValue &value, NumbersAs numbers)
{
    if (value.isText()) // not as JSON: what was printed may be JSON itself, and is read best as it is
        return u'"' + value.text + u'"';
    if (value.isTime() || numbers == NumbersAs::Seconds)
        return QString::fromLatin1(secondsText(value.asTime())) + QStringLiteral(" s");
    return QString::fromLatin1(jsonNumber(value.number));
}

} // namespace

ClaimValue ClaimValue::ofNumber(double number)
{
    ClaimValue value;
    value.number = number;
    return value;
}

ClaimValue ClaimValue::ofLength(Nanos length)
{
    ClaimValue value;
    value.kind = Kind::Length;
    value.time = length;
    return value;
}

ClaimValue ClaimValue::ofMoment(Nanos sinceRunBegan, EventId event)
{
    ClaimValue value;
    value.kind = Kind::Moment;
    value.time = sinceRunBegan;
    value.event = event;
    return value;
}

ClaimValue ClaimValue::ofText(QString text)
{
    ClaimValue value;
    value.kind = Kind::Text;
    value.text = std::move(text);
    return value;
}

Nanos ClaimValue::asTime() const
{
    return kind == Kind::Number ? secondsToNanos(number) : time;
}

bool areEqual(const ClaimValue &a, const ClaimValue &b, Nanos tolerance)
{
    if (a.isText() || b.isText())
        return a.isText() && b.isText() && a.text == b.text;
    if (a.isTime() || b.isTime())
        return std::chrono::abs(a.asTime() - b.asTime()) <= tolerance;
    return a.number == b.number;
}

bool isLess(const ClaimValue &a, const ClaimValue &b)
{
    if (a.isText() || b.isText())
        return false;
    return a.isTime() || b.isTime() ? a.asTime() < b.asTime() : a.number < b.number;
}

ClaimValue difference(const ClaimValue &a, const ClaimValue &b)
{
    return a.isTime() || b.isTime() ? ClaimValue::ofLength(a.asTime() - b.asTime())
                                    : ClaimValue::ofNumber(a.number - b.number);
}

ClaimValue sum(const ClaimValue &a, const ClaimValue &b)
{
    return a.isTime() || b.isTime() ? ClaimValue::ofLength(a.asTime() + b.asTime())
                                    : ClaimValue::ofNumber(a.number + b.number);
}

QString textOf(const ClaimValues &values, NumbersAs numbers)
{
    if (values.empty())
        return QStringLiteral("nothing");
    QStringList texts;
    for (const ClaimValue &value : values)
        texts << textOf(value, numbers);
    return texts.join(QStringLiteral(", "));
}

} // namespace loopscope
