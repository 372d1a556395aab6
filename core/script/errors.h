// SPDX-License-Identifier: MIT
#pragma once

#include "core/loop/errors.h"
#include "core/loop/queue.h"

namespace loopscope::script {

/// Python's errors that core/loop has no use for, so that `catch` finds them as `except` does.
struct ArithmeticError : Exception
{
    explicit ArithmeticError(QString text = {}) : Exception("ArithmeticError", std::move(text)) {}

protected:
    ArithmeticError(QByteArray typeName, QString text) : Exception(std::move(typeName), std::move(text)) {}
};
struct ZeroDivisionError : ArithmeticError
{
    explicit ZeroDivisionError(QString text = {}) : ArithmeticError("ZeroDivisionError", std::move(text)) {}
};
struct AssertionError : Exception
{
    explicit AssertionError(QString text = {}) : Exception("AssertionError", std::move(text)) {}
};
struct LookupError : Exception
{
    explicit LookupError(QString text = {}) : Exception("LookupError", std::move(text)) {}

protected:
    LookupError(QByteArray typeName, QString text) : Exception(std::move(typeName), std::move(text)) {}
};
struct IndexError : LookupError
{
    explicit IndexError(QString text = {}) : LookupError("IndexError", std::move(text)) {}
};
struct KeyError : LookupError
{
    explicit KeyError(QString text = {}) : LookupError("KeyError", std::move(text)) {}
};
struct NameError : Exception
{
    explicit NameError(QString text = {}) : Exception("NameError", std::move(text)) {}
};
using sync::QueueEmpty;
using sync::QueueFull;

} // namespace loopscope::script
