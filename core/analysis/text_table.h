// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

#include <vector>

namespace loopscope {

/// Rows of cells as lines, each indented by two spaces and each column as wide as its widest cell. The first
/// `textColumns` stand left, the others, which are numbers, stand right. All rows have as many cells as the
/// first one. A row is a line, whatever its cells hold. No rows are an empty text.
[[nodiscard]] QString textTable(std::vector<QStringList> rows, qsizetype textColumns);

} // namespace loopscope
