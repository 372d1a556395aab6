// SPDX-License-Identifier: MIT
#include "core/loop/errors.h"

#include "core/base/json_text.h"

#include <cstdlib>
#include <cxxabi.h>
#include <memory>
#include <typeinfo>

namespace loopscope {
namespace {

QByteArray readableName(const std::type_info &type)
{
    const std::unique_ptr<char, decltype(&std::free)> name(
        abi::__cxa_demangle(type.name(), nullptr, nullptr, nullptr), &std::free);
    return name ? name.get() : type.name();
}

QByteArray members(const ErrorInfo &error, QByteArrayView typeKey)
{
    QByteArray text = '"' + typeKey.toByteArray() + "\":" + jsonString(QString::fromUtf8(error.type))
        + ",\"message\":" + jsonString(error.message);
    if (error.errors.empty())
        return text;
    text += ",\"errors\":[";
    for (const ErrorInfo &member : error.errors)
        text += '{' + members(member, "error") + "},";
    text.back() = ']';
    return text;
}

} // namespace

ErrorInfo describeError(const std::exception_ptr &error)
{
    try {
        std::rethrow_exception(error);
    } catch (const BaseException &known) {
        ErrorInfo info{known.typeName(), known.message(), {}};
        if (const auto *const group = dynamic_cast<const GroupMembers *>(&known)) {
            for (const std::exception_ptr &member : group->errors())
                info.errors.push_back(describeError(member));
        }
        return info;
    } catch (const std::exception &foreign) {
        return {readableName(typeid(foreign)), QString::fromUtf8(foreign.what()), {}};
    } catch (...) {
        return {"unknown", {}, {}};
    }
}

bool isCancelledError(const std::exception_ptr &error)
{
    if (!error)
        return false;
    try {
        std::rethrow_exception(error);
    } catch (const CancelledError &) {
        return true;
    } catch (...) {
        return false;
    }
}

QByteArray errorMembers(const ErrorInfo &error)
{
    return members(error, "type");
}

} // namespace loopscope
