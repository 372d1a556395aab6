// SPDX-License-Identifier: MIT
#include "core/loop/task.h"

namespace loopscope {
namespace {

/// Stands in for a task while coroutines are made outside of one; runs nothing.
class NoTask final : public FrameHost
{
public:
    void waitForNative(NativeOp &) override { Q_UNREACHABLE(); }
};

NoTask &noTask()
{
    static NoTask host;
    return host;
}

} // namespace

LazyScope::LazyScope() : m_before(FrameHost::exchangeCurrent(&noTask())) {}

LazyScope::~LazyScope()
{
    FrameHost::exchangeCurrent(m_before);
}

QString plainFunctionName(const char *signature)
{
    const QByteArrayView text(signature);
    // The name ends where the parameters begin: the first '(' outside of template arguments, but not that of
    // "(anonymous namespace)" or of a local function's "outer()::".
    qsizetype end = text.size();
    int depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '<')
            ++depth;
        else if (text[i] == '>')
            --depth;
        else if (text[i] == '(' && depth == 0 && !text.sliced(i).startsWith("(anonymous namespace)")) {
            end = i;
            break;
        }
    }
    qsizetype begin = end;
    while (begin > 0 && (std::isalnum(static_cast<unsigned char>(text[begin - 1])) || text[begin - 1] == '_'))
        --begin;
    return QString::fromUtf8(text.sliced(begin, end - begin));
}

} // namespace loopscope
