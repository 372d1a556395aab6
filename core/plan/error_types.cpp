// SPDX-License-Identifier: MIT
#include "core/plan/error_types.h"

#include <algorithm>
#include <array>

namespace loopscope {

namespace {

struct ErrorType
{
    QStringView name;
    QStringView base;
};

constexpr std::array tree{
    ErrorType{u"BaseException", {}},
    ErrorType{u"CancelledError", u"BaseException"},
    ErrorType{u"Exception", u"BaseException"},
    ErrorType{u"ExceptionGroup", u"Exception"},
    ErrorType{u"ArithmeticError", u"Exception"},
    ErrorType{u"ZeroDivisionError", u"ArithmeticError"},
    ErrorType{u"AssertionError", u"Exception"},
    ErrorType{u"LookupError", u"Exception"},
    ErrorType{u"IndexError", u"LookupError"},
    ErrorType{u"KeyError", u"LookupError"},
    ErrorType{u"NameError", u"Exception"},
    ErrorType{u"OSError", u"Exception"},
    ErrorType{u"ConnectionError", u"OSError"},
    ErrorType{u"TimeoutError", u"OSError"},
    ErrorType{u"RuntimeError", u"Exception"},
    ErrorType{u"TypeError", u"Exception"},
    ErrorType{u"ValueError", u"Exception"},
    ErrorType{u"InvalidStateError", u"Exception"},
    ErrorType{u"QueueEmpty", u"Exception"},
    ErrorType{u"QueueFull", u"Exception"},
};

const ErrorType *find(QStringView name)
{
    const auto found =
        std::find_if(tree.begin(), tree.end(), [&](const ErrorType &t) { return name == t.name; });
    return found == tree.end() ? nullptr : &*found;
}

} // namespace

bool isErrorType(QStringView name)
{
    return find(name) != nullptr;
}

bool canRaise(QStringView name)
{
    return isErrorType(name) && name != u"ExceptionGroup";
}

bool catches(QStringView caught, QStringView type)
{
    if (caught == tree.front().name)
        return true;
    for (const ErrorType *at = find(type); at; at = find(at->base)) {
        if (caught == at->name)
            return true;
    }
    return false;
}

QStringList errorTypes()
{
    QStringList names;
    for (const ErrorType &type : tree)
        names << type.name.toString();
    return names;
}

} // namespace loopscope
