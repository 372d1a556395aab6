// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <QStringView>

namespace loopscope {

/// The errors of the plan language form a tree, as Python's do: what an except clause catches is a type with
/// all that lies below it. A type is its name.

[[nodiscard]] bool isErrorType(QStringView name);
/// Whether a plan may raise it: all but the groups, which only a task group makes.
[[nodiscard]] bool canRaise(QStringView name);
/// Whether a clause for `caught` takes an error of type `type`. A name that is no type of the language (a
/// BaseExceptionGroup, an error of C++) stands directly below BaseException.
[[nodiscard]] bool catches(QStringView caught, QStringView type);
[[nodiscard]] QStringList errorTypes();

} // namespace loopscope
