// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/value.h"

#include <exception>

namespace loopscope {

/// An error of the language, ready to be thrown: of one of core/loop's classes where that has one, because
/// the loop knows a CancelledError by its class.
[[nodiscard]] std::exception_ptr makePlanError(const QString &type, const QString &message);

/// What was caught, as a value.
[[nodiscard]] Value errorValue(std::exception_ptr error);

[[noreturn]] void throwNameError(const QString &name); ///< name 'x' is not defined
[[noreturn]] void throwKeyError(const QString &key);
[[noreturn]] void throwWrongKind(const QString &path, const char *kind); ///< 'x' is no lock
[[noreturn]] void throwNoNumber();
[[noreturn]] void throwNoWholeNumber();

} // namespace loopscope
