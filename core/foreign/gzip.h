// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <functional>
#include <memory>

namespace loopscope {

/// The bytes begin as a gzip file does.
[[nodiscard]] bool isGzip(QByteArrayView begin);

/// How much may come out of compressed bytes. A file beyond either bound is refused: it was made to fill
/// somebody's memory.
struct InflateBounds
{
    qint64 most = qint64(64) << 30; ///< bytes
    qint64 ratio = 300; ///< times what went in, beyond the first `free`; traces have 5 to 50, deflate's limit is 1032
    qint64 free = 64 << 20;
};

/// Uncompresses gzip and zlib streams from pieces cut anywhere, and hands on what comes out piece by piece.
/// Several streams one behind the other are one. What follows behind the last one, as padding, is not looked at.
class Inflater
{
public:
    using Sink = std::function<void(QByteArrayView)>;

    explicit Inflater(Sink sink, InflateBounds bounds = {});
    ~Inflater();
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    /// On a Problem, what came out before it has been handed on. Do not feed more then.
    [[nodiscard]] Result<void> feed(QByteArrayView bytes);
    /// Nothing more is wanted: also from within the sink.
    void stop() { m_isOver = true; }
    /// A stream has begun that is not over.
    [[nodiscard]] bool isWithinStream() const { return m_isWithin; }

private:
    struct Stream;
    [[nodiscard]] Result<void> handOn(qsizetype size);

    Sink m_sink;
    InflateBounds m_bounds;
    std::unique_ptr<Stream> m_stream;
    QByteArray m_out;
    qint64 m_taken = 0;
    qint64 m_given = 0;
    bool m_isWithin = false;
    bool m_isOver = false;
};

} // namespace loopscope
