// SPDX-License-Identifier: MIT
#include "core/plan/plan_error.h"

#include "core/plan/error_types.h"

namespace loopscope {

std::exception_ptr makePlanError(const QString &type, const QString &message)
{
    if (type == u"CancelledError")
        return std::make_exception_ptr(CancelledError(message));
    if (catches(u"Exception", type))
        return std::make_exception_ptr(Exception(type.toUtf8(), message));
    return std::make_exception_ptr(BaseException(type.toUtf8(), message));
}

Value errorValue(std::exception_ptr error)
{
    ErrorInfo info = describeError(error);
    return ErrorRef(std::make_shared<ErrorValue>(ErrorValue{std::move(info), std::move(error)}));
}

void throwNameError(const QString &name)
{
    throw Exception("NameError", QStringLiteral("name '%1' is not defined").arg(name));
}

void throwKeyError(const QString &key)
{
    throw Exception("KeyError", key);
}

void throwWrongKind(const QString &path, const char *kind)
{
    throw TypeError(QStringLiteral("'%1' is no %2").arg(path, QLatin1String(kind)));
}

void throwNoNumber()
{
    throw TypeError(QStringLiteral("expected a number"));
}

void throwNoWholeNumber()
{
    throw TypeError(QStringLiteral("expected a whole number"));
}

} // namespace loopscope
