// SPDX-License-Identifier: MIT
#include "app/option_values.h"

namespace loopscope {

Result<std::optional<Nanos>> secondsOf(const ParsedOptions &options, const QString &name)
{
    if (!options.has(name))
        return std::optional<Nanos>();
    bool good = false;
    const double seconds = options.value(name).toDouble(&good);
    if (!good || !(seconds >= 0) || seconds > 1e9)
        return refuse<std::optional<Nanos>>("--%1 needs a number of seconds, not \"%2\"",
                                            {name, options.value(name)});
    return std::optional<Nanos>(secondsToNanos(seconds));
}

Result<std::optional<double>> fractionOf(const ParsedOptions &options, const QString &name)
{
    if (!options.has(name))
        return std::optional<double>();
    QString text = options.value(name);
    const bool isPercent = text.endsWith(u'%');
    if (isPercent)
        text.chop(1);
    bool good = false;
    const double number = text.trimmed().toDouble(&good);
    if (good && number > 0 && !isPercent && !text.contains(u'.'))
        return refuse<std::optional<double>>("--%1 %2: for so many percent write %2%", {name, text});
    if (!good || !(number >= 0) || number > 1e6)
        return refuse<std::optional<double>>("--%1 needs a part such as 5% or 0.05, not \"%2\"",
                                             {name, options.value(name)});
    return std::optional(isPercent ? number / 100 : number);
}

Result<int> countOf(const ParsedOptions &options, const QString &name, int least, int otherwise)
{
    constexpr int most = 1'000'000;
    if (!options.has(name))
        return otherwise;
    bool good = false;
    const int number = options.value(name).toInt(&good);
    if (!good || number < least || number > most)
        return refuse<int>("--%1 needs a whole number from %2 to %3, not \"%4\"",
                           {name, QString::number(least), QString::number(most), options.value(name)});
    return number;
}

Result<QString> oneOf(const ParsedOptions &options, const QString &name, const QStringList &allowed)
{
    const QString value = options.value(name);
    if (options.has(name) && !allowed.contains(value))
        return refuse<QString>("--%1 is one of %2, not \"%3\"", {name, allowed.join(words(", ")), value});
    return value;
}

Result<QSize> sizeOf(const ParsedOptions &options)
{
    if (!options.has(words("size")))
        return ScreenshotRequest{}.size;
    const QStringList sides = options.value(words("size")).split(u'x');
    const QSize size(sides.value(0).toInt(), sides.value(1).toInt());
    if (sides.size() != 2 || size.width() < 320 || size.height() < 200 || size.width() > 16384 ||
        size.height() > 16384)
        return refuse<QSize>("--size needs WIDTHxHEIGHT from 320x200 to 16384x16384, not \"%1\"",
                             {options.value(words("size"))});
    return size;
}

OutputStyle outputOf(const ParsedOptions &options)
{
    return options.has(words("json")) ? OutputStyle::Json : OutputStyle::Text;
}

Overwrite overwriteOf(const ParsedOptions &options)
{
    return options.has(words("force")) ? Overwrite::Force : Overwrite::Refuse;
}

} // namespace loopscope
