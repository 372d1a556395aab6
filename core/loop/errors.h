// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <exception>
#include <vector>

namespace loopscope {

/// Python's exceptions, as far as an event loop has to do with them. As there, `catch (const std::exception &)`
/// (Python: `except Exception`) does not catch a CancelledError, so that nobody swallows one by accident.
class BaseException
{
public:
    explicit BaseException(QByteArray typeName, QString message = {})
        : m_typeName(std::move(typeName)), m_message(std::move(message))
    {
    }
    virtual ~BaseException() = default;
    /// Python's name of the type, as in "ValueError".
    [[nodiscard]] const QByteArray &typeName() const { return m_typeName; }
    /// The first argument as text, or "".
    [[nodiscard]] const QString &message() const { return m_message; }

private:
    QByteArray m_typeName;
    QString m_message;
};

class Exception : public BaseException, public std::exception
{
public:
    using BaseException::BaseException;
    [[nodiscard]] const char *what() const noexcept override { return typeName().constData(); }
};

/// Thrown at the suspension point of a task that is cancelled.
struct CancelledError : BaseException
{
    explicit CancelledError(QString text = {}) : BaseException("CancelledError", std::move(text)) {}
};
struct RuntimeError : Exception
{
    explicit RuntimeError(QString text = {}) : Exception("RuntimeError", std::move(text)) {}
};
struct TypeError : Exception
{
    explicit TypeError(QString text = {}) : Exception("TypeError", std::move(text)) {}
};
struct ValueError : Exception
{
    explicit ValueError(QString text = {}) : Exception("ValueError", std::move(text)) {}
};
struct InvalidStateError : Exception
{
    explicit InvalidStateError(QString text = {}) : Exception("InvalidStateError", std::move(text)) {}
};
struct OSError : Exception
{
    explicit OSError(QString text = {}) : Exception("OSError", std::move(text)) {}

protected:
    OSError(QByteArray typeName, QString text) : Exception(std::move(typeName), std::move(text)) {}
};
struct TimeoutError : OSError
{
    explicit TimeoutError(QString text = {}) : OSError("TimeoutError", std::move(text)) {}
};
struct ConnectionError : OSError
{
    explicit ConnectionError(QString text = {}) : OSError("ConnectionError", std::move(text)) {}
};

/// Several errors as one (Python: ExceptionGroup). A group with a member that is no Exception is a
/// BaseExceptionGroup, which is no Exception either.
class GroupMembers
{
public:
    explicit GroupMembers(std::vector<std::exception_ptr> errors) : m_errors(std::move(errors)) {}
    virtual ~GroupMembers() = default;
    [[nodiscard]] const std::vector<std::exception_ptr> &errors() const { return m_errors; }

private:
    std::vector<std::exception_ptr> m_errors;
};
struct ExceptionGroup : Exception, GroupMembers
{
    ExceptionGroup(QString text, std::vector<std::exception_ptr> errors)
        : Exception("ExceptionGroup", std::move(text)), GroupMembers(std::move(errors))
    {
    }
};
struct BaseExceptionGroup : BaseException, GroupMembers
{
    BaseExceptionGroup(QString text, std::vector<std::exception_ptr> errors)
        : BaseException("BaseExceptionGroup", std::move(text)), GroupMembers(std::move(errors))
    {
    }
};

/// An error as data. `errors` are the members of an ExceptionGroup.
struct ErrorInfo
{
    QByteArray type;
    QString message;
    std::vector<ErrorInfo> errors;

    bool operator==(const ErrorInfo &) const = default;
};

/// What `error`, which must not be null, is. An error that is none of ours has its C++ type's name as type and
/// what() as message.
[[nodiscard]] ErrorInfo describeError(const std::exception_ptr &error);
[[nodiscard]] bool isCancelledError(const std::exception_ptr &error);

/// `"type":…,"message":…[,"errors":[…]]` without braces: how events tell of an error. Members of a group are
/// objects with "error" in place of "type".
[[nodiscard]] QByteArray errorMembers(const ErrorInfo &error);

} // namespace loopscope
