// SPDX-License-Identifier: MIT
#include "app/option_parser.h"

#include <algorithm>

namespace loopscope {

namespace {

Problem misuse(const char *what, const QStringList &arguments)
{
    return Problem{.what = what, .arguments = arguments};
}

QString commandWords(const CommandSpec &spec)
{
    return spec.name.isEmpty() ? QStringLiteral("loopscope") : QStringLiteral("loopscope %1").arg(spec.name);
}

const OptionSpec *find(const CommandSpec &spec, const QString &name)
{
    const auto at = std::find_if(spec.options.begin(), spec.options.end(),
                                 [&](const OptionSpec &option) { return option.name == name; });
    return at == spec.options.end() ? nullptr : &*at;
}

QString shown(const OptionSpec &option)
{
    const QString name = (option.letter.isEmpty() ? QString() : QStringLiteral("-%1, ").arg(option.letter)) +
                         QStringLiteral("--%1").arg(option.name);
    return option.value.isEmpty() ? name : name + u' ' + option.value;
}

/// Whether it names something that is read or written: an empty text is none, but the slip of a script.
bool isPlace(const OptionSpec &option)
{
    return option.value == QLatin1String("FILE") || option.value == QLatin1String("URL");
}

/// `--name` for a short form that the command has; anything else as it is.
QString longForm(const CommandSpec &spec, const QString &word)
{
    if (word.size() != 2 || word[0] != u'-')
        return word;
    const auto at = std::find_if(spec.options.begin(), spec.options.end(),
                                 [&](const OptionSpec &option) { return option.letter == word[1]; });
    return at == spec.options.end() ? word : QStringLiteral("--%1").arg(at->name);
}

/// Reads the option at `at` and moves `at` to the last word it used.
Result<void> takeOption(const CommandSpec &spec, const QStringList &words, qsizetype &at, ParsedOptions &into)
{
    const QString word = longForm(spec, words[at]);
    const qsizetype equals = word.indexOf(u'=');
    const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
    const OptionSpec *option = find(spec, name);
    if (!option)
        return failure(misuse("%1 has no option --%2 (see %1 --help)", {commandWords(spec), name}));
    if (option->value.isEmpty()) {
        if (equals >= 0)
            return failure(misuse("--%1 takes no value", {name}));
        into.options[name];
        return {};
    }
    if (equals < 0 && at + 1 >= words.size())
        return failure(misuse("--%1 needs a value: %2", {name, shown(*option)}));
    const QString value = equals < 0 ? words[++at] : word.mid(equals + 1);
    if (value.isEmpty() && isPlace(*option))
        return failure(misuse("--%1 needs a value: %2", {name, shown(*option)}));
    into.options[name] += value;
    return {};
}

} // namespace

Result<ParsedOptions> parseOptions(const CommandSpec &spec, const QStringList &words)
{
    ParsedOptions parsed;
    for (qsizetype at = 0; at < words.size(); ++at) {
        if (words[at] == QLatin1String("--")) {
            parsed.operands += words.mid(at + 1);
            break;
        }
        if (!longForm(spec, words[at]).startsWith(QLatin1String("--"))) {
            parsed.operands += words[at];
            continue;
        }
        if (const auto taken = takeOption(spec, words, at, parsed); !taken)
            return failure(taken.error());
    }
    if (parsed.has(QStringLiteral("help")) || parsed.has(QStringLiteral("version")))
        return parsed; // these are given whatever else is missing
    if (parsed.operands.size() < spec.fewest)
        return failure(misuse("%1 needs %2 (see %1 --help)", {commandWords(spec), spec.operands}));
    if (parsed.operands.size() > spec.most)
        return failure(
            misuse("%1 cannot use \"%2\" (see %1 --help)", {commandWords(spec), parsed.operands[spec.most]}));
    return parsed;
}

QString helpText(const CommandSpec &spec)
{
    QString text = QStringLiteral("Usage: %1").arg(commandWords(spec));
    if (!spec.operands.isEmpty())
        text += u' ' + spec.operands;
    text += QStringLiteral(" [options]\n\n%1\n\nOptions:\n").arg(spec.about);
    qsizetype width = 0;
    for (const OptionSpec &option : spec.options)
        width = std::max(width, shown(option).size());
    for (const OptionSpec &option : spec.options)
        text += QStringLiteral("  %1  %2\n").arg(shown(option).leftJustified(width), option.help);
    return text;
}

} // namespace loopscope
