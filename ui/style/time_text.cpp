// SPDX-License-Identifier: MIT
#include "ui/style/time_text.h"

#include <cmath>
#include <cstdlib>

namespace loopscope {

namespace {

constexpr QChar thinSpace(0x202F);
constexpr QChar minus(0x2212);

QString groupedFromRight(QString digits)
{
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, thinSpace);
    return digits;
}

QString groupedFromLeft(QString digits)
{
    for (qsizetype at = (digits.size() - 1) / 3 * 3; at > 0; at -= 3)
        digits.insert(at, thinSpace);
    return digits;
}

/// `ns` counted in units of `unit` nanoseconds, with exactly `decimals` decimals.
QString decimal(qint64 ns, qint64 unit, int decimals)
{
    qint64 smallest = unit;
    for (int i = 0; i < decimals; ++i)
        smallest /= 10;
    const qint64 size = std::abs(ns);
    const qint64 steps = smallest > 0 ? (size + smallest / 2) / smallest : size;
    const qint64 perUnit = smallest > 0 ? unit / smallest : unit;
    QString out = groupedFromRight(QString::number(steps / perUnit));
    if (decimals > 0)
        out += u'.' + groupedFromLeft(QString::number(steps % perUnit).rightJustified(decimals, u'0'));
    return ns < 0 && steps > 0 ? minus + out : out;
}

QString withUnit(QString number, QStringView unit)
{
    return number.append(thinSpace).append(unit);
}

/// One decimal, but none where it would be 0.
QString shortest(double value)
{
    const QString text = QString::number(value, 'f', 1);
    return text.endsWith(QLatin1String(".0")) ? text.chopped(2) : text;
}

} // namespace

QString instantDigits(TracePoint sinceRunBegan)
{
    return decimal(sinceRunBegan.ns, 1'000'000'000, 6);
}

QString instantText(TracePoint sinceRunBegan)
{
    return withUnit(instantDigits(sinceRunBegan), u"s");
}

QString readoutText(TracePoint sinceRunBegan)
{
    return decimal(sinceRunBegan.ns, 1'000'000'000, 3);
}

QString costText(Nanos length)
{
    if (length < std::chrono::milliseconds(100))
        return durationText(length);
    return withUnit(decimal(length.count(), 1'000'000'000, 3), u"s");
}

QString durationText(Nanos length)
{
    const qint64 ns = length.count();
    const qint64 size = std::abs(ns);
    if (size == 0)
        return withUnit(QStringLiteral("0"), u"s");
    if (size < 1000)
        return withUnit(decimal(ns, 1, 0), u"ns");
    if (size < 100'000)
        return withUnit(decimal(ns, 1000, size % 1000 == 0 ? 0 : 1), u"µs");
    if (size < 10'000'000)
        return withUnit(decimal(ns, 1'000'000, 3), u"ms");
    const bool wholeMillis = (size + 50'000) / 100'000 % 10 == 0;
    if (size < 999'950'000)
        return withUnit(decimal(ns, 1'000'000, wholeMillis ? 0 : 1), u"ms");
    return withUnit(decimal(ns, 1'000'000'000, wholeMillis ? 3 : 4), u"s");
}

QString differenceText(Nanos difference)
{
    const QString text = costText(Nanos(std::abs(difference.count())));
    return difference.count() > 0 ? u'+' + text : difference.count() < 0 ? minus + text : text;
}

QString tickText(TracePoint at, Nanos step)
{
    struct Unit
    {
        qint64 ns;
        const char16_t *name;
    };
    static constexpr Unit seconds{1'000'000'000, u"s"}, millis{1'000'000, u"ms"}, micros{1000, u"µs"},
        nanos{1, u"ns"};
    const qint64 size = step.count();
    const Unit unit = size >= 100'000'000 ? seconds : size >= 100'000 ? millis : size >= 100 ? micros : nanos;
    const int decimals = size >= unit.ns ? 0 : 1; // a step is never under a tenth of its unit
    return withUnit(decimal(at.ns, unit.ns, decimals), unit.name);
}

QString flagText(TracePoint at, Nanos step)
{
    if (step >= std::chrono::milliseconds(100))
        return readoutText(at);
    if (step >= std::chrono::microseconds(100))
        return decimal(at.ns, 1'000'000, step >= std::chrono::milliseconds(2) ? 1 : 3);
    return decimal(at.ns, 1000, step >= std::chrono::microseconds(2) ? 1 : 3);
}

QString shareText(double share)
{
    const double percent = share * 100;
    const QString number = percent >= 10 && percent == std::floor(percent) ? QString::number(percent, 'f', 0)
                                                                           : QString::number(percent, 'f', 2);
    return withUnit(number, u"%");
}

QString differenceShareText(double share)
{
    const QString number = QString::number(std::abs(share) * 100, 'f', 1);
    return (share < 0 ? minus : QChar(u'+')) + withUnit(number, u"%");
}

QString bytesText(qint64 bytes)
{
    if (bytes < 1000)
        return withUnit(QString::number(bytes), u"B");
    const double kilo = double(bytes) / 1000;
    if (kilo < 1000)
        return withUnit(kilo < 10 ? shortest(kilo) : QString::number(kilo, 'f', 0), u"kB");
    return withUnit(shortest(kilo / 1000), u"MB");
}

QString countText(qint64 count)
{
    const QString digits = groupedFromRight(QString::number(std::abs(count)));
    return count < 0 ? minus + digits : digits;
}

} // namespace loopscope
