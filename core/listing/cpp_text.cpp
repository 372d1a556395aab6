// SPDX-License-Identifier: MIT
#include "core/listing/cpp_text.h"

#include <cmath>
#include <limits>

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
    // Three octal digits end by themselves, whatever follows.
    if (c.unicode() < 0x20 || c.unicode() == 0x7f)
        return QStringLiteral("\\%1").arg(c.unicode(), 3, 8, QLatin1Char('0'));
    if (c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph ||
        c.category() == QChar::Other_Format || c.unicode() == 0x85) {
        QString bytes;
        for (const char byte : QString(c).toUtf8())
            bytes += QStringLiteral("\\%1").arg(uchar(byte), 3, 8, QLatin1Char('0'));
        return bytes;
    }
    return c;
}

QString escaped(const QString &text)
{
    QString result;
    for (const QChar c : text)
        result += escaped(c);
    return result.replace(QStringLiteral("??"), QStringLiteral("?\\?")); // no trigraphs
}

QString number(double value)
{
    const QString text = QString::fromUtf8(valueJson(value));
    return text.contains(u'.') || text.contains(u'e') ? text : text + QStringLiteral(".0");
}

struct Literal
{
    QString operator()(std::monostate) const { return QStringLiteral("null"); }
    QString operator()(bool yes) const { return yes ? QStringLiteral("true") : QStringLiteral("false"); }
    QString operator()(qint64 whole) const
    {
        if (whole == std::numeric_limits<qint64>::min())
            return QStringLiteral("std::numeric_limits<qint64>::min()");
        return QString::number(whole);
    }
    QString operator()(double value) const { return number(value); }
    QString operator()(const QString &text) const { return cppString(text); }
    template<class Other>
    QString operator()(const Other &) const
    {
        return QStringLiteral("null"); // no other stands in a plan's text
    }
};

} // namespace

QString cppString(const QString &text)
{
    return u'"' + escaped(text) + u'"';
}

QString cppFormat(const QStringList &parts)
{
    QStringList doubled;
    for (QString part : parts)
        doubled += part.replace(u'{', QStringLiteral("{{")).replace(u'}', QStringLiteral("}}"));
    return cppString(doubled.join(QStringLiteral("{}")));
}

QString cppLiteral(const Value &value)
{
    return value.visit(Literal());
}

QString cppSeconds(const Value &value)
{
    const double seconds = value.number();
    const bool isShort = seconds < 1e9 && std::trunc(seconds * 1000) == seconds * 1000;
    const QString text = QString::fromUtf8(valueJson(value));
    return isShort && !text.contains(u'e') ? text + u's' : QStringLiteral("Seconds(%1)").arg(number(seconds));
}

const QSet<QString> &cppReserved()
{
    static const QString words =
        QStringLiteral("alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t "
                       "char16_t char32_t class "
                       "compl concept const consteval constexpr constinit const_cast continue co_await "
                       "co_return co_yield decltype "
                       "default delete do double dynamic_cast else enum explicit export extern false float "
                       "for friend goto if inline "
                       "int long mutable namespace new noexcept not not_eq nullptr operator or or_eq private "
                       "protected public "
                       "register reinterpret_cast requires return short signed sizeof static static_assert "
                       "static_cast struct switch "
                       "template this thread_local throw true try typedef typeid typename union unsigned "
                       "using virtual void volatile "
                       "wchar_t while xor xor_eq "
                       // what listings use
                       "std loopscope script plan QCoro QString qint64 Program Var VarAwaiter Item AnItem "
                       "Loop TaskGroup Timeout "
                       "Seconds WaitOptions ReturnWhen ReturnExceptions ClockKind Completions Held null list "
                       "object text print secondsOf "
                       "maybeSecondsOf wholeOf countOf sleep sleepInThread spinInThread fetch block "
                       "currentTask newFuture newLock "
                       "newSemaphore newEvent newCondition newQueue newShared newSharedVariables "
                       "currentError errorOf is raise leave "
                       "createTask timeout gather wait waitFor shield addItem itemsOf futureOf futuresOf "
                       "gatherItems waitItems waitForItem "
                       "shieldItem makeListOf makeObjectOf textOf printLine resultOf resultJson runThings "
                       "BaseException Exception CancelledError RuntimeError TypeError ValueError "
                       "InvalidStateError TimeoutError "
                       "OSError ConnectionError ExceptionGroup BaseExceptionGroup ArithmeticError "
                       "ZeroDivisionError AssertionError "
                       "LookupError IndexError KeyError NameError QueueEmpty QueueFull "
                       // macros of the C library and of Qt
                       "errno NULL EOF assert stdin stdout stderr emit slots signals forever foreach BUFSIZ "
                       "RAND_MAX unix linux");
    static const QStringList list = words.split(u' ');
    static const QSet<QString> reserved(list.begin(), list.end());
    return reserved;
}

} // namespace loopscope
