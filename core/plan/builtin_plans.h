// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace loopscope {

/// The names of the plans that come with the program (resources/plans), in the order in which they teach.
[[nodiscard]] QStringList builtinPlanNames();

/// The text of one of them, as it would be read from a file. Empty for any other name.
[[nodiscard]] std::optional<QByteArray> builtinPlanText(const QString &name);

} // namespace loopscope
