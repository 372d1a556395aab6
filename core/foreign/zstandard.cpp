// SPDX-License-Identifier: MIT
#include "core/foreign/zstandard.h"

#include "core/foreign/gzip.h"

#include <zstd.h>

#include <memory>

namespace loopscope {

namespace {

constexpr const char *damaged = QT_TRANSLATE_NOOP("Problem", "the compressed bytes are damaged: %1");
constexpr int largestWindow = 27; ///< as a power of two: what zstd's own tool accepts by itself

struct FreeStream
{
    void operator()(ZSTD_DStream *stream) const { ZSTD_freeDStream(stream); }
};

tl::unexpected<Problem> tooMuch(qsizetype taken, qsizetype most)
{
    return failure({QT_TRANSLATE_NOOP("Problem", "%1 compressed bytes become more than %2: refused"),
                    {QString::number(taken), QString::number(most)}});
}

} // namespace

Result<Uncompressed> zstandardUncompressed(QByteArrayView bytes, qsizetype most)
{
    const std::unique_ptr<ZSTD_DStream, FreeStream> stream(ZSTD_createDStream());
    if (!stream || ZSTD_isError(ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax, largestWindow)))
        return failure({damaged, {QStringLiteral("?")}});
    ZSTD_inBuffer in{bytes.data(), size_t(bytes.size()), 0};
    QByteArray all, piece(qsizetype(ZSTD_DStreamOutSize()), Qt::Uninitialized);
    for (;;) {
        ZSTD_outBuffer out{piece.data(), size_t(piece.size()), 0};
        const size_t status = ZSTD_decompressStream(stream.get(), &out, &in);
        if (ZSTD_isError(status))
            return failure({damaged, {QString::fromLatin1(ZSTD_getErrorName(status))}});
        if (all.size() + qsizetype(out.pos) > most)
            return tooMuch(bytes.size(), most);
        all.append(piece.constData(), qsizetype(out.pos));
        if (in.pos == in.size && (status == 0 || out.pos < out.size))
            return Uncompressed{all, status == 0};
    }
}

Result<Uncompressed> deflateUncompressed(QByteArrayView bytes, qsizetype most)
{
    QByteArray all;
    Inflater inflater([&all](QByteArrayView piece) { all.append(piece); }, {.most = most});
    if (const auto fed = inflater.feed(bytes); !fed)
        return failure(fed.error());
    return Uncompressed{all, !inflater.isWithinStream()};
}

} // namespace loopscope
