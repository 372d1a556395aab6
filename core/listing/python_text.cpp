// SPDX-License-Identifier: MIT
#include "core/listing/python_text.h"

namespace loopscope {

namespace {

QString escaped(QChar c)
{
    // clang-format off
    switch (c.unicode()) {
    case u'\\': return QStringLiteral("\\\\");
    case u'"': return QStringLiteral("\\\"");
    case u'\n': return QStringLiteral("\\n");
    case u'\r': return QStringLiteral("\\r");
    case u'\t': return QStringLiteral("\\t");
    default: break;
    }
    // clang-format on
    if (c.unicode() < 0x20 || c.unicode() == 0x7f)
        return QStringLiteral("\\x%1").arg(c.unicode(), 2, 16, QLatin1Char('0'));
    // What ends a line for an editor, or has no glyph of its own, is written by its number.
    if (c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph ||
        c.category() == QChar::Other_Format || c.unicode() == 0x85)
        return QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    return c;
}

QString escaped(const QString &text)
{
    QString result;
    for (const QChar c : text)
        result += escaped(c);
    return result;
}

struct Literal
{
    QString operator()(std::monostate) const { return QStringLiteral("None"); }
    QString operator()(bool yes) const { return yes ? QStringLiteral("True") : QStringLiteral("False"); }
    QString operator()(const QString &text) const { return pythonString(text); }
    template<class Other>
    QString operator()(const Other &other) const
    {
        return QString::fromUtf8(valueJson(other));
    }
};

} // namespace

QString pythonString(const QString &text)
{
    return u'"' + escaped(text) + u'"';
}

QString pythonFormatted(const QString &text)
{
    return escaped(text).replace(u'{', QStringLiteral("{{")).replace(u'}', QStringLiteral("}}"));
}

QString pythonLiteral(const Value &value)
{
    return value.visit(Literal());
}

QString pythonError(const QString &type)
{
    static const QSet<QString> ofAsyncio{QStringLiteral("CancelledError"),
                                         QStringLiteral("InvalidStateError"), QStringLiteral("QueueEmpty"),
                                         QStringLiteral("QueueFull")};
    return ofAsyncio.contains(type) ? QStringLiteral("asyncio.") + type : type;
}

const QSet<QString> &pythonReserved()
{
    static const QString words = QStringLiteral(
        "False None True and as assert async await break class continue def del elif else except finally for "
        "from "
        "global if import in is lambda nonlocal not or pass raise return try while with yield _ "
        // built in, and used by listings
        "print range list dict isinstance len type str float int id filter object "
        "BaseException Exception ExceptionGroup BaseExceptionGroup ArithmeticError ZeroDivisionError "
        "AssertionError "
        "LookupError IndexError KeyError NameError OSError ConnectionError TimeoutError RuntimeError "
        "TypeError "
        "ValueError __name__ __file__ __doc__ "
        // modules and helpers
        "asyncio json time aiohttp text plain names named wait_in_order each part sleep_then spin fetch "
        "demo_server "
        "new_shared");
    static const QStringList list = words.split(u' ');
    static const QSet<QString> reserved(list.begin(), list.end());
    return reserved;
}

} // namespace loopscope
