// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace loopscope {

/// One option of a command: `--name`, or `--name VALUE` when it takes a value; some have a short form, `-n`.
struct OptionSpec
{
    QString name;
    QString value; ///< what its value is called in the help; empty for a switch
    QString help;
    QString letter = {}; ///< of its short form; empty for none
};

/// A command and all it understands. The help text is made from this, so it cannot go stale.
struct CommandSpec
{
    QString name;       ///< the word that selects it; empty for the program itself
    QString operands;   ///< as shown in the usage line, e.g. "PLAN…"
    int fewest = 0;     ///< operands it needs
    int most = 1 << 20; ///< operands it takes
    QString about;
    QList<OptionSpec> options;
};

/// The words of one command, sorted into options and operands.
struct ParsedOptions
{
    QHash<QString, QStringList> options;
    QStringList operands;

    [[nodiscard]] bool has(const QString &name) const { return options.contains(name); }
    [[nodiscard]] QString value(const QString &name) const { return options.value(name).value(0); }
    [[nodiscard]] QStringList values(const QString &name) const { return options.value(name); }
};

/// Sorts `words` as `spec` says. Takes `--name VALUE`, `--name=VALUE` and `-n VALUE`, in any order with operands;
/// everything behind `--` is an operand, and so is a lone `-`. An option given twice keeps both values, in
/// order.
[[nodiscard]] Result<ParsedOptions> parseOptions(const CommandSpec &spec, const QStringList &words);

/// Usage line, purpose and options, for a terminal of 80 columns.
[[nodiscard]] QString helpText(const CommandSpec &spec);

} // namespace loopscope
