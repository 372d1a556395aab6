// SPDX-License-Identifier: MIT
#include "core/foreign/gzip.h"

#include <zlib.h>

namespace loopscope {

namespace {

constexpr qsizetype pieceSize = 1 << 18;
constexpr int gzipOrZlib = 15 + 32;
constexpr const char *damaged = QT_TRANSLATE_NOOP("Problem", "the compressed bytes are damaged: %1");

/// Whether a stream of gzip's or zlib's begins so; else it is padding, or something else, behind the last one.
bool beginsStream(Bytef first)
{
    constexpr Bytef gzip = 0x1F, deflateMethod = 8;
    return first == gzip || (first & 0x0F) == deflateMethod;
}

} // namespace

struct Inflater::Stream
{
    Stream() { isGood = inflateInit2(&state, gzipOrZlib) == Z_OK; }
    ~Stream() { inflateEnd(&state); }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;

    z_stream state{};
    bool isGood = false;
};

bool isGzip(QByteArrayView begin)
{
    return begin.startsWith("\x1F\x8B");
}

Inflater::Inflater(Sink sink, InflateBounds bounds)
    : m_sink(std::move(sink)), m_bounds(bounds), m_stream(std::make_unique<Stream>()),
      m_out(pieceSize, Qt::Uninitialized)
{
}

Inflater::~Inflater() = default;

Result<void> Inflater::feed(QByteArrayView bytes)
{
    z_stream &state = m_stream->state;
    QByteArray in = bytes.toByteArray(); // zlib wants bytes that it might write to, and never does
    state.next_in = reinterpret_cast<Bytef *>(in.data());
    state.avail_in = uInt(in.size());
    m_taken += in.size();
    state.avail_out = 1; // nothing is left within
    while (m_stream->isGood && !m_isOver && (state.avail_in > 0 || state.avail_out == 0)) {
        if (!m_isWithin && m_given > 0 && !beginsStream(*state.next_in)) {
            m_isOver = true;
            return {};
        }
        state.next_out = reinterpret_cast<Bytef *>(m_out.data());
        state.avail_out = uInt(m_out.size());
        const int status = inflate(&state, Z_NO_FLUSH);
        const qsizetype size = m_out.size() - qsizetype(state.avail_out);
        if (const Result<void> handed = handOn(size); !handed)
            return handed;
        m_isWithin = status != Z_STREAM_END;
        if (status == Z_STREAM_END) {
            m_stream->isGood = inflateReset(&state) == Z_OK;
            state.avail_out = 1;
        } else if (status != Z_OK && status != Z_BUF_ERROR) {
            return failure({damaged, {QString::fromLatin1(state.msg ? state.msg : "?")}});
        } else if (status == Z_BUF_ERROR && size == 0) {
            break; // it needs more
        }
    }
    if (!m_stream->isGood)
        return failure({damaged, {QString::fromLatin1(zError(Z_MEM_ERROR))}});
    return {};
}

Result<void> Inflater::handOn(qsizetype size)
{
    m_given += size;
    if (m_given > m_bounds.most || m_given > m_bounds.free + m_taken * m_bounds.ratio)
        return failure({QT_TRANSLATE_NOOP("Problem", "%1 compressed bytes become more than %2: refused"),
                        {QString::number(m_taken), QString::number(m_given - size)}});
    if (size > 0)
        m_sink(QByteArrayView(m_out).first(size));
    return {};
}

} // namespace loopscope
