// SPDX-License-Identifier: MIT
#include "core/session/deflate.h"

#define ZLIB_CONST // it only reads what it is given
#include <zlib.h>

#include <algorithm>
#include <new>

namespace loopscope {

namespace {

/// Recordings repeat themselves: this level comes close to the best, at a third of its time.
constexpr int level = 3;

/// An inflater that cleans up after itself.
class Inflater
{
public:
    explicit Inflater(QByteArrayView packed)
    {
        m_stream.next_in = reinterpret_cast<const Bytef *>(packed.data());
        m_stream.avail_in = uInt(packed.size());
        m_isGood = inflateInit(&m_stream) == Z_OK;
    }
    ~Inflater()
    {
        if (m_isGood)
            inflateEnd(&m_stream);
    }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    /// Appends up to `room` bytes; whether there is more to come, or it is over, or damaged.
    enum class State { More, Over, Damaged };
    State append(QByteArray &bytes, qsizetype room)
    {
        if (!m_isGood)
            return State::Damaged;
        const qsizetype before = bytes.size();
        bytes.resize(before + room);
        m_stream.next_out = reinterpret_cast<Bytef *>(bytes.data() + before);
        m_stream.avail_out = uInt(room);
        const int state = inflate(&m_stream, Z_NO_FLUSH);
        bytes.resize(before + room - qsizetype(m_stream.avail_out));
        if (state == Z_STREAM_END)
            return m_stream.avail_in == 0 ? State::Over : State::Damaged;
        return state == Z_OK && m_stream.avail_out == 0 ? State::More : State::Damaged;
    }

private:
    z_stream m_stream{};
    bool m_isGood = false;
};

} // namespace

std::string deflated(std::string_view bytes)
{
    uLongf size = compressBound(uLong(bytes.size()));
    std::string packed(size, '\0');
    const int state = compress2(reinterpret_cast<Bytef *>(packed.data()), &size,
                                reinterpret_cast<const Bytef *>(bytes.data()), uLong(bytes.size()), level);
    if (state != Z_OK)
        throw std::bad_alloc(); // the buffer is large enough, so nothing else can be wrong
    packed.resize(size);
    return packed;
}

Unpacked inflated(QByteArrayView packed, qsizetype most)
{
    constexpr qsizetype mostIn = 1 << 30;
    if (packed.size() > mostIn)
        return tl::unexpected(Unpacking::TooLarge);
    Inflater inflater(packed);
    QByteArray bytes;
    qsizetype room = std::clamp<qsizetype>(packed.size() * 8, 1 << 12, most);
    for (;;) {
        const Inflater::State state = inflater.append(bytes, std::min(room, most + 1 - bytes.size()));
        if (bytes.size() > most)
            return tl::unexpected(Unpacking::TooLarge);
        if (state == Inflater::State::Damaged)
            return tl::unexpected(Unpacking::Damaged);
        if (state == Inflater::State::Over)
            return bytes;
        room = bytes.size();
    }
}

} // namespace loopscope
