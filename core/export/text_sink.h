// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <functional>

namespace loopscope {

/// Where an export goes, piece by piece: collects small texts and hands them on in large blocks. After the
/// first Problem nothing is handed on any more; exporters look at `isFailed` now and then and give up.
class TextSink
{
public:
    using Write = std::function<Result<void>(QByteArrayView)>;

    explicit TextSink(Write write) : m_write(std::move(write)) {}
    TextSink(const TextSink &) = delete;
    TextSink &operator=(const TextSink &) = delete;

    TextSink &operator<<(QByteArrayView text);
    TextSink &operator<<(char c) { return *this << QByteArrayView(&c, 1); }

    [[nodiscard]] bool isFailed() const { return !m_result; }

    /// Hands on what is left. Call when all is written; says what went wrong first.
    [[nodiscard]] Result<void> finish();

private:
    void handOn();

    Write m_write;
    QByteArray m_block;
    Result<void> m_result;
};

} // namespace loopscope
